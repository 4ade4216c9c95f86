// SPDX-License-Identifier: MIT
// The check on a finished briefing: which source carries every name, number, date, title and quote.
#include "report/grounding.hpp"

#include "report/cited_sources.hpp"
#include "report/clean_text.hpp"
#include "report/compose_card.hpp"
#include "report/date_forms.hpp"
#include "report/grounded_pattern.hpp"
#include "report/free_wording.hpp"
#include "report/name_forms.hpp"
#include "report/phrases.hpp"
#include "report/sensitive.hpp"
#include "report/source_book.hpp"
#include "report/spoken_words.hpp"
#include "text/talk_cells.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace knowwho {

namespace {

/// One pass over a briefing; with `repair`, what fails is taken out.
class Check {
public:
    Check(Briefing& sheet, BriefingInput const& input, bool repair)
        : m_sheet(sheet)
        , m_input(input)
        , m_repair(repair)
        , m_phrases(sheet.language)
        , m_patterns(read_patterns(sheet.language, sheet.form))
    {
        for (auto const& candidate : input.candidates) {
            m_people.emplace(candidate.attendance.person, &candidate);
        }
    }

    std::vector<GroundingFault> run();

private:
    struct Subject {
        Candidate const* person;
        std::string name;
    };

    void check_sources();
    void check_card(Card& card);
    template <typename Row>
    void check_identity(Row& row, Subject const& subject);
    void check_appearances(std::vector<Appearance>& appearances, Subject const& subject);
    std::string fault_in_opener(Opener const& opener, Subject const& subject) const;
    std::string fault_in_quote(Statement const& quote, Subject const& subject) const;
    std::string fault_in_sentence(Statement const& statement, Subject const& subject) const;
    std::string without_label(std::string const& text, Subject const& subject) const;
    bool is_own_choice(std::string const& text, Candidate const& person) const;
    std::string fault_in_gift(Statement const& gift, Subject const& subject) const;
    std::string fault_in_note(Statement const& note, Subject const& subject) const;
    std::string fault_in_ask(std::string const& ask, Subject const& subject) const;
    CitedSources open(std::vector<int> const& numbers, Subject const& subject) const
    {
        return open_sources(m_sheet, m_input, *subject.person, numbers);
    }

    bool report(Subject const& subject, std::string_view where, std::string const& sentence, std::string const& fault)
    {
        if (!fault.empty()) {
            m_faults.push_back({subject.name, std::string{where}, sentence, fault});
        }
        return !fault.empty();
    }

    /// Checks each element, and takes out those with a fault.
    template <typename Element, typename Fault, typename Text>
    void each(std::vector<Element>& elements, Subject const& subject, std::string_view where, Fault const& fault, Text const& text)
    {
        std::vector<Element> kept;
        for (auto& element : elements) {
            bool const bad = report(subject, where, text(element), fault(element));
            if (!bad || !m_repair) {
                kept.push_back(std::move(element));
            }
        }
        elements = std::move(kept);
    }

