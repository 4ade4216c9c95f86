// SPDX-License-Identifier: MIT
// knowwho people: who may be one and the same person, and what was decided.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/steps.hpp"
#include "identity/likely_same.hpp"
#include "identity/merging.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "store/merges.hpp"
#include "store/recognitions.hpp"
#include "text/json_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct PeopleOptions {
    std::vector<std::string> different;
    bool merged = false;
    int top = 10;
    std::string format = "table";
};

void declare(Options& options, PeopleOptions& values)
{
    options.texts("--different", "PERSON", values.different, "these two are not the same: never ask again (give it twice)");
    options.flag("--merged", values.merged, "who was merged into whom or known again, and why");
    options.number("--top", values.top, 1, 1000, "how many to show");
    options.choice("--format", {"table", "json"}, values.format, "form of the list (now table)");
}

std::string signals_of(SameQuestion const& question, bool in_favour)
{
    auto words = std::vector<std::string>{};
    for (auto const& signal : question.signals) {
        if ((signal.weight > 0) == in_favour) {
            words.push_back(fmt::format("{} ({}) {:+.1f}", signal.name, clean_line(signal.detail, 100), signal.weight));
        }
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

void print_question(SameQuestion const& question, Context& context)
{
    auto const one = question.first.person.value;
    auto const other = question.second.person.value;
    context.out << fmt::format("{:.2f}  {}\n      {}\n", question.probability, in_one_line(question.first), in_one_line(question.second));
    for (auto const& [label, words] : {std::pair{"for", signals_of(question, true)}, {"against", signals_of(question, false)}}) {
        context.out << (words.empty() ? std::string{} : fmt::format("      {}: {}\n", label, words));
    }
    context.out << fmt::format("      yes: knowwho merge {0} {1}   no: knowwho people --different {0} --different {1}\n", one, other);
}

std::string as_json(std::vector<SameQuestion> const& questions)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& one : questions) {
        auto signals = nlohmann::ordered_json::array();
        for (auto const& signal : one.signals) {
            signals.push_back({{"name", signal.name}, {"detail", signal.detail}, {"weight", signal.weight}});
        }
        all.push_back({{"first", one.first.person.value}, {"first_name", full_name(one.first.name)}, {"second", one.second.person.value},
            {"second_name", full_name(one.second.name)}, {"probability", one.probability}, {"signals", std::move(signals)}});
    }
    return json_document(all);
}

ExitCode keep_apart(Notebook& notebook, PeopleOptions const& options, Context& context)
{
    if (options.different.size() != 2) {
        throw Error{ExitCode::usage, "--different needs two people", "knowwho people --different 17 --different 240"};
    }
    auto const one = named_acquaintance(notebook, options.different[0]);
    auto const other = named_acquaintance(notebook, options.different[1]);
    if (one.person == other.person) {
        throw Error{ExitCode::usage, fmt::format("{} is one person in the notebook", in_one_line(one)), fmt::format("knowwho split {} takes them apart", one.person.value)};
    }
    save_different(notebook, one.person, other.person, context.now);
    if (!context.quiet) {
        context.out << fmt::format("Two people: {} and {}\n", in_one_line(one), in_one_line(other));
    }
    return ExitCode::done;
}

/// By hand, and the latest of those whom the lists' own rows gave away.
ExitCode show_merged(Notebook const& notebook, int top, Context& context)
{
    for (auto const& merge : merges(notebook)) {
        auto const kept = find_acquaintance(notebook, merge.kept).value_or(Acquaintance{});
        context.out << fmt::format("{}  {} was also {} [{}]: {}\n", to_iso(day_of(merge.merged_at)), in_one_line(kept),
            clean_line(full_name(merge.gone_as.name), 60), merge.gone.value, clean_line(merge.reason, 100));
    }
    auto const known_again = recognitions(notebook, static_cast<std::size_t>(top));
    for (auto const& one : known_again) {
        auto const person = find_acquaintance(notebook, one.person).value_or(Acquaintance{});
        context.out << fmt::format("{}  {} known again in line {}, {:.3f}: {}\n", to_iso(day_of(one.recognised_at)), in_one_line(person), one.line,
            one.probability, clean_line(one.reason, 160));
    }
    if (!context.quiet && known_again.size() == static_cast<std::size_t>(top)) {
        context.err << "note:     there may be more whom a list knew again; --top shows them\n";
    }
    return ExitCode::done;
}

ExitCode run(Context& context, PeopleOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (!options.different.empty()) {
        return keep_apart(notebook, options, context);
    }
    if (options.merged) {
        return show_merged(notebook, options.top, context);
    }
    auto questions = likely_same(notebook, static_cast<std::size_t>(options.top) + 1);
    bool const more = questions.size() > static_cast<std::size_t>(options.top);
    questions.resize(std::min(questions.size(), static_cast<std::size_t>(options.top)));
    if (options.format == "json") {
        context.out << as_json(questions);
        return ExitCode::done;
    }
    for (auto const& question : questions) {
        print_question(question, context);
    }
    if (!context.quiet && (questions.empty() || more)) {
        context.err << (more ? "note:     there are more; --top shows them\n" : "note:     nobody is in the notebook twice, as far as can be seen\n");
    }
    return ExitCode::done;
}

} // namespace

Command people_command()
{
    return make_command<PeopleOptions>("people", "who may be in the notebook twice: open questions", "knowwho people", declare, run);
}

} // namespace knowwho
