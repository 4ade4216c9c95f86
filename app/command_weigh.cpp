// SPDX-License-Identifier: MIT
// knowwho weigh: other weights than those of the goals file, kept in the notebook.
#include "app/command.hpp"
#include "app/steps.hpp"
#include "model/value_parts.hpp"
#include "report/clean_text.hpp"
#include "review/decided_goals.hpp"
#include "review/decisions.hpp"
#include "text/did_you_mean.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <ostream>
#include <string_view>

namespace knowwho {
namespace {

struct WeighOptions {
    std::vector<std::string> weights;
    std::string event;
    bool reset = false;
};

void declare(Options& options, WeighOptions& values)
{
    options.arguments("NAME=NUMBER", values.weights, "a goal and its weight; 'offer', 'common ground', 'reachable' or 'novelty' and a share from 0 to 1; without any, those in force are shown", false);
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.flag("--reset", values.reset, "back to what the goals file says");
}

struct NamedWeight {
    std::string_view name;
    double* weight;
    double least;
    double most;
};

std::vector<NamedWeight> weights_of(Goals& goals)
{
    auto weights = std::vector<NamedWeight>{};
    for (auto& goal : goals.goals) {
        weights.push_back({goal.name, &goal.weight, 0.001, 1000});
    }
    for (auto const& part : value_parts) {
        weights.push_back({part.name, &(goals.value.*part.weight), 0, 1});
    }
    return weights;
}

void set_weight(std::vector<NamedWeight> const& weights, std::string const& written)
{
    auto const mark = written.rfind('=');
    auto const name = std::string_view{written}.substr(0, mark);
    auto const number = mark == std::string::npos ? std::string_view{} : std::string_view{written}.substr(mark + 1);
    auto names = std::vector<std::string_view>{};
    for (auto const& one : weights) {
        names.push_back(one.name);
        if (one.name != name) {
            continue;
        }
        double value = 0;
        auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
        if (error != std::errc{} || end != number.data() + number.size() || !(value >= one.least && value <= one.most)) {
            throw Error{ExitCode::usage, fmt::format("'{}' is no weight for '{}'", clean_line(number, 40), one.name), fmt::format("give a number from {} to {}", one.least, one.most)};
        }
        *one.weight = value;
        return;
    }
    auto const near = did_you_mean(name, names);
    throw Error{ExitCode::usage, fmt::format("there is no goal '{}'", clean_line(name, 60)),
        near.empty() ? fmt::format("there are: {}", fmt::join(names, ", ")) : fmt::format("did you mean '{}'?", near)};
}

ExitCode run(Context& context, WeighOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const event = chosen_event(notebook, options.event);
    auto const written = written_goals(notebook, event, {}).goals;
    auto wanted = goals_for(notebook, event, {});
    if (options.reset) {
        wanted = written;
    }
    for (auto const& one : options.weights) {
        set_weight(weights_of(wanted), one);
    }
    if (options.reset || !options.weights.empty()) {
        decide(notebook, {event.id, {}, decision::weights, 0, weights_as_text(weights_to_keep(written, wanted))}, context.now);
    }
    auto of_file = written;
    auto const before = weights_of(of_file);
    auto const now = weights_of(wanted);
    for (std::size_t i = 0; i < now.size(); ++i) {
        context.out << fmt::format("{:>8g}  {}{}\n", *now[i].weight, clean_line(now[i].name, 60),
            *now[i].weight == *before[i].weight ? std::string{} : fmt::format(" (the goals file says {:g})", *before[i].weight));
    }
    return ExitCode::done;
}

} // namespace

Command weigh_command()
{
    return make_command<WeighOptions>("weigh", "how much each goal counts, and what stands beside them", "knowwho weigh offer=0.2", declare, run);
}

} // namespace knowwho
