// SPDX-License-Identifier: MIT
// The briefing as one HTML file: no script, no request to anywhere, made to be printed.
#include "report/html.hpp"

#include "data/resources.hpp"
#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/layout_text.hpp"
#include "report/phrases.hpp"
#include "report/timeline.hpp"
#include "report/wording.hpp"
#include "text/ascii.hpp"
#include "text/quotation.hpp"

#include <ctemplate/template.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace knowwho {

namespace {

using Dictionary = ctemplate::TemplateDictionary;

// A section that a dictionary does not show is looked up in those around it: a name means the
// same thing on every level, or is used on one level only.

/// What every part of the page needs.
struct SheetPage {
    Briefing const& sheet;
    Phrases const& phrases;
};

void set(Dictionary& dictionary, char const* name, std::string const& value)
{
    dictionary.SetValue(name, value);
}

/// Shows section `name` with `variable` set, if there is something to show.
void show(Dictionary& dictionary, char const* section, char const* variable, std::string const& value)
{
    if (!value.empty()) {
        set(*dictionary.AddSectionDictionary(section), variable, value);
    }
}

void add_refs(Dictionary& dictionary, char const* section, std::vector<int> const& sources)
{
    for (int const number : sources) {
        dictionary.AddSectionDictionary(section)->SetIntValue("N", number);
    }
}

void add_statements(Dictionary& dictionary, char const* section, std::vector<Statement> const& statements)
{
    for (auto const& statement : statements) {
        Dictionary& row = *dictionary.AddSectionDictionary(section);
        set(row, "TEXT", statement.text);
        add_refs(row, "REFS", statement.sources);
    }
}

void set_labels(Dictionary& dictionary, Phrases const& phrases)
{
    static constexpr std::string_view keys[] = {"briefing", "timeline", "introduction", "targets", "name", "why",
        "where_when", "no_where", "coverage", "goal", "covered", "weight", "reserves", "openers", "then",
        "why_this_person", "give", "unknown", "do_not_mention", "ask", "notes", "note_place", "note_introduced",
        "note_promised", "note_interests", "box_met", "box_72", "box_promise", "box_thanks", "unplanned", "blank_name",
        "blank_organisation", "blank_talk", "blank_promised", "exits", "slot", "sources", "quotes", "resources", "undated", "stale"};
    for (std::string_view const key : keys) {
        dictionary.SetValue("T_" + ascii_upper(key), std::string{phrases(key)});
    }
    auto const marks = quotation_marks(phrases.language());
    set(dictionary, "OPEN_QUOTE", std::string{marks.open});
    set(dictionary, "CLOSE_QUOTE", std::string{marks.close});
    set(dictionary, "LANG", phrases.language() == Language::german ? "de" : "en");
}

template <typename Row>
void set_identity(Dictionary& dictionary, Row const& row)
{
    set(dictionary, "ADDRESS", row.address);
    show(dictionary, "ROLE", "ROLE_TEXT", row.role);
    show(dictionary, "ORGANISATION", "ORGANISATION_TEXT", row.organisation);
    add_refs(dictionary, "ROW_REFS", row.row_sources);
}

void add_cover(Dictionary& dictionary, SheetPage const& page)
{
    Briefing const& sheet = page.sheet;
    set(dictionary, "EVENT", sheet.event);
    if (!sheet.owner.empty()) {
        show(dictionary, "OWNER", "OWNER_LINE", page.phrases.fill("for", {{"name", sheet.owner}}));
    }
    show(dictionary, "HAS_PLACE", "PLACE", sheet.place);
    show(dictionary, "HAS_DATES", "DATES", sheet.dates);
    show(dictionary, "INTRODUCTION", "INTRODUCTION_TEXT", sheet.introduction);
    show(dictionary, "HAS_CHANCE", "CHANCE", sheet.chance);
}

void add_row(Dictionary& table, Card const& card)
{
    Dictionary& row = *table.AddSectionDictionary("ROW");
    row.SetIntValue("NUMBER", card.number);
    set_identity(row, card);
    set(row, "WHY", card.why.text);
    add_refs(row, "WHY_REFS", card.why.sources);
    for (auto const& appearance : card.appearances) {
        Dictionary& where = *row.AddSectionDictionary("WHERE");
        set(where, "WHERE_TEXT", place_and_time(appearance));
        add_refs(where, "REFS", appearance.sources);
    }
    if (card.appearances.empty()) {
        row.ShowSection("NO_WHERE");
    }
}

void add_goal(Dictionary& table, SheetPage const& page, std::size_t index)
{
    GoalCoverage const& goal = page.sheet.goals[index];
    Dictionary& row = *table.AddSectionDictionary("GOAL");
    set(row, "NAME", goal.name);
    show(row, "WANT", "WANT_TEXT", clean_line(goal.want, 110));
    set(row, "WEIGHT", fmt::format("{:g}", goal.weight));
    set(row, "WIDTH", fmt::format("{:.0f}", goal.coverage * 100));
    set(row, "COVERED", per_cent(goal.coverage, page.sheet.language));
    for (auto const& card : page.sheet.cards) {
        double const score = index < card.goals.size() ? card.goals[index] : 0;
        Dictionary& cell = *row.AddSectionDictionary("CELL");
        set(cell, "PERCENT", per_cent(score, page.sheet.language));
        // The area, not the radius, shows the score.
        set(cell, "RADIUS", fmt::format("{:.1f}", 9.5 * std::sqrt(std::clamp(score, 0.0, 1.0))));
    }
}

void add_overview(Dictionary& dictionary, SheetPage const& page)
{
    if (!page.sheet.cards.empty()) {
        Dictionary& table = *dictionary.AddSectionDictionary("HAS_CARDS");
        for (auto const& card : page.sheet.cards) {
            add_row(table, card);
        }
    }
    if (!page.sheet.goals.empty() && !page.sheet.cards.empty()) {
        Dictionary& table = *dictionary.AddSectionDictionary("HAS_GOALS");
        for (auto const& card : page.sheet.cards) {
            Dictionary& column = *table.AddSectionDictionary("COLUMN");
            column.SetIntValue("NUMBER", card.number);
            set(column, "ADDRESS", card.address);
        }
        for (std::size_t i = 0; i < page.sheet.goals.size(); ++i) {
            add_goal(table, page, i);
        }
    }
}

void add_timeline(Dictionary& dictionary, Briefing const& sheet)
{
    Timeline const timeline = timeline_of(sheet);
    if (timeline.days.empty()) {
        return;
    }
    double const span = std::max(timeline.closes - timeline.opens, 1);
    Dictionary& table = *dictionary.AddSectionDictionary("HAS_TIMELINE");
    for (auto const& day : timeline.days) {
        Dictionary& rows = *table.AddSectionDictionary("DAY");
        show(rows, "DAY_NAME", "DAY_TEXT", day.day);
        for (auto const& item : day.items) {
            Dictionary& row = *rows.AddSectionDictionary("SLOT_ROW");
            set(row, "HOURS", item.hours);
            show(row, "ROOM", "ROOM_TEXT", item.room);
            row.SetIntValue("NUMBER", item.number);
            set(row, "ADDRESS", item.address);
            set(row, "X", fmt::format("{:.1f}", (item.begins - timeline.opens) / span * 100));
            set(row, "WIDTH", fmt::format("{:.1f}", (item.ends - item.begins) / span * 100));
        }
    }
}

void add_reserves(Dictionary& dictionary, Briefing const& sheet)
{
    if (sheet.reserves.empty()) {
        return;
    }
    Dictionary& list = *dictionary.AddSectionDictionary("HAS_RESERVES");
    for (auto const& reserve : sheet.reserves) {
        Dictionary& row = *list.AddSectionDictionary("RESERVE");
        set_identity(row, reserve);
        if (!reserve.why.text.empty()) {
            Dictionary& why = *row.AddSectionDictionary("WHY");
            set(why, "WHY_TEXT", reserve.why.text);
            add_refs(why, "REFS", reserve.why.sources);
        }
    }
}

void add_score(Dictionary& dictionary, SheetPage const& page, Card const& card)
{
    set(dictionary, "SCORE_LINE", score_line(card, page.phrases));
    set(dictionary, "LOW", fmt::format("{:.1f}", card.low * 100));
    set(dictionary, "SPAN", fmt::format("{:.1f}", std::max(0.0, card.high - card.low) * 100));
    double x = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(card.shares.size(), 5); ++i) {
        Dictionary& row = *dictionary.AddSectionDictionary("SHARE");
        row.SetIntValue("SHADE", static_cast<long>(i));
        set(row, "X", fmt::format("{:.1f}", x * 100));
        set(row, "WIDTH", fmt::format("{:.1f}", card.shares[i].share * 100));
        set(row, "LABEL", card.shares[i].label);
        set(row, "VALUE", points(card.shares[i].share));
        x += card.shares[i].share;
    }
}

