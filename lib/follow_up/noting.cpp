// SPDX-License-Identifier: MIT
#include "follow_up/noting.hpp"

#include "follow_up/plan.hpp"
#include "follow_up/written_days.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/follow_ups.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "text/folding.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <string_view>

namespace knowwho {
namespace {

constexpr std::string_view around_notes = " \t\r\n,;";

/// Interests pile up: what is new is added behind a semicolon.
void add_words(std::string& known, std::string const& news)
{
    if (news.empty() || fold(known).find(fold(news)) != std::string::npos) {
        return;
    }
    known += known.empty() ? news : "; " + news;
}

/// On the same day, or at the same event: whoever reads a page of notes again, mended, has another hour.
bool says_the_same(Encounter const& a, Encounter const& b)
{
    bool const same_time = a.happened_at == b.happened_at || day_of(a.happened_at) == day_of(b.happened_at) || a.event;
    return same_time && a.kind == b.kind && a.event == b.event && a.talked == b.talked && a.place == b.place
        && a.next_step == b.next_step;
}

std::optional<EncounterId> noted_before(Notebook const& notebook, EncounterNote const& note)
{
    if (note.newcomer) {
        return std::nullopt;
    }
    auto const known = encounters(notebook, note.encounter.person);
    auto const found = std::ranges::find_if(known, [&](Encounter const& one) { return says_the_same(one, note.encounter); });
    if (found == known.end()) {
        return std::nullopt;
    }
    auto const given = promises(notebook, note.encounter.person);
    bool const all_given = std::ranges::all_of(note.promises, [&](Promise const& promise) {
        return std::ranges::any_of(given, [&](Promise const& one) {
            return one.encounter == found->id && one.what == promise.what && one.by_them == promise.by_them;
        });
    });
    return all_given ? std::optional{found->id} : std::nullopt;
}

void save_as_contact(Notebook& notebook, PersonId person, Contact const& news, Instant now)
{
    auto const before = find_contact(notebook, person);
    auto known = before.value_or(Contact{});
    if (!before) {
        known.person = person;
        known.source = "met";
        known.added_at = now;
    }
    auto const after = merged(known, news);
    if (!before || !(after == *before)) {
        save_contact(notebook, after);
    }
}

} // namespace

Contact merged(Contact known, Contact const& news)
{
    for (auto const field : {&Contact::organisation, &Contact::role, &Contact::email, &Contact::phone, &Contact::website,
             &Contact::place, &Contact::birthday, &Contact::does, &Contact::why, &Contact::wants, &Contact::offers}) {
        if (!(news.*field).empty()) {
            known.*field = news.*field;
        }
    }
    add_words(known.interests, news.interests);
    add_words(known.note, news.note);
    return known;
}

Promise parse_promise(std::string const& words, bool by_them)
{
    auto promise = Promise{};
    promise.by_them = by_them;
    promise.what = std::string{trimmed(words, around_notes)};
    for (std::string_view const mark : {" bis zum ", " bis ", " by ", " until ", " @ "}) {
        auto const at = words.rfind(mark);
        if (at == std::string::npos) {
            continue;
        }
        if (auto const due = parse_iso_date(trimmed(std::string_view{words}.substr(at + mark.size()), around_notes))) {
            promise.what = std::string{trimmed(std::string_view{words}.substr(0, at), around_notes)};
            promise.due = due;
            break;
        }
    }
    return promise;
}

void settle_deadline(Promise& promise, PartialDate day)
{
    for (std::string_view const mark : {" bis zum ", " bis zur ", " bis ", " by the ", " by ", " until "}) {
        auto const at = promise.what.rfind(mark);
        auto const due = promise.due || at == std::string::npos ? std::nullopt : parse_deadline(std::string_view{promise.what}.substr(at + mark.size()), day);
        if (due) {
            promise.what = std::string{trimmed(std::string_view{promise.what}.substr(0, at), around_notes)};
            promise.due = due;
        }
    }
}

NotedEncounter note_encounter(Notebook& notebook, EncounterNote note, Instant now)
{
    auto transaction = Transaction{notebook};
    auto noted = NotedEncounter{};
    for (auto& promise : note.promises) {
        settle_deadline(promise, day_of(note.encounter.happened_at));
    }
    if (auto const before = noted_before(notebook, note)) {
        return {note.encounter.person, *before, {}, true};
    }
    auto& encounter = note.encounter;
    if (note.newcomer) {
        encounter.person = add_person(notebook, *note.newcomer);
    }
    encounter.noted_at = now;
    encounter.id = add_encounter(notebook, encounter);
    note.contact.interests = note.contact.interests.empty() ? encounter.interests : note.contact.interests;
    save_as_contact(notebook, encounter.person, note.contact, now);
    for (auto& promise : note.promises) {
        promise.encounter = encounter.id;
        promise.person = encounter.person;
        promise.id = add_promise(notebook, promise);
    }
    noted.follow_ups = plan_follow_ups(encounter, note.promises);
    for (auto& follow_up : noted.follow_ups) {
        follow_up.id = add_follow_up(notebook, follow_up);
    }
    noted.person = encounter.person;
    noted.encounter = encounter.id;
    transaction.commit();
    return noted;
}

} // namespace knowwho
