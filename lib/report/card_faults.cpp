// SPDX-License-Identifier: MIT
#include "report/card_faults.hpp"

#include "report/carried_words.hpp"
#include "report/clean_text.hpp"
#include "report/compose_card.hpp"
#include "report/date_forms.hpp"
#include "report/free_wording.hpp"
#include "report/grounded_pattern.hpp"
#include "report/sensitive.hpp"
#include "report/source_book.hpp"
#include "report/spoken_words.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

CardFaults::CardFaults(Briefing const& sheet, BriefingInput const& input)
    : m_sheet(sheet)
    , m_input(input)
    , m_phrases(sheet.language)
    , m_patterns(read_patterns(sheet.language, sheet.form))
{
}

std::string CardFaults::opener(Opener const& opener, Candidate const& person) const
{
    CitedSources const cited = open(opener.sentence.sources, person);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    auto const& own = person.own_openers;
    if (opener.pattern == own_pattern && std::any_of(own.begin(), own.end(), [&](std::string const& one) { return own_opener(one) == opener.sentence.text; })) {
        return {};
    }
    if (!has_such_a_source(opener.kind, cited, m_input.goals)) {
        return "no cited source is of the kind that the sentence speaks of";
    }
    auto const pattern = std::find_if(m_patterns.begin(), m_patterns.end(),
        [&](Pattern const& one) { return one.id == opener.pattern && one.kind == opener.kind; });
    if (pattern == m_patterns.end()) {
        return "there is no such pattern";
    }
    SlotValues const values
        = [&](std::string_view slot) { return values_for_opener(slot, cited, m_input.goals); };
    if (opener.rephrased) {
        bool const rest = says_exactly(pattern->question, opener.question, values) && opener.fill_in == pattern->fill_in;
        return rest ? fault_in_free_wording(opener.sentence.text, *pattern, m_patterns, cited, m_input.goals)
                    : "the question is none of the patterns";
    }
    bool const with_reason = !pattern->because.empty() && opener.fill_in.empty();
    std::string const whole = pattern->sentence + (with_reason ? " " + pattern->because : "");
    bool const exact = says_exactly(whole, opener.sentence.text, values)
        && says_exactly(pattern->question, opener.question, values) && (with_reason || opener.fill_in == pattern->fill_in);
    return fault_unless(exact, "the sentence says something that no cited source has");
}

std::string CardFaults::quote(Statement const& quote, Candidate const& person) const
{
    CitedSources const cited = open(quote.sources, person);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    bool const verbatim = std::any_of(cited.texts.begin(), cited.texts.end(), [&](Evidence const* evidence) {
        return quote.text == clean_line(evidence->snippet.quote, 200);
    });
    return fault_unless(verbatim, "the quote is not verbatim");
}

std::string CardFaults::sentence(Statement const& statement, Candidate const& person) const
{
    CitedSources const cited = open(statement.sources, person);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    if (statement.sources.empty() && is_own_choice(statement.text, person)) {
        return {};
    }
    return statement.sources.empty() ? "no source is cited" : fault_in_reason(without_label(statement.text, person), cited, m_input.goals);
}

/// "Not looked for: " is true of the person with the seat for nobody planned, and needs no source; of nobody else.
std::string CardFaults::without_label(std::string const& text, Candidate const& person) const
{
    auto const& unplanned = m_input.shortlist.unplanned;
    auto const label = std::string{m_phrases("not_looked_for")} + ": ";
    bool const is_theirs = unplanned && m_input.matches[unplanned->match].person == person.attendance.person;
    return is_theirs && text.starts_with(label) ? text.substr(label.size()) : text;
}

/// Whether it is the sentence for somebody whom the user has pinned.
bool CardFaults::is_own_choice(std::string const& text, Candidate const& person) const
{
    return person.mark == Mark::pinned && std::any_of(m_input.matches.begin(), m_input.matches.end(), [&](Match const& match) {
        return match.person == person.attendance.person && (text == match.said || text == as_sentence(match.said, m_sheet.language));
    });
}

std::string CardFaults::gift(Statement const& gift, Candidate const& person) const
{
    if (!gift.sources.empty()) {
        return sentence(gift, person);
    }
    auto const& offers = m_input.goals.me.offers;
    bool const own = std::any_of(offers.begin(), offers.end(), [&](std::string const& offer) {
        std::string const line = m_phrases.fill("give_maybe", {{"offer", clean_line(offer, 160)}});
        return gift.text == as_sentence(line, m_sheet.language);
    });
    return fault_unless(own, "the user's offers have no such thing");
}

/// "Not known" and "do not mention" are fixed phrases; only a date or a topic may stand in them.
std::string CardFaults::note(Statement const& note, Candidate const& person) const
{
    static constexpr std::array<std::string_view, 11> keys{"unknown_role", "unknown_organisation", "unknown_salutation",
        "unknown_public", "unknown_stale", "unknown_stale_month", "unknown_undated", "unknown_status", "unknown_range",
        "avoid_general", "avoid_sensitive"};
    CitedSources const cited = open(note.sources, person);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    auto const& own = person.do_not_mention;
    if (note.sources.empty() && std::any_of(own.begin(), own.end(), [&](std::string const& line) { return note.text == own_taboo(line); })) {
        return {};
    }
    SlotValues const values = [&](std::string_view slot) {
        std::vector<std::string> allowed;
        for (Evidence const* const evidence : cited.texts) {
            auto const date = date_of(evidence->page);
            auto const topic = sensitive_topic(evidence->page.title + "\n" + evidence->snippet.quote, m_sheet.language);
            if (slot == "date" && date) {
                allowed.push_back(long_date(*date, m_sheet.language));
            } else if (slot == "month" && date) {
                allowed.push_back(in_month(*date, m_sheet.language));
            } else if (slot == "topic" && topic) {
                allowed.push_back(*topic);
            }
        }
        return allowed;
    };
    bool const known = std::any_of(keys.begin(), keys.end(),
        [&](std::string_view key) { return says_exactly(m_phrases(key), note.text, values); });
    return fault_unless(known, "the sentence says something that no cited source has");
}

std::string CardFaults::ask(std::string const& ask, Candidate const& person) const
{
    CitedSources cited;
    cited.person = &person;
    SlotValues const values
        = [&](std::string_view slot) { return values_for_opener(slot, cited, m_input.goals); };
    auto const& goals = m_input.goals.goals;
    bool const own = std::any_of(goals.begin(), goals.end(), [&](Goal const& goal) { return ask == own_ask(goal); });
    bool const known = ask.empty() || own || std::any_of(m_patterns.begin(), m_patterns.end(), [&](Pattern const& pattern) {
        return pattern.kind == OpenerKind::ask && says_exactly(pattern.sentence, ask, values);
    });
    return fault_unless(known, "the sentence is none of the patterns");
}

std::string fault_unless(bool good, std::string_view fault)
{
    return good ? std::string{} : std::string{fault};
}

} // namespace knowwho