void add_opener(Dictionary& list, Opener const& opener)
{
    Dictionary& row = *list.AddSectionDictionary("OPENER");
    set(row, "LABEL", opener.label);
    set(row, "SENTENCE", opener.sentence.text);
    show(row, "FILL_IN", "FILL_IN_TEXT", opener.fill_in);
    set(row, "QUESTION", opener.question);
    add_refs(row, "REFS", opener.sentence.sources);
}

void add_reasons(Dictionary& dictionary, Card const& card)
{
    for (auto const& reason : card.reasons) {
        Dictionary& row = *dictionary.AddSectionDictionary("REASON");
        set(row, "LABEL", reason.label);
        set(row, "TEXT", reason.sentence.text);
        add_refs(row, "REFS", reason.sentence.sources);
    }
}

void add_appearances(Dictionary& dictionary, SheetPage const& page, Card const& card)
{
    for (auto const& appearance : card.appearances) {
        Dictionary& row = *dictionary.AddSectionDictionary("APPEARANCE");
        set(row, "TEXT", talk_line(appearance, page.phrases));
        add_refs(row, "REFS", appearance.sources);
    }
}

void add_card(Dictionary& dictionary, SheetPage const& page, Card const& card)
{
    Dictionary& row = *dictionary.AddSectionDictionary("CARD");
    row.SetIntValue("NUMBER", card.number);
    set_identity(row, card);
    if (card.full_name != card.address) {
        show(row, "OTHER_NAME", "FULL_NAME", card.full_name);
    }
    show(row, "FROM", "FROM_TEXT", card.place);
    add_appearances(row, page, card);
    add_score(row, page, card);
    for (auto const& opener : card.openers) {
        add_opener(row, opener);
    }
    add_reasons(row, card);
    if (!card.quotes.empty()) {
        add_statements(*row.AddSectionDictionary("HAS_QUOTES"), "CITED", inner_quotes(card.quotes, page.sheet.language));
    }
    if (!card.give.empty()) {
        add_statements(*row.AddSectionDictionary("HAS_GIVE"), "GIVE", card.give);
    }
    if (!card.unknown.empty()) {
        add_statements(*row.AddSectionDictionary("HAS_UNKNOWN"), "UNKNOWN", card.unknown);
    }
    add_statements(row, "TABOO", card.do_not_mention);
    show(row, "ASK", "ASK_TEXT", card.ask);
}

