// SPDX-License-Identifier: MIT
// Invented people, pages and goals for the tests of the report; builders say only what matters.
#pragma once

#include "report/compose.hpp"

#include <string>
#include <utility>
#include <vector>

namespace knowwho {

/// Owns what a BriefingInput refers to.
struct World {
    Goals goals;
    std::vector<Candidate> candidates;
    std::vector<Match> matches;
    Shortlist shortlist;
    PartialDate today{2026, 11, 25};
    std::vector<MetBefore> met;

    BriefingInput input() const { return {goals, candidates, matches, shortlist, today, "teilnehmer.csv", {}, met}; }
    Briefing briefing() const { return compose(input()); }
};

/// One attendee with their match.
class PersonBuilder {
public:
    PersonBuilder(std::string given, std::string family)
    {
        m_candidate.attendance.list_file = "teilnehmer.csv";
        auto& name = m_candidate.attendance.row.name;
        name.given = std::move(given);
        name.family = std::move(family);
        name.written = name.given + " " + name.family;
    }

    PersonBuilder& mrs() { return salutation(Salutation::mrs); }
    PersonBuilder& mr() { return salutation(Salutation::mr); }
    PersonBuilder& title(std::string text)
    {
        row().name.title = std::move(text);
        return *this;
    }
    PersonBuilder& works(std::string role, std::string organisation)
    {
        row().role = std::move(role);
        row().organisation = std::move(organisation);
        return *this;
    }
    PersonBuilder& from(std::string place)
    {
        row().place = std::move(place);
        return *this;
    }
    PersonBuilder& about(std::string text)
    {
        row().about = std::move(text);
        return *this;
    }
    PersonBuilder& speaks(std::string title, std::string starts = {}, std::string room = {})
    {
        row().talks.push_back({std::move(title), {}, std::move(room), std::move(starts), {}});
        return *this;
    }
    PersonBuilder& text(PageKind kind, std::string title, std::string quote, PartialDate date = {2026, 5, 3},
        std::vector<std::string> authors = {})
    {
        Evidence evidence;
        evidence.page.kind = kind;
        evidence.page.title = std::move(title);
        evidence.page.site = "Werkstattblatt";
        evidence.page.address = "https://werkstattblatt.example/" + std::to_string(m_candidate.evidence.size() + 1);
        evidence.page.authors = std::move(authors);
        if (date.year != 0) {
            evidence.page.published = date;
        }
        evidence.page.language = Language::german;
        evidence.snippet.quote = std::move(quote);
        evidence.link.probability = 0.995;
        evidence.link.state = LinkState::quotable;
        m_candidate.evidence.push_back(std::move(evidence));
        return *this;
    }
    /// Met at an earlier event.
    PersonBuilder& met(PartialDate day, std::string talked, std::string promised = {})
    {
        m_met.push_back({{}, {}, day, "Bandtage 2025", std::move(talked), std::move(promised)});
        return *this;
    }
    /// A reason that stands on the row, or on text number `text` (1-based).
    PersonBuilder& reason(SignalKind signal, std::size_t goal, double share, std::string sentence,
        std::vector<std::string> words = {}, int text = 0)
    {
        m_reasons.push_back({{signal, goal, share, std::move(sentence), std::move(words), {}}, text});
        return *this;
    }

    /// Adds the person to the world, as a target or a reserve.
    void join(World& world, bool target = true)
    {
        std::size_t const index = world.candidates.size();
        auto const id = static_cast<std::int64_t>(index + 1);
        m_candidate.attendance.person = PersonId{id};
        row().line = static_cast<int>(index) + 6;
        Match match;
        match.person = PersonId{id};
        match.candidate = index;
        number_texts(id);
        add_reasons(match, world.goals.goals.size());
        for (auto met : m_met) {
            met.person = PersonId{id};
            met.encounter = EncounterId{id * 10};
            world.met.push_back(std::move(met));
        }
        world.candidates.push_back(m_candidate);
        world.matches.push_back(match);
        (target ? world.shortlist.targets : world.shortlist.reserves).push_back(index);
    }

private:
    struct PendingReason {
        Reason reason;
        int text = 0;
    };

    RosterRow& row() { return m_candidate.attendance.row; }

    PersonBuilder& salutation(Salutation value)
    {
        row().name.salutation = value;
        return *this;
    }

