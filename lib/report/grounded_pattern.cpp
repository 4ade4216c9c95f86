// SPDX-License-Identifier: MIT
// Proves that a sentence is a pattern with its slots filled from the cited sources, and nothing more.
#include "report/grounded_pattern.hpp"

#include "report/carried_words.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/facts.hpp"
#include "report/grammar.hpp"
#include "report/name_forms.hpp"
#include "report/source_book.hpp"
#include "report/spoken_words.hpp"
#include "text/talk_cells.hpp"
#include "text/tokens.hpp"

#include <algorithm>

namespace knowwho {

namespace {

using Values = std::vector<std::string>;

Values titles(CitedSources const& cited, Goals const& goals)
{
    Values values;
    for (Evidence const* const evidence : cited.texts) {
        values.push_back(spoken_title_of_text(evidence->page.title, goals.event.language));
    }
    if (cited.row) {
        for (auto const& talk : talks_of(cited.person->attendance.row, goals.event)) {
            auto const panel = panel_title(talk.title);
            values.push_back(spoken_title_of_text(panel ? *panel : talk.title, goals.event.language));
        }
    }
    return values;
}

Values sites(CitedSources const& cited)
{
    Values values;
    for (Evidence const* const evidence : cited.texts) {
        values.push_back(clean_line(evidence->page.site, 60));
    }
    return values;
}

Values months(CitedSources const& cited, Language language)
{
    Values values;
    for (Evidence const* const evidence : cited.texts) {
        if (auto const date = date_of(evidence->page)) {
            values.push_back(in_month(*date, language));
        }
    }
    return values;
}

/// Every word of the quotes: a topic is one of them, in English without the capital of a sentence's beginning.
Values topics(CitedSources const& cited)
{
    Values values;
    for (Evidence const* const evidence : cited.texts) {
        Words words{evidence->snippet.quote};
        while (words.next()) {
            std::string const word{words.written()};
            values.push_back(word);
            if (word[0] >= 'A' && word[0] <= 'Z') {
                values.push_back(static_cast<char>(word[0] + ('a' - 'A')) + word.substr(1));
            }
        }
    }
    return values;
}

Values own_words(std::vector<std::string> const& lines, std::size_t limit)
{
    Values values;
    for (auto const& line : lines) {
        values.push_back(clean_line(line, limit));
    }
    return values;
}

/// Why the user's reading of one of the cited texts stayed with them.
Values own_reasons(CitedSources const& cited, Goals const& goals)
{
    Values values;
    for (Evidence const* const evidence : cited.texts) {
        if (auto const* const read = reading_of(evidence->page, cited.person->attendance.row.name, goals)) {
            values.push_back(spoken_reason(*read, goals.event.language));
        }
    }
    return values;
}

Values common_ground(CitedSources const& cited, Goals const& goals)
{
    Values values;
    std::string const text = cited.all_text();
    for (auto const& own : goals.me.common_ground) {
        if (stands_in(text, own)) {
            values.push_back(clean_line(own, 60));
        }
    }
    return values;
}

Values from_row(std::string_view slot, CitedSources const& cited, Language language)
{
    RosterRow const& row = cited.person->attendance.row;
    std::string const organisation = clean_line(row.organisation, 80);
    if (slot == "role") {
        return {without_capitals(clean_line(row.role, 70))};
    }
    if (slot == "place") {
        return {clean_line(row.place, 40)};
    }
    if (slot == "organisation") {
        return {spoken_organisation(organisation)};
    }
    if (slot == "the_organisation") {
        return {the_organisation(organisation, language)};
    }
    if (slot == "at_organisation") {
        return {at_organisation(organisation, language)};
    }
    if (slot == "of_organisation") {
        return {of_organisation(organisation, language)};
    }
    return slot == "about_organisation" ? Values{about_organisation(organisation, language)} : Values{};
}

bool any_text(CitedSources const& cited, std::function<bool(Page const&)> const& holds)
{
    return std::any_of(
        cited.texts.begin(), cited.texts.end(), [&](Evidence const* evidence) { return holds(evidence->page); });
}

} // namespace

bool says_exactly(std::string_view pattern, std::string_view sentence, SlotValues const& values)
{
    std::size_t const open = std::min(pattern.find('{'), pattern.size());
    if (!sentence.starts_with(pattern.substr(0, open))) {
        return false;
    }
    sentence.remove_prefix(open);
    std::size_t const close = pattern.find('}', open);
    if (close == pattern.npos) {
        return sentence.empty();
    }
    Values const allowed = values(pattern.substr(open + 1, close - open - 1));
    return std::any_of(allowed.begin(), allowed.end(), [&](std::string const& value) {
        return !value.empty() && sentence.starts_with(value)
            && says_exactly(pattern.substr(close + 1), sentence.substr(value.size()), values);
    });
}

std::vector<std::string> values_for_opener(std::string_view slot, CitedSources const& cited, Goals const& goals)
{
    EventPlan const& event = goals.event;
    if (slot == "start") {
        return {spoken_start(cited.person->attendance.row.name, event.language, event.address)};
    }
    if (slot == "because") {
        return own_reasons(cited, goals);
    }
    if (cited.met != nullptr) {
        auto const slots = slots_of(*cited.met, event.language);
        auto const found = slots.find(slot);
        return found == slots.end() ? Values{} : Values{found->second};
    }
    if (slot == "title") {
        return titles(cited, goals);
    }
    if (slot == "site") {
        return sites(cited);
    }
    if (slot == "month") {
        return months(cited, event.language);
    }
    if (slot == "topic") {
        return topics(cited);
    }
    if (slot == "common") {
        return common_ground(cited, goals);
    }
    if (slot == "offer") {
        return own_words(goals.me.offers, 110);
    }
    if (slot == "want") {
        Values values;
        for (auto const& goal : goals.goals) {
            values.push_back(spoken_want(goal));
        }
        return values;
    }
    return from_row(slot, cited, event.language);
}

bool has_such_a_source(OpenerKind kind, CitedSources const& cited, Goals const& goals)
{
    RosterRow const& row = cited.person->attendance.row;
    auto const is = [](PageKind wanted) { return [wanted](Page const& page) { return page.kind == wanted; }; };
    auto const talks = talks_of(row, goals.event);
    bool const panels = std::any_of(
        talks.begin(), talks.end(), [](Talk const& talk) { return panel_title(talk.title).has_value(); });
    bool const lectures = std::any_of(
        talks.begin(), talks.end(), [](Talk const& talk) { return !panel_title(talk.title).has_value(); });
    switch (kind) {
    case OpenerKind::own_article:
        return any_text(cited, [&](Page const& page) { return is_author(page, row.name); });
    case OpenerKind::interview:
        return any_text(cited, is_interview);
    case OpenerKind::article:
        return any_text(cited, [&](Page const& page) {
            return page.kind == PageKind::article || reading_of(page, row.name, goals) != nullptr;
        });
    case OpenerKind::news:
        return any_text(cited, is(PageKind::article));
    case OpenerKind::team_page:
        return any_text(cited, is(PageKind::company)) || any_text(cited, is(PageKind::profile));
    case OpenerKind::topic:
        return !cited.texts.empty();
    case OpenerKind::talk:
        return cited.row && lectures;
    case OpenerKind::panel:
        return cited.row && panels;
    case OpenerKind::work:
    case OpenerKind::place:
        return cited.row;
    case OpenerKind::met_before:
        return cited.met != nullptr;
    case OpenerKind::promise:
        return cited.met != nullptr && !cited.met->promised.empty();
    case OpenerKind::common_ground:
        return cited.row || !cited.texts.empty();
    default:
        return true;
    }
}

} // namespace knowwho
