// SPDX-License-Identifier: MIT
// Makes the briefing out of what the stages before have found: values in, values out.
#include "report/compose.hpp"

#include "data/resources.hpp"
#include "report/carried_words.hpp"
#include "report/clean_text.hpp"
#include "report/compose_card.hpp"
#include "report/date_forms.hpp"
#include "report/grounding.hpp"
#include "report/openers.hpp"
#include "report/patterns.hpp"
#include "report/phrases.hpp"
#include "report/source_book.hpp"
#include "text/lexicon.hpp"

#include <algorithm>

namespace knowwho {

namespace {

void fill_event(Briefing& sheet, Goals const& goals)
{
    sheet.language = goals.event.language == Language::german ? Language::german : Language::english;
    sheet.form = goals.event.address;
    sheet.event = clean_line(goals.event.name, 120);
    sheet.place = clean_line(goals.event.place, 80);
    sheet.dates = date_span(goals.event.starts, goals.event.ends, sheet.language);
    sheet.owner = clean_line(goals.me.name, 80);
    sheet.introduction = clean_line(goals.me.introduction, 300);
}

std::vector<GoalCoverage> coverage_of(BriefingInput const& input)
{
    std::vector<GoalCoverage> rows;
    for (std::size_t i = 0; i < input.goals.goals.size(); ++i) {
        Goal const& goal = input.goals.goals[i];
        double const covered = i < input.shortlist.coverage.size() ? input.shortlist.coverage[i] : 0;
        rows.push_back({clean_line(goal.name, 60), clean_line(goal.want, 300), goal.weight, covered});
    }
    return rows;
}

std::string chance_of(BriefingInput const& input, Phrases const& phrases)
{
    std::size_t const count = input.shortlist.targets.size();
    if (count == 0) {
        return std::string{phrases("no_targets")};
    }
    std::string_view const key = count == 1 ? "chance_one" : count <= 3 ? "chance_all" : "chance_some";
    auto const& event = input.goals.event;
    return phrases.fill(key, {{"chance", per_cent(input.shortlist.three_come, phrases.language())}}) + " "
        + phrases.fill("chance_basis", {{"absent", per_cent(event.no_show, phrases.language())},
              {"speakers", per_cent(event.no_show_of_speakers(), phrases.language())}});
}

std::string follow_up_slot(Goals const& goals, Phrases const& phrases)
{
    auto const& ends = goals.event.ends ? goals.event.ends : goals.event.starts;
    if (!ends || ends->day == 0) {
        return std::string{phrases("slot_undated")};
    }
    // Nobody writes thank-you notes on a Sunday, and 72 hours reach to Monday.
    PartialDate const next = next_working_day(*ends);
    return phrases.fill("slot_text", {{"day", moment(to_iso(next), phrases.language())}});
}

std::vector<std::string> exits(Language language, Address form)
{
    std::string_view const file = language != Language::german ? "templates/exits_en.txt"
        : form == Address::du                                  ? "templates/exits_de_du.txt"
                                                               : "templates/exits_de.txt";
    std::vector<std::string> lines;
    for_each_row(resource(file), [&lines](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

std::vector<std::string> resources_of(BriefingInput const& input, Phrases const& phrases, Briefing const& sheet)
{
    std::vector<std::string> lines;
    if (!input.list_name.empty()) {
        lines.push_back(phrases.fill("list_name", {{"file", clean_line(input.list_name, 160)}}));
    }
    auto const texts = std::count_if(sheet.sources.begin(), sheet.sources.end(),
        [](SourceEntry const& entry) { return std::holds_alternative<SnippetId>(entry.origin); });
    if (texts == 1) {
        lines.emplace_back(phrases("resource_page"));
    } else if (texts > 1) {
        lines.push_back(phrases.fill("resource_pages", {{"count", std::to_string(texts)}}));
    }
    for (auto const& line : input.resources) {
        lines.push_back(clean_line(line, 300));
    }
    return lines;
}

} // namespace

Briefing compose(BriefingInput const& input)
{
    Briefing sheet;
    fill_event(sheet, input.goals);
    Phrases const phrases{sheet.language};
    auto const patterns = read_patterns(sheet.language, sheet.form);
    SourceBook sources{phrases, input};
    OpenerChoice openers{patterns, phrases};
    CardMaker maker{input, phrases, sources, openers, text_of_goals(input.goals)};
    for (std::size_t const index : input.shortlist.targets) {
        sheet.cards.push_back(make_card(maker, input.matches[index], static_cast<int>(sheet.cards.size()) + 1));
    }
    for (std::size_t const index : input.shortlist.reserves) {
        sheet.reserves.push_back(make_reserve(maker, input.matches[index]));
    }
    sheet.goals = coverage_of(input);
    sheet.chance = chance_of(input, phrases);
    sheet.follow_up = follow_up_slot(input.goals, phrases);
    sheet.polite_exits = exits(sheet.language, sheet.form);
    sheet.sources = sources.entries();
    sheet.resources = resources_of(input, phrases, sheet);
    sheet.prepared = phrases.fill("prepared", {{"date", long_date(input.today, sheet.language)}});
    sheet.dropped = drop_ungrounded(sheet, input);
    return sheet;
}

} // namespace knowwho