void add_last_page(Dictionary& dictionary, Briefing const& sheet)
{
    for (std::size_t i = 0; i < sheet.blank_cards; ++i) {
        dictionary.AddSectionDictionary("BLANK");
    }
    for (auto const& line : sheet.polite_exits) {
        set(*dictionary.AddSectionDictionary("EXIT"), "TEXT", line);
    }
    set(dictionary, "SLOT", sheet.follow_up);
    set(dictionary, "PREPARED", sheet.prepared);
    for (auto const& line : sheet.resources) {
        set(*dictionary.AddSectionDictionary("RESOURCE"), "TEXT", line);
    }
}

void add_source(Dictionary& dictionary, SheetPage const& page, SourceEntry const& entry)
{
    Language const language = page.sheet.language;
    Dictionary& row = *dictionary.AddSectionDictionary("SOURCE");
    row.SetIntValue("N", entry.number);
    show(row, "QUOTE", "QUOTE_TEXT", inner_quotes(entry.quote, language));
    if (int const first = first_quote_of_page(page.sheet, entry); first > 0) {
        Dictionary& again = *row.AddSectionDictionary("AGAIN");
        again.SetIntValue("FIRST", first);
        set(again, "AGAIN_TEXT", page.phrases.fill("source_again", {{"number", std::to_string(first)}}));
        return;
    }
    show(row, "ENTRY", "LABEL", entry.label);
    show(row, "SITE", "SITE_TEXT", entry.site);
    show(row, "DATE", "DATE_TEXT", entry.date);
    bool const text = std::holds_alternative<SnippetId>(entry.origin);
    if (text && entry.date.empty()) {
        row.ShowSection("UNDATED");
    } else if (entry.stale) {
        row.ShowSection("STALE");
    }
    show(row, "LINK", "URL", entry.link);
}