    void number_texts(std::int64_t id)
    {
        std::int64_t text = 0;
        for (auto& evidence : m_candidate.evidence) {
            evidence.snippet.id = SnippetId{id * 100 + ++text};
            evidence.snippet.language = Language::german;
            evidence.link.snippet = evidence.snippet.id;
            evidence.link.person = PersonId{id};
        }
    }

    void add_reasons(Match& match, std::size_t goals)
    {
        match.goals.resize(goals);
        for (auto& [reason, text] : m_reasons) {
            if (text == 0) {
                reason.sources = {RosterSource{m_candidate.attendance.list_file, row().line}};
            } else {
                reason.sources = {m_candidate.evidence[static_cast<std::size_t>(text) - 1].snippet.id};
            }
            match.goals[reason.goal].score += reason.share;
            match.score += reason.share * 0.8;
            match.reasons.push_back(reason);
        }
        match.low = match.score * 0.8;
        match.high = std::min(1.0, match.score * 1.15);
    }

    Candidate m_candidate;
    std::vector<PendingReason> m_reasons;
    std::vector<MetBefore> m_met;
};

/// Goals of an invented user, with two goals.
inline Goals sample_goals()
{
    Goals goals;
    goals.event = {"Forum Förderband 2026", "Kassel", PartialDate{2026, 11, 26}, PartialDate{2026, 11, 27},
        Language::german, Address::sie, 0.33};
    goals.me = {"Ruth Amsel", "Wir sehen am Geräusch, wann ein Förderband reißt.",
        {"Geräuschproben von zwölf Bändern", "Probeaufbau für vier Wochen"}, {"Hochschule Fuldaufer", "Rudern"}, 45};
    goals.goals = {
        {"Erprobung", GoalKind::customer, "Betriebsleiter mit langen Förderbändern", 3, {}, {}, {}, {}, {}},
        {"Akustikwissen", GoalKind::know_how, "Fachleute für Geräuschanalyse", 2, {}, {}, {}, {}, {}},
    };
    return goals;
}

/// Three targets with much, some and no evidence, and two reserves.
inline World sample_world()
{
    World world;
    world.goals = sample_goals();
    PersonBuilder("Almut", "Weber").mrs().title("Dr.-Ing.").works("Leiterin Instandhaltung", "Kieswerk Grünau GmbH & Co. KG")
        .from("Grünau").about("Maschinenbau in Kassel, Rudern im Achter").speaks("Wenn das Band singt: Stillstand vermeiden", "2026-11-26 14:00", "Saal 2")
        .text(PageKind::article, "Bänder hören", "Weber hört seit zwei Jahren auf die Geräuschanalyse ihrer Bänder.",
            {2026, 5, 3}, {"Almut Weber"})
        .text(PageKind::company, "Unser Team", "Dr. Almut Weber leitet die Instandhaltung.", {2026, 1, 0})
        .reason(SignalKind::role, 0, 0.4, "Funktion „Leiterin Instandhaltung“ passt zu „Betriebsleiter“", {"Instandhaltung"})
        .reason(SignalKind::topic, 1, 0.3, "„Bänder hören“ (2026-05-03) nennt „Geräuschanalyse“", {"Geräuschanalyse"}, 1)
        .reason(SignalKind::common_ground, 0, 0.1, "Gemeinsam: „Rudern“", {"Rudern"})
        .join(world);
    PersonBuilder("Jonas", "Claas").mr().works("Betriebsleiter", "Verband der Schüttgutbetriebe e. V.").from("Kassel")
        .text(PageKind::article, "Interview: „Staub ist kein Schicksal“", "Betriebsleiter Jonas Claas misst Staub.",
            {2023, 2, 1})
        .reason(SignalKind::role, 0, 0.5, "Funktion „Betriebsleiter“ passt zu „Betriebsleiter“", {"Betriebsleiter"})
        .join(world);
    PersonBuilder("Kim", "Öztürk").works("", "Hochschule Fuldaufer")
        .reason(SignalKind::organisation, 1, 0.35, "Organisation „Hochschule Fuldaufer“ passt zu „Fachleute“", {"Hochschule"})
        .join(world);
    PersonBuilder("Petra", "Sand").mrs().works("Einkäuferin", "Bandgut AG")
        .reason(SignalKind::field, 0, 0.2, "Die Liste nennt „Einkäuferin“", {"Einkäuferin"}).join(world, false);
    PersonBuilder("Emil", "Korn").mr().works("Meister", "Mühle Korn").join(world, false);
    world.shortlist.coverage = {0.71, 0.43};
    world.shortlist.three_come = 0.3;
    return world;
}

} // namespace knowwho
