// SPDX-License-Identifier: MIT
#include "follow_up/plan.hpp"

#include "follow_up/clock.hpp"
#include "store/content_hash.hpp"

#include <fmt/format.h>

namespace knowwho {
namespace {

std::string uid_of(Encounter const& encounter, FollowUpKind kind, std::string_view what)
{
    return content_hash(fmt::format("{}|{}|{}|{}|{}", encounter.person.value, encounter.id.value,
               encounter.noted_at.time_since_epoch().count(), static_cast<int>(kind), what))
        + "@knowwho";
}

FollowUp make(Encounter const& encounter, FollowUpKind kind, PersonId whom, Instant due, std::string_view what = {})
{
    auto made = FollowUp{};
    made.uid = uid_of(encounter, kind, what);
    made.person = whom;
    made.encounter = encounter.id;
    made.kind = kind;
    made.due = due;
    made.changed_at = encounter.noted_at;
    return made;
}

FollowUp for_promise(Encounter const& encounter, Promise const& promise)
{
    auto const kind = promise.by_them ? FollowUpKind::their_promise : FollowUpKind::promise;
    auto const usual = promise.by_them ? std::chrono::seconds{their_promise_within} : std::chrono::seconds{first_word_within};
    auto made = make(encounter, kind, encounter.person, promise.due ? end_of(*promise.due) : encounter.happened_at + usual,
        fmt::format("{}|{}", promise.what, promise.id.value));
    made.promise = promise.id;
    return made;
}

bool asks_for_thanks(EncounterKind kind)
{
    return kind == EncounterKind::met || kind == EncounterKind::meeting;
}

} // namespace

std::vector<FollowUp> plan_follow_ups(Encounter const& encounter, std::span<Promise const> promises)
{
    auto plan = std::vector<FollowUp>{};
    auto const first_word = encounter.happened_at + first_word_within;
    if (encounter.introduced_by) {
        plan.push_back(make(encounter, FollowUpKind::thank_introducer, encounter.introduced_by, first_word));
    }
    for (auto const& promise : promises) {
        plan.push_back(for_promise(encounter, promise));
    }
    if (asks_for_thanks(encounter.kind)) {
        plan.push_back(make(encounter, FollowUpKind::thanks, encounter.person, first_word));
    }
    if (!encounter.next_step.empty()) {
        plan.push_back(make(encounter, FollowUpKind::next_step, encounter.person, first_word, encounter.next_step));
    }
    if (encounter.introduced_by) {
        plan.push_back(make(encounter, FollowUpKind::tell_introducer, encounter.introduced_by,
            encounter.happened_at + introducer_hears_within));
    }
    return plan;
}

} // namespace knowwho
