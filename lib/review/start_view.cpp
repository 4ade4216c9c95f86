// SPDX-License-Identifier: MIT
#include "review/start_view.hpp"

#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/job_view.hpp"
#include "review/reading_choice.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

constexpr std::size_t people_shown = 5;
constexpr std::size_t problems_shown = 20;
constexpr int fields = static_cast<int>(Field::ignored) + 1;

void add_column(Dictionary& dictionary, PageWords const& words, ListReading const& reading, std::size_t index)
{
    auto const& column = reading.columns[index];
    auto& row = *dictionary.AddSectionDictionary("COLUMN");
    row.SetValue("HEADER", column.header.empty() ? words.fill("column_number", {{"count", std::to_string(index + 1)}}) : clean_line(column.header, 60));
    row.SetValue("FIELD_NAME", column_field(index));
    row.SetValue("CONFIDENCE", column.field ? fmt::format("{:.0f} %", column.confidence * 100) : "–");
    auto samples = std::vector<std::string>{};
    for (auto const& sample : column.samples) {
        samples.push_back(clean_line(sample, 40));
    }
    row.SetValue("SAMPLES", fmt::format("{}", fmt::join(samples, " · ")));
    if (!column.field) {
        add_option(row, "OPTION", "", words("field_unknown"), true);
    }
    for (int i = 0; i < fields; ++i) {
        auto const field = static_cast<Field>(i);
        auto const name = std::string{to_text(field)};
        add_option(row, "OPTION", name, words("field_" + name), column.field == field);
    }
}

void add_people(Dictionary& dictionary, ListReading const& reading)
{
    for (std::size_t i = 0; i < std::min(people_shown, reading.rows.size()); ++i) {
        auto const& person = reading.rows[i];
        auto& row = *dictionary.AddSectionDictionary("PERSON");
        row.SetIntValue("LINE", person.line);
        row.SetValue("NAME", clean_line(full_name(person.name), 60));
        row.SetValue("ROLE", clean_line(person.role, 60));
        row.SetValue("ORGANISATION", clean_line(person.organisation, 60));
        row.SetValue("PLACE", clean_line(person.place, 60));
    }
}

std::string place_in(PageWords const& words, Problem const& problem)
{
    return problem.line > 0 ? words.fill("problem_line", {{"line", std::to_string(problem.line)}}) : std::string{};
}

void add_problems(Dictionary& dictionary, PageWords const& words, std::vector<Problem> problems)
{
    if (problems.empty()) {
        return;
    }
    constexpr std::string_view kinds[] = {"problem_note", "problem_warning", "problem_loss"};
    std::ranges::stable_sort(problems, std::greater{}, &Problem::severity);
    auto& list = *dictionary.AddSectionDictionary("PROBLEMS");
    list.SetValue("PROBLEMS_COUNT", words.count("problems", problems.size()));
    for (std::size_t i = 0; i < std::min(problems_shown, problems.size()); ++i) {
        auto const& problem = problems[i];
        auto& row = *list.AddSectionDictionary("PROBLEM");
        row.SetValue("KIND", std::string{words(kinds[static_cast<int>(problem.severity)])});
        row.SetValue("WHERE", place_in(words, problem));
        row.SetValue("REASON", clean_line(words.said(problem.reason), 300));
        row.SetValue("CELL", clean_line(problem.cell, 80));
        row.SetValue("ADVICE", clean_line(words.said(problem.advice), 300));
    }
    if (problems.size() > problems_shown) {
        list.AddSectionDictionary("MORE")->SetValue("MORE_COUNT", words.fill("problems_more", {{"count", std::to_string(problems.size() - problems_shown)}}));
    }
}

void add_staged(Dictionary& parent, PageWords const& words, StagedView const& staged)
{
    auto& dictionary = *parent.AddSectionDictionary("STAGED");
    auto const& reading = staged.reading;
    dictionary.SetValue("FILE", clean_line(reading.file, 80));
    auto understood = std::vector<std::string>{reading.format};
    for (auto const* const part : {&reading.encoding, &reading.dialect}) {
        if (!part->empty()) {
            understood.push_back(clean_line(words.said(*part), 120));
        }
    }
    dictionary.SetValue("UNDERSTOOD", fmt::format("{}", fmt::join(understood, ", ")));
    dictionary.SetValue("STAGED_PEOPLE", words.count("people", reading.rows.size()));
    dictionary.SetValue("EVENT_NAME", clean_line(staged.event, 120));
    add_reading_choices(dictionary, words, staged.reading, staged.chosen);
    if (!reading.columns.empty()) {
        dictionary.ShowSection("HAS_COLUMNS");
    }
    for (std::size_t i = 0; i < reading.columns.size(); ++i) {
        add_column(dictionary, words, reading, i);
    }
    add_people(dictionary, reading);
    add_problems(dictionary, words, reading.problems);
}

/// So many digits that what nobody changes comes back as it was.
std::string number_field(double number)
{
    return fmt::format("{:.12g}", number);
}

std::string lines(std::vector<std::string> const& values)
{
    return fmt::format("{}", fmt::join(values, "\n"));
}

