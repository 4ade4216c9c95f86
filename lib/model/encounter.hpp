// SPDX-License-Identifier: MIT
// What came of a list: encounters, what was promised, what is to be done, and whom one keeps in touch with.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <optional>
#include <string>

namespace knowwho {

using EncounterId = Id<struct EncounterThing>;
using PromiseId = Id<struct PromiseThing>;
using FollowUpId = Id<struct FollowUpThing>;

/// How one was in touch. A `note` is written down about somebody and is no contact with them.
enum class EncounterKind { met, meeting, call, mail, message, post, note };

/// One time of being in touch with a person.
struct Encounter {
    EncounterId id;
    PersonId person;
    EventId event; ///< 0: outside of any event
    EncounterKind kind = EncounterKind::met;
    bool by_them = false; ///< they took the first step
    Instant happened_at{};
    std::string place;
    std::string occasion;
    PersonId introduced_by;           ///< 0: nobody, or somebody who is not in the notebook
    std::string introduced_by_name;   ///< then their name
    std::string talked;               ///< what was talked about
    std::string interests;
    int sympathy = 0;                 ///< 1 to 5, from the user only; 0: not said
    std::string next_step;
    Instant noted_at{};
};

enum class PromiseState { open, kept, dropped };

/// Something that one side said they would do.
struct Promise {
    PromiseId id;
    EncounterId encounter;
    PersonId person;
    bool by_them = false;
    std::string what;
    std::optional<PartialDate> due;
    PromiseState state = PromiseState::open;
    Instant closed_at{}; ///< 1970 while open
};

/// What kind of thing is to be done, in the order in which it is best done on one day.
enum class FollowUpKind {
    thank_introducer, ///< to whoever opened the door
    promise,          ///< what I said I would do
    thanks,           ///< to the person met, with the contact request
    next_step,        ///< what was agreed
    their_promise,    ///< a friendly word about what they wanted to send
    tell_introducer,  ///< what came of it
};

enum class FollowUpState { open, done, dropped };

struct FollowUp {
    FollowUpId id;
    std::string uid; ///< of the calendar entry, the same for ever
    PersonId person; ///< whom to write to
    EncounterId encounter;
    PromiseId promise; ///< 0: none
    FollowUpKind kind = FollowUpKind::thanks;
    Instant due{};
    FollowUpState state = FollowUpState::open;
    std::string reason; ///< why it was dropped
    int revision = 0;   ///< counts changes, for the calendar
    Instant changed_at{};
};

/// Somebody whom the user keeps in touch with: met, or from an address book.
struct Contact {
    PersonId person;
    std::string organisation; ///< what the user or an address book says; empty: see the lists
    std::string role;
    std::string email;
    std::string phone;
    std::string website;
    std::string place;
    std::string birthday; ///< 1980-05-17 or --05-17
    std::string does;     ///< what they do
    std::string why;      ///< why they do it
    std::string wants;    ///< what they want
    std::string offers;   ///< what they can give
    std::string interests;
    std::string note;
    int rhythm_days = 0; ///< 0: the usual rhythm
    bool asleep = false;
    std::string asleep_reason;
    bool kept = false; ///< kept on purpose: the purge passes over
    std::string source; ///< "met", or the address book's file
    std::string uid;    ///< of the vCard
    std::string card;   ///< the vCard as last read
    std::string vdir;   ///< the folder of vCards that it is kept in step with
    Instant added_at{};

    friend bool operator==(Contact const&, Contact const&) = default;
};

} // namespace knowwho
