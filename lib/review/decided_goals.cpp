// SPDX-License-Identifier: MIT
#include "review/decided_goals.hpp"

#include "model/value_parts.hpp"
#include "report/name_forms.hpp"
#include "store/contacts.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace knowwho {
namespace {

std::vector<std::string_view> fields_between(std::string_view text, char between)
{
    auto fields = std::vector<std::string_view>{};
    for (bool more = true; more;) {
        auto const end = std::min(text.find(between), text.size());
        fields.push_back(text.substr(0, end));
        more = end < text.size();
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return fields;
}

double real_in(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// No goal's name begins so.
std::string kept_as(ValuePart const& part)
{
    return fmt::format("+{}", part.name);
}

} // namespace

void add_decisions(Notebook const& notebook, EventId event, Goals& goals)
{
    auto const weights = chosen_weights(notebook, event);
    auto const choose = [&](std::string_view name, double& weight) {
        auto const found = weights.find(name);
        weight = found != weights.end() && found->second.written == weight ? found->second.chosen : weight;
    };
    for (auto& goal : goals.goals) {
        choose(goal.name, goal.weight);
    }
    for (auto const& part : value_parts) {
        choose(kept_as(part), goals.value.*part.weight);
    }
    for (auto const& [person, one] : judgements(notebook, event)) {
        if (auto const who = one.because.empty() ? std::nullopt : find_acquaintance(notebook, person)) {
            goals.read.insert(goals.read.begin(), {full_name(who->name), one.read_title, one.because});
        }
    }
}

ChosenWeights weights_to_keep(Goals const& written, Goals const& wanted)
{
    auto weights = ChosenWeights{};
    auto const keep = [&](std::string const& name, double before, double after) {
        if (before != after) {
            weights[name] = {before, after};
        }
    };
    for (std::size_t goal = 0; goal < written.goals.size(); ++goal) {
        keep(written.goals[goal].name, written.goals[goal].weight, wanted.goals[goal].weight);
    }
    for (auto const& part : value_parts) {
        keep(kept_as(part), written.value.*part.weight, wanted.value.*part.weight);
    }
    return weights;
}

std::string weights_as_text(ChosenWeights const& weights)
{
    auto text = std::string{};
    for (auto const& [name, weight] : weights) {
        text += fmt::format("{}\t{}\t{}\n", fmt::join(fields_between(name, '\t'), " "), weight.written, weight.chosen);
    }
    return text;
}

ChosenWeights weights_from_text(std::string_view text)
{
    auto weights = ChosenWeights{};
    for (auto const& line : lines_of(text)) {
        auto const fields = fields_between(line, '\t');
        if (fields.size() == 3) {
            weights.emplace(fields[0], ChosenWeight{real_in(fields[1]), real_in(fields[2])});
        }
    }
    return weights;
}

} // namespace knowwho
