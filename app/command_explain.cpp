// SPDX-License-Identifier: MIT
// knowwho explain: every reason, every snippet, every rejected namesake of one person.
#include "app/command.hpp"
#include "app/kept_ranking.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "score/goal_words.hpp"
#include "store/attendances.hpp"
#include "store/pages.hpp"
#include "store/recognitions.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <span>

namespace knowwho {
namespace {

struct ExplainOptions {
    std::string person;
    std::string goals;
    std::string event;
};

void declare(Options& options, ExplainOptions& values)
{
    options.argument("PERSON", values.person, "a name, part of one, or the number that rank prints");
    options.text("-g,--goals", "FILE", values.goals, "the goals to judge by (now those used last for the event)");
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
}

std::string source_words(Source const& source, std::span<Evidence const> evidence)
{
    if (auto const* const row = std::get_if<RosterSource>(&source)) {
        return row->line == 0 ? clean_line(row->file) : fmt::format("{}, line {}", clean_line(row->file), row->line);
    }
    if (std::holds_alternative<EncounterId>(source)) {
        return "your own note";
    }
    auto const found = std::ranges::find(evidence, std::get<SnippetId>(source), [](Evidence const& one) { return one.snippet.id; });
    return found == evidence.end() ? std::string{"a page"} : clean_line(found->page.place());
}

void print_head(std::ostream& out, Candidate const& candidate, Match const& match, std::string const& unplanned)
{
    auto const& row = candidate.attendance.row;
    out << fmt::format("{}  [{}]\n", clean_line(full_name(row.name)), candidate.attendance.person.value);
    for (auto const* const part : {&row.role, &row.organisation, &row.place}) {
        if (!part->empty()) {
            out << "  " << clean_line(*part) << '\n';
        }
    }
    out << fmt::format("  score {:.2f} (between {:.2f} and {:.2f})\n", match.score, match.low, match.high);
    if (!unplanned.empty()) {
        out << "  has the last seat: " << clean_line(unplanned) << '\n';
    }
    if (!match.excluded.empty()) {
        out << "  can't be a target: " << clean_line(match.excluded) << '\n';
    }
    if (!match.said.empty()) {
        out << fmt::format("  {}{}\n", clean_line(match.said), match.barred.empty() || match.is_absent ? "" : fmt::format(", though: {}", clean_line(match.barred)));
    }
}

/// Nothing of a reason that counts for nothing.
void print_reason(std::ostream& out, Reason const& reason, std::span<Evidence const> evidence)
{
    if (!is_told(reason)) {
        return;
    }
    auto sources = std::vector<std::string>{};
    for (auto const& source : reason.sources) {
        sources.push_back(source_words(source, evidence));
    }
    out << fmt::format("    {:+.2f}  {}  [{}]\n", reason.share, clean_line(reason.sentence), fmt::join(sources, "; "));
}

void print_reasons(std::ostream& out, Match const& match, Goals const& goals, std::span<Evidence const> evidence)
{
    out << "\nReasons\n";
    for (std::size_t goal = 0; goal < match.goals.size(); ++goal) {
        out << fmt::format("  {}: {:.2f}\n", clean_line(goals.goals[goal].name), match.goals[goal].score);
        for (auto const& reason : match.reasons) {
            if (reason.goal == goal && !stands_beside_goals(reason.signal)) {
                print_reason(out, reason, evidence);
            }
        }
    }
    if (std::ranges::any_of(match.reasons, [](Reason const& reason) { return stands_beside_goals(reason.signal) && is_told(reason); })) {
        out << "  Beside the goals\n";
    }
    for (auto const& reason : match.reasons) {
        if (stands_beside_goals(reason.signal)) {
            print_reason(out, reason, evidence);
        }
    }
}

/// Sources that would lift the person, goal by goal.
void print_what_would_lift(std::ostream& out, Candidate const& candidate, Goals const& goals)
{
    auto const missing = words_that_would_lift(goals, candidate);
    out << (missing.empty() ? "" : "\nWhat would lift the place\n");
    for (auto const& one : missing) {
        auto words = std::vector<std::string>{};
        for (auto const& word : one.words) {
            words.push_back(clean_line(word));
        }
        out << fmt::format("  {} needs: a source that names {}\n", clean_line(goals.goals[one.goal].name), fmt::join(words, ", "));
    }
}

void print_evidence(std::ostream& out, std::span<Evidence const> evidence, LinkState state, std::string_view heading)
{
    bool first = true;
    for (auto const& one : evidence) {
        if (one.link.state != state) {
            continue;
        }
        if (first) {
            out << '\n' << heading << '\n';
            first = false;
        }
        auto const date = one.page.published ? to_iso(*one.page.published) : std::string{"no date"};
        out << fmt::format("  {:.3f}  {} ({})\n         \"{}\"\n", one.link.probability,
            clean_line(one.page.place()), date, clean_line(one.snippet.quote));
        for (auto const& signal : one.link.signals) {
            out << fmt::format("         {:+.1f} {}: {}\n", signal.weight, clean_line(signal.name), clean_line(signal.detail, 100));
        }
    }
}

/// Rows that the program took for one person, with what spoke for it.
void print_recognitions(std::ostream& out, std::span<Recognition const> all)
{
    out << (all.empty() ? "" : "\nKnown again\n");
    for (auto const& one : all) {
        out << fmt::format("  {:.3f}  line {} (row {}): {}\n", one.probability, one.line, one.attendance.value, clean_line(one.reason, 200));
    }
}

void print_row(std::ostream& out, Attendance const& attendance)
{
    out << fmt::format("\nOn the list ({}, line {})\n", clean_line(attendance.list_file), attendance.row.line);
    for (auto const& cell : attendance.row.raw) {
        if (!cell.value.empty()) {
            out << fmt::format("  {}: {}\n", cell.header.empty() ? "(no header)" : clean_line(cell.header), clean_line(cell.value));
        }
    }
}

ExitCode run(Context& context, ExplainOptions const& options)
{
    auto notebook = open_to_rank(context);
    auto const event = chosen_event(notebook, options.event);
    auto const goals = goals_and_text_for(notebook, event, options.goals);
    auto const [candidate, match, unplanned] = ranked_person(notebook, event, goals, context, options.person);
    auto const evidence = all_evidence(notebook, candidate.attendance.person);
    print_head(context.out, candidate, match, unplanned);
    print_reasons(context.out, match, goals.goals, evidence);
    print_what_would_lift(context.out, candidate, goals.goals);
    print_evidence(context.out, evidence, LinkState::quotable, "Snippets that may be quoted");
    print_evidence(context.out, evidence, LinkState::question, "The same person? (waits for your answer)");
    print_evidence(context.out, evidence, LinkState::rejected, "Rejected: another person of that name");
    print_recognitions(context.out, recognitions(notebook, candidate.attendance.person));
    for (auto const& attendance : attendances(notebook, candidate.attendance.person)) {
        print_row(context.out, attendance);
    }
    return ExitCode::done;
}

} // namespace

Command explain_command()
{
    return make_command<ExplainOptions>("explain", "every reason, every snippet, every rejected namesake of one person",
        "knowwho explain 'Anna Weber'", declare, run);
}

} // namespace knowwho
