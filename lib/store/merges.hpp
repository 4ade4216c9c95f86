// SPDX-License-Identifier: MIT
// Tables `merge`, `merge_row` and `different_people`: who was made one person, and how to undo it.
#pragma once

#include "model/date.hpp"
#include "model/encounter.hpp"
#include "model/judgement.hpp"
#include "store/people.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

class Notebook;

using MergeId = Id<struct MergeThing>;

struct StoredMerge {
    MergeId id;
    PersonId kept;
    PersonId gone;        ///< the id that the other one had
    std::string reason;
    Instant merged_at{};
    KnownPerson kept_as;  ///< both as they were when they were merged; `id` is that of the kept one
    KnownPerson gone_as;
};

/// Lays everything of `gone` to `kept` and deletes the person `gone`: attendances, encounters,
/// promises, follow-ups, introductions, links, outcomes. Where both have the like (the link to one
/// snippet), the user's word stays, then the surer or newer one. The contact of `gone` is put aside;
/// that of `kept` is left as it is, to be saved by the caller. Inside a transaction.
StoredMerge merge_rows(Notebook& notebook, PersonId kept, PersonId gone, std::string_view reason, Instant now);

/// Brings the other one back with all that the merge had moved and that is still there; what came
/// since stays with the kept one. Their id, unless somebody else has it by now. Inside a transaction.
PersonId unmerge_rows(Notebook& notebook, StoredMerge const& merge);

/// The contacts of both as they were before the merge.
struct ContactsBefore {
    std::optional<Contact> kept;
    std::optional<Contact> gone;
};
ContactsBefore contacts_before(Notebook const& notebook, MergeId merge);

/// The user's words about the kept one as they were before the merge; empty unless both had some.
std::optional<Remark> remark_before(Notebook const& notebook, MergeId merge);

/// The merges that are in force, latest first: all, or those into one person.
std::vector<StoredMerge> merges(Notebook const& notebook);
std::vector<StoredMerge> merges(Notebook const& notebook, PersonId kept);

/// The uids of vCards whose contact was merged into another, and into whom.
std::vector<std::pair<std::string, PersonId>> merged_card_uids(Notebook const& notebook);

/// In either order. The two differ.
void save_different(Notebook& notebook, PersonId one, PersonId other, Instant now);

/// They may be the same after all.
void delete_different(Notebook& notebook, PersonId one, PersonId other);

/// By first, then second; the smaller id first.
std::vector<std::pair<PersonId, PersonId>> different_people(Notebook const& notebook);

/// Gives rows of one person to a new one of that name. Inside a transaction.
PersonId give_attendances(Notebook& notebook, PersonId from, PersonName const& name, std::vector<AttendanceId> const& rows);

/// Gives the encounters at one event, with promises and follow-ups, to another person. Whether there were any.
bool give_encounters(Notebook& notebook, PersonId from, PersonId to, EventId event);

} // namespace knowwho
