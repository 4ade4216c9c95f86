// SPDX-License-Identifier: MIT
// knowwho outcomes: whom I meant to meet, what came of it, and what that teaches.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/outcome_step.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/csv_cell.hpp"
#include "report/name_forms.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct OutcomesOptions {
    std::string person;
    std::string worth;
    std::string goal;
    std::string event;
    bool learn = false;
    bool back = false;
    bool weights = false;
    std::string format = "table";
};

void declare(Options& options, OutcomesOptions& values)
{
    options.argument("PERSON", values.person, "say with --worth what the talk with them was worth", false);
    options.choice("--worth", {"nothing", "some", "much"}, values.worth, "what it was worth for the goal");
    options.text("--goal", "NAME", values.goal, "for which goal (not needed if there is only one)");
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.flag("--learn", values.learn, "let the weights of the ranking move by what the talks were worth; prints both");
    options.flag("--back", values.back, "take the last learning back");
    options.flag("--weights", values.weights, "show the weights in force");
    options.choice("--format", {"table", "json", "csv"}, values.format, "form of the table (now table)");
}

std::string worth_of(OutcomeRow const& row)
{
    auto words = std::vector<std::string>{};
    for (auto const& one : row.outcomes) {
        words.push_back(fmt::format("{} for {}", to_text_of_worth(one.worth), clean_line(one.goal, 60)));
    }
    return words.empty() ? std::string{"not said yet"} : fmt::format("{}", fmt::join(words, ", "));
}

std::string row_of(OutcomeRow const& row)
{
    auto const position = row.position > 0 ? std::to_string(row.position) : std::string{"-"};
    auto const line = fmt::format("{:>3}  {:<7}  {}", position, row.met ? "met" : "not met", in_one_line(row.person));
    return row.met || !row.outcomes.empty() ? fmt::format("{}: {}\n", line, worth_of(row)) : line + '\n';
}

/// "Pilotkunden: much 2, some 1, nothing 0"
std::string by_goal(std::vector<OutcomeRow> const& rows)
{
    auto counts = std::map<std::string, std::array<int, 3>>{};
    for (auto const& row : rows) {
        for (auto const& one : row.outcomes) {
            ++counts[one.goal][static_cast<std::size_t>(std::clamp(one.worth, 0, 2))];
        }
    }
    auto text = std::string{};
    for (auto const& [goal, count] : counts) {
        text += fmt::format("{}: {} worth much, {} some, {} nothing\n", clean_line(goal, 60), count_of(count[2], "talk", "talks"), count[1], count[0]);
    }
    return text;
}

std::string summary_of(Event const& event, std::vector<OutcomeRow> const& rows)
{
    auto const planned = std::ranges::count_if(rows, [](OutcomeRow const& row) { return row.position > 0; });
    auto const met = std::ranges::count_if(rows, [](OutcomeRow const& row) { return row.position > 0 && row.met; });
    auto const others = std::ssize(rows) - planned;
    return fmt::format("{}: {} of {} met, {}\n", clean_line(event.name, 80), met, count_of(planned, "target", "targets"),
        others == 0 ? std::string{"nobody else"} : fmt::format("and {} unplanned", count_of(others, "person", "people")));
}

std::string as_csv(std::vector<OutcomeRow> const& rows)
{
    auto text = std::string{"position,person,name,organisation,met,goal,worth\r\n"};
    for (auto const& row : rows) {
        auto const head = fmt::format("{},{},{},{},{}", row.position, row.person.person.value, csv_cell(full_name(row.person.name)), csv_cell(row.person.organisation), int{row.met});
        for (auto const& one : row.outcomes) {
            text += fmt::format("{},{},{}\r\n", head, csv_cell(one.goal), to_text_of_worth(one.worth));
        }
        text += row.outcomes.empty() ? head + ",,\r\n" : "";
    }
    return text;
}

std::string as_json(std::vector<OutcomeRow> const& rows)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& row : rows) {
        auto worth = nlohmann::ordered_json::object();
        for (auto const& one : row.outcomes) {
            worth[one.goal] = to_text_of_worth(one.worth);
        }
        all.push_back({{"position", row.position}, {"person", row.person.person.value}, {"name", full_name(row.person.name)},
            {"organisation", row.person.organisation}, {"met", row.met}, {"worth", std::move(worth)}});
    }
    return json_document(all);
}

