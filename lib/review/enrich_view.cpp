// SPDX-License-Identifier: MIT
#include "review/enrich_view.hpp"

#include "report/clean_text.hpp"
#include "review/job_view.hpp"

#include <cmath>
#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

void add_sources(Dictionary& plan, std::vector<PlannedSource> const& sources)
{
    for (auto const& source : sources) {
        auto& row = *plan.AddSectionDictionary("SOURCE");
        row.SetValue("SOURCE_TITLE", clean_line(source.title, 60));
        row.SetValue("HOSTS", clean_line(fmt::format("{}", fmt::join(source.hosts, ", ")), 300));
        row.SetIntValue("SOURCE_PEOPLE", static_cast<long>(source.people));
        row.SetIntValue("SOURCE_REQUESTS", source.requests);
    }
}

void add_chosen(Dictionary& plan, std::vector<PlannedPerson> const& people)
{
    for (auto const& person : people) {
        auto& row = *plan.AddSectionDictionary("CHOSEN");
        row.SetIntValue("ID", static_cast<long>(person.id));
        row.SetValue("NAME", clean_line(person.name, 80));
        row.SetValue("ORGANISATION", clean_line(person.organisation, 80));
        row.SetValue("ASKED", clean_line(fmt::format("{}", fmt::join(person.asked, ", "))));
        for (auto const& [source, reason] : person.passed) {
            auto& passed = *row.AddSectionDictionary("PASSED");
            passed.SetValue("PASSED_SOURCE", clean_line(source, 60));
            passed.SetValue("REASON", clean_line(reason, 200));
        }
    }
}

void add_past(Dictionary& dictionary, std::vector<PastAsk> const& past)
{
    if (past.empty()) {
        return;
    }
    auto& table = *dictionary.AddSectionDictionary("PAST");
    for (auto const& ask : past) {
        auto& row = *table.AddSectionDictionary("PAST_ROW");
        row.SetValue("PAST_SOURCE", clean_line(ask.source, 60));
        row.SetIntValue("FOUND", static_cast<long>(ask.found));
        row.SetIntValue("NOTHING", static_cast<long>(ask.nothing));
        row.SetIntValue("REFUSED", static_cast<long>(ask.refused));
        row.SetIntValue("NOT_ANSWERED", static_cast<long>(ask.failed));
        row.SetIntValue("LEFT", static_cast<long>(ask.left));
    }
}

} // namespace

std::string enrich_html(Frame const& frame, EnrichView const& view)
{
    auto const& words = frame.words;
    auto dictionary = Dictionary{"enrich"};
    set_frame(dictionary, frame);
    dictionary.SetValue("JOB", job_html(frame, view.job, "/enrich"));
    dictionary.SetIntValue("BUDGET_PEOPLE", view.people);
    dictionary.SetIntValue("BUDGET_REQUESTS", view.requests);
    dictionary.SetIntValue("BUDGET_MINUTES", view.minutes);
    if (!view.job.is_running) {
        dictionary.ShowSection("MAY_START");
    }
    if (view.sources.empty()) {
        dictionary.ShowSection("NOTHING_TO_ASK");
    } else {
        auto& plan = *dictionary.AddSectionDictionary("PLAN");
        plan.SetValue("COST", words.fill("enrich_cost", {{"people", words.count("people", view.chosen.size())}, {"requests", words.count("requests", static_cast<std::size_t>(view.planned_requests))},
            {"minutes", std::to_string(static_cast<long>(std::ceil(view.planned_seconds / 60)))}}));
        add_sources(plan, view.sources);
        add_chosen(plan, view.chosen);
    }
    add_past(dictionary, view.past);
    for (auto const& problem : view.problems) {
        dictionary.AddSectionDictionary("PROBLEM")->SetValue("REASON", clean_line(problem, 400));
    }
    return fill_template("enrich", dictionary);
}

} // namespace knowwho::review