void add_goal(Dictionary& parent, PageWords const& words, EditedGoal const& edited, std::size_t index, bool is_new)
{
    auto const& goal = edited.goal;
    auto& dictionary = *parent.AddSectionDictionary("GOAL");
    dictionary.SetIntValue("I", static_cast<long>(index));
    dictionary.SetValue("LEGEND", is_new ? std::string{words("goals_new")} : words.fill("goals_number", {{"count", std::to_string(index + 1)}}));
    dictionary.SetValue("ORIGIN", edited.origin ? std::to_string(*edited.origin) : "");
    dictionary.SetValue("NAME", goal.name);
    dictionary.SetValue("WANT", goal.want);
    dictionary.SetValue("WEIGHT", number_field(goal.weight));
    dictionary.SetValue("ORGANISATIONS", lines(goal.organisations));
    dictionary.SetValue("PLACES", lines(goal.places));
    dictionary.SetValue("MUST", lines(goal.must));
    dictionary.SetValue("AVOID", lines(goal.avoid));
    dictionary.SetValue("ASK", goal.ask);
    for (auto const name : goal_kind_names) {
        add_option(dictionary, "OPTION", name, words(fmt::format("kind_{}", name)), name == to_text(goal.kind));
    }
    if (!is_new) {
        dictionary.ShowSection("CAN_REMOVE");
    }
}

void add_goals_form(Dictionary& parent, PageWords const& words, GoalsEdit const& edit)
{
    auto& dictionary = *parent.AddSectionDictionary("GOALS_FORM");
    auto const& event = edit.event;
    dictionary.SetValue("EVENT_NAME", event.name);
    dictionary.SetValue("EVENT_PLACE", event.place);
    dictionary.SetValue("EVENT_STARTS", event.starts ? to_iso(*event.starts) : "");
    dictionary.SetValue("EVENT_ENDS", event.ends ? to_iso(*event.ends) : "");
    dictionary.SetValue("EVENT_NO_SHOW", number_field(event.no_show * 100));
    dictionary.ShowSection(event.language == Language::english ? "IN_ENGLISH" : "IN_GERMAN");
    dictionary.ShowSection(event.address == Address::du ? "IS_DU" : "IS_SIE");
    dictionary.SetValue("ME_NAME", edit.me.name);
    dictionary.SetValue("ME_INTRODUCTION", edit.me.introduction);
    dictionary.SetValue("ME_OFFERS", lines(edit.me.offers));
    dictionary.SetValue("ME_COMMON_GROUND", lines(edit.me.common_ground));
    dictionary.SetIntValue("ME_PREPARE_MINUTES", edit.me.prepare_minutes);
    for (std::size_t i = 0; i < edit.goals.size(); ++i) {
        add_goal(dictionary, words, edit.goals[i], i, false);
    }
    add_goal(dictionary, words, {}, edit.goals.size(), true);
}

void add_goals(Dictionary& dictionary, PageWords const& words, GoalsPart const& goals)
{
    dictionary.SetValue("GOALS_FILE", goals.file);
    dictionary.SetValue("GOALS_TEXT", goals.text);
    dictionary.SetValue("SEEN", goals.seen);
    show_text(dictionary, "GOALS_ERROR", "ERROR", goals.error);
    if (goals.text_only) {
        dictionary.ShowSection("TEXT_ONLY");
    } else {
        add_goals_form(dictionary, words, goals.edit);
    }
    for (auto const& [goal, unmet] : goals.unmet) {
        auto& row = *dictionary.AddSectionDictionary("UNMET");
        row.SetValue("UNMET_GOAL", goal);
        row.SetValue("UNMET_WORDS", fmt::format("{}", fmt::join(unmet, ", ")));
    }
}

} // namespace

std::string column_key(ListReading const& reading, std::size_t column)
{
    auto const& header = reading.columns[column].header;
    bool const is_alone = !header.empty() && !header.starts_with('#') && std::ranges::count(reading.columns, header, &ColumnUse::header) == 1;
    return is_alone ? header : fmt::format("#{}", column + 1);
}

std::string column_field(std::size_t column)
{
    return fmt::format("column_{}", column);
}

std::string start_html(Frame const& frame, StartView const& view)
{
    auto dictionary = Dictionary{"start"};
    set_frame(dictionary, frame);
    if (!view.event.empty()) {
        auto& known = *dictionary.AddSectionDictionary("HAS_LIST");
        known.SetValue("LIST_PEOPLE", frame.words.count("people", view.people));
        known.SetValue("LIST_EVENT", view.event);
    }
    show_text(dictionary, "LIST_ERROR", "ERROR", view.staged_error);
    if (view.staged) {
        add_staged(dictionary, frame.words, *view.staged);
    }
    add_goals(dictionary, frame.words, view.goals);
    if (!view.event.empty()) {
        dictionary.ShowSection("CAN_ADD_PAGES");
    }
    if (view.is_ready) {
        dictionary.ShowSection("READY");
    }
    dictionary.SetValue("JOB", job_html(frame, view.job, "/start"));
    return fill_template("start", dictionary);
}

} // namespace knowwho::review
