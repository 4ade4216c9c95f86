// SPDX-License-Identifier: MIT
#include "app/note_step.hpp"

#include "app/acquaintance_step.hpp"
#include "app/outcome_step.hpp"
#include "app/steps.hpp"
#include "follow_up/find.hpp"
#include "identity/name_parser.hpp"
#include "identity/organisation.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace knowwho {
namespace {

using namespace std::chrono;

/// An event that ended longer ago is not where somebody was met today.
constexpr int days_after_event = 14;

/// A day without an hour is taken as its evening, when such notes are written; today as now.
Instant moment_of(std::optional<PartialDate> const& on, Instant now)
{
    if (!on || *on == day_of(now)) {
        return now;
    }
    auto const evening = sys_days{year{on->year} / on->month / on->day} + hours{18};
    if (evening > now) {
        throw Error{ExitCode::usage, fmt::format("{} has not come yet", to_iso(*on)), "name the day of the encounter with --on"};
    }
    return evening;
}

bool may_be_at(Event const& event, Instant when)
{
    auto const day = day_of(when);
    auto const& ends = event.ends ? event.ends : event.starts;
    bool const begun = !event.starts || days_between(*event.starts, day) >= -1;
    return begun && (!ends || days_between(*ends, day) <= days_after_event);
}

std::optional<Event> event_of_note(Notebook const& notebook, WrittenNote const& note, Instant when)
{
    if (!note.event.empty()) {
        return chosen_event(notebook, note.event);
    }
    auto const known = events(notebook);
    bool const face_to_face = note.encounter.kind == EncounterKind::met;
    return face_to_face && !known.empty() && may_be_at(known.front(), when) ? std::optional{known.front()} : std::nullopt;
}

void find_introducer(Notebook& notebook, std::string const& words, Encounter& encounter)
{
    if (words.empty()) {
        return;
    }
    try {
        encounter.introduced_by = named_acquaintance(notebook, words).person;
    } catch (Error const&) {
        // Whoever opened the door need not be in the notebook: the name is kept.
        encounter.introduced_by_name = words;
    }
}

/// A newcomer who was noted before under this very name and house is the same one.
std::optional<PersonId> newcomer_before(Notebook& notebook, WrittenNote const& note)
{
    auto const name = fold_name(note.who);
    for (auto const& one : people_named(notebook, note.who, 50)) {
        auto const& house = note.contact.organisation.empty() ? note.house : note.contact.organisation;
        bool const same_house = house.empty() ? one.organisation.empty() : same_organisation(house, one.organisation);
        if (same_house && fold_name(one.name.written) == name) {
            return one.person;
        }
    }
    return std::nullopt;
}

/// Of namesakes the one of the house in brackets.
PersonId known_person(Notebook& notebook, WrittenNote const& note)
{
    auto people = note.house.empty() ? std::vector<Acquaintance>{} : people_named(notebook, note.who, 200);
    std::erase_if(people, [&](Acquaintance const& one) { return fold(one.organisation).find(fold(note.house)) == std::string::npos; });
    return people.size() == 1 ? people.front().person : named_acquaintance(notebook, note.who).person;
}

/// What the talk was worth, with the goals it names found: nothing is written if there is none of a name.
std::vector<TalkOutcome> outcomes_of_note(Notebook const& notebook, WrittenNote const& written, std::optional<Event> const& event, Instant now)
{
    auto found = std::vector<TalkOutcome>{};
    for (auto const& said : written.worths) {
        if (!event) {
            throw Error{ExitCode::usage, "a talk is worth something for the goals of an event, and this one belongs to none", "name the event with --event"};
        }
        found.push_back({{}, event->id, chosen_goal(notebook, *event, said.goal), said.worth, now});
    }
    return found;
}

} // namespace

NotedEncounter take_note(Notebook& notebook, WrittenNote const& written, Context const& context)
{
    auto note = EncounterNote{written.encounter, written.promises, written.contact, std::nullopt};
    auto& encounter = note.encounter;
    if (auto const before = written.newcomer ? newcomer_before(notebook, written) : std::nullopt) {
        encounter.person = *before;
    } else if (written.newcomer) {
        note.newcomer = parse_name(written.who);
        note.contact.organisation = note.contact.organisation.empty() ? written.house : note.contact.organisation;
    } else {
        encounter.person = known_person(notebook, written);
    }
    encounter.happened_at = moment_of(written.on, context.now);
    auto const event = event_of_note(notebook, written, encounter.happened_at);
    if (event) {
        encounter.event = event->id;
        encounter.place = encounter.place.empty() ? event->place : encounter.place;
        encounter.occasion = encounter.occasion.empty() ? event->name : encounter.occasion;
    }
    find_introducer(notebook, written.introduced_by, encounter);
    auto outcomes = outcomes_of_note(notebook, written, event, context.now);
    auto transaction = Transaction{notebook};
    auto noted = note_encounter(notebook, std::move(note), context.now);
    for (auto& outcome : outcomes) {
        outcome.person = noted.person;
        save_outcome(notebook, outcome);
    }
    transaction.commit();
    return noted;
}

} // namespace knowwho
