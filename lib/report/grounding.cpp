// SPDX-License-Identifier: MIT
// The check on a finished briefing: which source carries every name, number, date, title and quote.
#include "report/grounding.hpp"

#include "report/card_faults.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/name_forms.hpp"
#include "report/phrases.hpp"
#include "report/source_book.hpp"
#include "text/talk_cells.hpp"

#include <algorithm>
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
        , m_faults_of(sheet, input)
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

    bool report(Subject const& subject, std::string_view where, std::string const& sentence, std::string const& fault)
    {
        if (!fault.empty()) {
            m_faults.push_back({subject.name, std::string{where}, sentence, fault});
        }
        return !fault.empty();
    }

    /// Checks each element, and with `repair` takes out those with a fault.
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
    CardFaults m_faults_of;
    std::map<PersonId, Candidate const*> m_people;
    std::vector<GroundingFault> m_faults;
};

std::string const& text_of_statement(Statement const& statement)
{
    return statement.text;
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
    return fault_unless(entry.stale == true_entry.stale, "whether the source is stale is marked wrongly");
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
    Phrases const phrases{m_sheet.language};
    SourceBook book{phrases, m_input};
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
    CitedSources const cited = m_faults_of.open(row.row_sources, *subject.person);
    report(subject, "name", row.full_name, cited.fault);
    auto const compare = [&](std::string& field, std::string const& right, std::string_view where) {
        bool const bad = report(subject, where, field, fault_unless(field == right, "the list says '" + right + "'"));
        field = bad && m_repair ? right : field;
    };
    compare(row.full_name, full_name(source.name), "name");
    compare(row.address, form_of_address(source.name, event.language, event.address), "address");
    compare(row.role, clean_line(source.role, 200), "role");
    compare(row.organisation, clean_line(source.organisation, 160), "organisation");
    if (!row.why.text.empty()
        && report(subject, "why", row.why.text, m_faults_of.sentence(row.why, *subject.person)) && m_repair) {
        row.why = {};
    }
    check_appearances(row.appearances, subject);
}

void Check::check_appearances(std::vector<Appearance>& appearances, Subject const& subject)
{
    Language const language = m_sheet.language;
    auto const talks = talks_of(subject.person->attendance.row, m_input.goals.event);
    auto const fault = [&](Appearance const& appearance) -> std::string {
        std::string const sources = m_faults_of.open(appearance.sources, *subject.person).fault;
        bool const given = std::any_of(talks.begin(), talks.end(), [&](Talk const& talk) {
            return appearance.title == clean_line(talk.title, 400) && appearance.room == clean_line(talk.room, 60)
                && appearance.when == clean_line(moment(talk.starts, talk.ends, language), 60)
                && appearance.sort_key == clean_line(talk.starts, 40) && appearance.ends_key == clean_line(talk.ends, 40);
        });
        return !sources.empty() ? sources : fault_unless(given, "the list has no such talk");
    };
    each(appearances, subject, "talk", fault, [](Appearance const& one) { return one.title + ", " + one.when + ", " + one.room; });
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
    bool const bad_place = report(subject, "place", card.place, fault_unless(card.place == place, "the list says '" + place + "'"));
    card.place = bad_place && m_repair ? place : card.place;
    auto const text = text_of_statement;
    each(card.reasons, subject, "reason", [&](CardReason const& one) { return m_faults_of.sentence(one.sentence, *subject.person); },
        [](CardReason const& one) { return one.sentence.text; });
    each(card.quotes, subject, "quote", [&](Statement const& one) { return m_faults_of.quote(one, *subject.person); }, text);
    each(card.give, subject, "give", [&](Statement const& one) { return m_faults_of.gift(one, *subject.person); }, text);
    each(card.openers, subject, "opener", [&](Opener const& one) { return m_faults_of.opener(one, *subject.person); },
        [](Opener const& one) { return one.sentence.text; });
    each(card.unknown, subject, "unknown", [&](Statement const& one) { return m_faults_of.note(one, *subject.person); }, text);
    each(card.do_not_mention, subject, "do not mention", [&](Statement const& one) { return m_faults_of.note(one, *subject.person); }, text);
    if (report(subject, "ask", card.ask, m_faults_of.ask(card.ask, *subject.person)) && m_repair) {
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