    Briefing& m_sheet;
    BriefingInput const& m_input;
    bool m_repair;
    Phrases m_phrases;
    std::vector<Pattern> m_patterns;
    std::map<PersonId, Candidate const*> m_people;
    std::vector<GroundingFault> m_faults;
};

std::string const& text_of_statement(Statement const& statement)
{
    return statement.text;
}

std::string if_not(bool good, std::string_view fault)
{
    return good ? std::string{} : std::string{fault};
}

/// What a source's entry says against what the notebook has.
std::string fault_of_entry(SourceEntry const& entry, SourceEntry const& true_entry)
{
    if (entry.label != true_entry.label || entry.site != true_entry.site) {
        return "the source is called otherwise";
    }
    if (entry.date != true_entry.date) {
        return "the source has another date";
    }
    if (entry.link != true_entry.link) {
        return "the source has another link";
    }
    if (entry.quote != true_entry.quote) {
        return "the source is not quoted verbatim";
    }
    return if_not(entry.stale == true_entry.stale, "whether the source is stale is marked wrongly");
}

std::vector<GroundingFault> Check::run()
{
    check_sources();
    for (auto& card : m_sheet.cards) {
        check_card(card);
    }
    for (auto& reserve : m_sheet.reserves) {
        auto const owner = std::find_if(m_people.begin(), m_people.end(),
            [&](auto const& entry) { return entry.first == reserve.person; });
        if (owner != m_people.end()) {
            check_identity(reserve, {owner->second, reserve.full_name});
        }
    }
    return std::move(m_faults);
}

/// Every entry is compared with what the notebook holds under that number.
void Check::check_sources()
{
    SourceBook book{m_phrases, m_input};
    for (auto& entry : m_sheet.sources) {
        bool const known = book.has(entry.origin);
        Subject const nobody{nullptr, {}};
        if (!known) {
            report(nobody, "source", entry.label, "there is no such source");
            continue;
        }
        auto const at = static_cast<std::size_t>(book.cite(entry.origin).front()) - 1;
        SourceEntry const& true_entry = book.entries()[at];
        bool const bad = report(nobody, "source", entry.label, fault_of_entry(entry, true_entry));
        if (bad && m_repair) {
            int const number = entry.number;
            entry = true_entry;
            entry.number = number;
        }
    }
}

template <typename Row>
void Check::check_identity(Row& row, Subject const& subject)
{
    auto const& event = m_input.goals.event;
    RosterRow const& source = subject.person->attendance.row;
    CitedSources const cited = open(row.row_sources, subject);
    report(subject, "name", row.full_name, cited.fault);
    auto const compare = [&](std::string& field, std::string const& right, std::string_view where) {
        bool const bad = report(subject, where, field, if_not(field == right, "the list says '" + right + "'"));
        field = bad && m_repair ? right : field;
    };
    compare(row.full_name, full_name(source.name), "name");
    compare(row.address, form_of_address(source.name, event.language, event.address), "address");
    compare(row.role, clean_line(source.role, 200), "role");
    compare(row.organisation, clean_line(source.organisation, 160), "organisation");
    if (!row.why.text.empty()
        && report(subject, "why", row.why.text, fault_in_sentence(row.why, subject)) && m_repair) {
        row.why = {};
    }
    check_appearances(row.appearances, subject);
}

void Check::check_appearances(std::vector<Appearance>& appearances, Subject const& subject)
{
    Language const language = m_sheet.language;
    auto const talks = talks_of(subject.person->attendance.row, m_input.goals.event);
    auto const fault = [&](Appearance const& appearance) -> std::string {
        std::string const sources = open(appearance.sources, subject).fault;
        bool const given = std::any_of(talks.begin(), talks.end(), [&](Talk const& talk) {
            return appearance.title == clean_line(talk.title, 400) && appearance.room == clean_line(talk.room, 60)
                && appearance.when == clean_line(moment(talk.starts, talk.ends, language), 60)
                && appearance.sort_key == clean_line(talk.starts, 40) && appearance.ends_key == clean_line(talk.ends, 40);
        });
        return !sources.empty() ? sources : if_not(given, "the list has no such talk");
    };
    each(appearances, subject, "talk", fault, [](Appearance const& one) { return one.title + ", " + one.when + ", " + one.room; });
}

std::string Check::fault_in_opener(Opener const& opener, Subject const& subject) const
{
    CitedSources const cited = open(opener.sentence.sources, subject);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    auto const& own = subject.person->own_openers;
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
    return if_not(exact, "the sentence says something that no cited source has");
}

std::string Check::fault_in_quote(Statement const& quote, Subject const& subject) const
{
    CitedSources const cited = open(quote.sources, subject);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    bool const verbatim = std::any_of(cited.texts.begin(), cited.texts.end(), [&](Evidence const* evidence) {
        return quote.text == clean_line(evidence->snippet.quote, 200);
    });
    return if_not(verbatim, "the quote is not verbatim");
}

std::string Check::fault_in_sentence(Statement const& statement, Subject const& subject) const
{
    CitedSources const cited = open(statement.sources, subject);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    if (statement.sources.empty() && is_own_choice(statement.text, *subject.person)) {
        return {};
    }
    return statement.sources.empty() ? "no source is cited" : fault_in_reason(without_label(statement.text, subject), cited, m_input.goals);
}

/// "Not looked for: " is true of the person with the seat for nobody planned, and needs no source; of nobody else.
std::string Check::without_label(std::string const& text, Subject const& subject) const
{
    auto const& unplanned = m_input.shortlist.unplanned;
    auto const label = std::string{m_phrases("not_looked_for")} + ": ";
    bool const is_theirs = unplanned && m_input.matches[unplanned->match].person == subject.person->attendance.person;
    return is_theirs && text.starts_with(label) ? text.substr(label.size()) : text;
}

/// Whether it is the sentence for somebody whom the user has pinned.
bool Check::is_own_choice(std::string const& text, Candidate const& person) const
{
    return person.mark == Mark::pinned && std::any_of(m_input.matches.begin(), m_input.matches.end(), [&](Match const& match) {
        return match.person == person.attendance.person && (text == match.said || text == as_sentence(match.said, m_sheet.language));
    });
}

std::string Check::fault_in_gift(Statement const& gift, Subject const& subject) const
{
    if (!gift.sources.empty()) {
        return fault_in_sentence(gift, subject);
    }
    auto const& offers = m_input.goals.me.offers;
    bool const own = std::any_of(offers.begin(), offers.end(), [&](std::string const& offer) {
        std::string const line = m_phrases.fill("give_maybe", {{"offer", clean_line(offer, 160)}});
        return gift.text == as_sentence(line, m_sheet.language);
    });
    return if_not(own, "the user's offers have no such thing");
}

/// "Not known" and "do not mention" are fixed phrases; only a date or a topic may stand in them.
std::string Check::fault_in_note(Statement const& note, Subject const& subject) const
{
    static constexpr std::array<std::string_view, 11> keys{"unknown_role", "unknown_organisation", "unknown_salutation",
        "unknown_public", "unknown_stale", "unknown_stale_month", "unknown_undated", "unknown_status", "unknown_range",
        "avoid_general", "avoid_sensitive"};
    CitedSources const cited = open(note.sources, subject);
    if (!cited.fault.empty()) {
        return cited.fault;
    }
    auto const& own = subject.person->do_not_mention;
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
    return if_not(known, "the sentence says something that no cited source has");
}

std::string Check::fault_in_ask(std::string const& ask, Subject const& subject) const
{
    CitedSources cited;
    cited.person = subject.person;
    SlotValues const values
        = [&](std::string_view slot) { return values_for_opener(slot, cited, m_input.goals); };
    auto const& goals = m_input.goals.goals;
    bool const own = std::any_of(goals.begin(), goals.end(), [&](Goal const& goal) { return ask == own_ask(goal); });
    bool const known = ask.empty() || own || std::any_of(m_patterns.begin(), m_patterns.end(), [&](Pattern const& pattern) {
        return pattern.kind == OpenerKind::ask && says_exactly(pattern.sentence, ask, values);
    });
    return if_not(known, "the sentence is none of the patterns");
}

void Check::check_card(Card& card)
{
    auto const owner = m_people.find(card.person);
    if (owner == m_people.end()) {
        report({nullptr, card.full_name}, "name", card.full_name, "nobody on the list is this person");
        return;
    }
    Subject const subject{owner->second, card.full_name};
    check_identity(card, subject);
    std::string const place = clean_line(owner->second->attendance.row.place, 80);
    bool const bad_place = report(subject, "place", card.place, if_not(card.place == place, "the list says '" + place + "'"));
    card.place = bad_place && m_repair ? place : card.place;
    auto const text = text_of_statement;
    each(card.reasons, subject, "reason", [&](CardReason const& one) { return fault_in_sentence(one.sentence, subject); },
        [](CardReason const& one) { return one.sentence.text; });
    each(card.quotes, subject, "quote", [&](Statement const& one) { return fault_in_quote(one, subject); }, text);
    each(card.give, subject, "give", [&](Statement const& one) { return fault_in_gift(one, subject); }, text);
    each(card.openers, subject, "opener", [&](Opener const& one) { return fault_in_opener(one, subject); },
        [](Opener const& one) { return one.sentence.text; });
    each(card.unknown, subject, "unknown", [&](Statement const& one) { return fault_in_note(one, subject); }, text);
    each(card.do_not_mention, subject, "do not mention", [&](Statement const& one) { return fault_in_note(one, subject); }, text);
    if (report(subject, "ask", card.ask, fault_in_ask(card.ask, subject)) && m_repair) {
        card.ask.clear();
    }
}

} // namespace

std::vector<GroundingFault> check_grounding(Briefing const& briefing, BriefingInput const& input)
{
    Briefing copy = briefing;
    return Check{copy, input, false}.run();
}

std::vector<GroundingFault> drop_ungrounded(Briefing& briefing, BriefingInput const& input)
{
    return Check{briefing, input, true}.run();
}

} // namespace knowwho