ExitCode print_outcomes(Notebook const& notebook, OutcomesOptions const& options, Context& context)
{
    auto const event = chosen_event(notebook, options.event);
    auto const rows = outcome_rows(notebook, event);
    if (options.format != "table") {
        context.out << (options.format == "csv" ? as_csv(rows) : as_json(rows));
        return ExitCode::done;
    }
    for (auto const& row : rows) {
        context.out << row_of(row);
    }
    if (!context.quiet) {
        context.out << summary_of(event, rows) << by_goal(rows);
    }
    return ExitCode::done;
}

void print_weights(SignalWeights const& before, SignalWeights const& after, SignalRecords const& records, Context& context)
{
    context.out << fmt::format("{:<14} {:>6} {:>6} {:>7} {:>6}\n", "reason", "talks", "worth", "before", "after");
    for (std::size_t index = 0; index < signal_count; ++index) {
        auto const signal = static_cast<SignalKind>(index);
        context.out << fmt::format("{:<14} {:>6.1f} {:>6.1f} {:>7.2f} {:>6.2f}\n", name_of(signal), records[index].talks, records[index].worth,
            before.of(signal), after.of(signal));
    }
    if (!context.quiet) {
        context.out << "talks: how many talks the reason stood behind, by its part in their scores; worth: their mean, 0 to 2\n"
                       "before, after: the factor on its share in every score, 0.5 to 2\n";
    }
}

ExitCode learn(Notebook& notebook, Context& context)
{
    auto const talks = rated_talks(notebook, context);
    if (talks.empty()) {
        throw Error{ExitCode::usage, "there is nothing to learn from yet", "say what a talk was worth: knowwho outcomes PERSON --worth much"};
    }
    auto const before = SignalWeights{learnt_factors(notebook)};
    auto const after = learn_weights(talks);
    print_weights(before, after, records_of(talks), context);
    if (before.by_name() == after.by_name()) {
        context.out << "nothing moves: this was learnt before\n";
        return ExitCode::done;
    }
    save_learnt_factors(notebook, after.by_name(), context.now);
    context.out << "to undo: knowwho outcomes --back\n";
    return ExitCode::done;
}

ExitCode show_weights(Notebook const& notebook, Context& context)
{
    auto const weights = SignalWeights{learnt_factors(notebook)};
    for (std::size_t index = 0; index < signal_count; ++index) {
        auto const signal = static_cast<SignalKind>(index);
        context.out << fmt::format("{:<14} {:>6.2f}\n", name_of(signal), weights.of(signal));
    }
    return ExitCode::done;
}

ExitCode take_back(Notebook& notebook, Context& context)
{
    if (!take_back_learnt_factors(notebook)) {
        throw Error{ExitCode::usage, "nothing was learnt yet", "knowwho outcomes --learn does it"};
    }
    return show_weights(notebook, context);
}

ExitCode run(Context& context, OutcomesOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (options.learn) {
        return learn(notebook, context);
    }
    if (options.back) {
        return take_back(notebook, context);
    }
    if (options.weights) {
        return show_weights(notebook, context);
    }
    if (options.person.empty() != options.worth.empty()) {
        throw Error{ExitCode::usage, options.person.empty() ? "--worth: of the talk with whom?" : "say what the talk was worth with --worth",
            "knowwho outcomes 'Anna Weber' --worth much --goal Pilotkunden"};
    }
    if (!options.person.empty()) {
        auto const person = named_acquaintance(notebook, options.person);
        note_outcome(notebook, chosen_event(notebook, options.event), person.person, options.goal, options.worth, context.now);
    }
    return print_outcomes(notebook, options, context);
}

} // namespace

Command outcomes_command()
{
    return make_command<OutcomesOptions>("outcomes", "whom I meant to meet, what came of it, and what that teaches", "knowwho outcomes 'Anna Weber' --worth much --goal Pilotkunden",
        declare, run);
}

} // namespace knowwho