void replace(std::string& text, std::string_view mark, std::string_view value)
{
    std::size_t const at = text.find(mark);
    if (at != std::string::npos) {
        text.replace(at, mark.size(), value);
    }
}

/// The style sheet is put in before the template is parsed: it is ours, and nothing in it varies
/// with the list.
std::string template_text(SheetOptions const& options)
{
    std::string text{resource("templates/briefing.html")};
    replace(text, "/*CSS*/", resource("templates/briefing.css"));
    bool const a4 = options.paper == Paper::a4;
    replace(text, "/*PAPER*/", a4 ? "A4" : "letter");
    // What is left of the page between the margins, so that a card fills it.
    replace(text, "/*HEIGHT*/", a4 ? "266mm" : "248mm");
    return text;
}

std::string expand(std::string const& text, Dictionary const& dictionary)
{
    std::unique_ptr<ctemplate::Template> const sheet{
        ctemplate::Template::StringToTemplate(text, ctemplate::STRIP_BLANK_LINES)};
    std::string html;
    if (!sheet || !sheet->Expand(&html, &dictionary)) {
        throw Error(ExitCode::usage, "templates/briefing.html is no template that can be read",
            "every {{#SECTION}} needs its {{/SECTION}}, and attributes need quotes");
    }
    return html;
}

} // namespace

std::string to_html(Briefing const& briefing, SheetOptions const& options)
{
    Phrases const phrases{briefing.language};
    SheetPage const page{briefing, phrases};
    Dictionary dictionary{"briefing"};
    set_labels(dictionary, phrases);
    // Four rows and more need page 1 for themselves when printed.
    set(dictionary, "LOOK", fmt::format("{} {}{}", options.large_print ? "large" : "usual",
        options.black_and_white ? "plain" : "tinted", briefing.cards.size() > 3 ? " crowded" : ""));
    add_cover(dictionary, page);
    add_overview(dictionary, page);
    add_timeline(dictionary, briefing);
    add_reserves(dictionary, briefing);
    for (auto const& card : briefing.cards) {
        add_card(dictionary, page, card);
    }
    add_last_page(dictionary, briefing);
    for (auto const& entry : briefing.sources) {
        add_source(dictionary, page, entry);
    }
    return expand(template_text(options), dictionary);
}

} // namespace knowwho
