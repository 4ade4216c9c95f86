// SPDX-License-Identifier: MIT
// What an encounter asks for: thanks, promises, the word to whoever opened the door.
#pragma once

#include "model/encounter.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// The follow-ups of an encounter and of the promises given in it, all stored already (ids are
/// set). Everything without a date of its own is due 72 hours after the encounter. A `note` asks
/// for nothing but its promises. The uid depends only on what the follow-up is about, so that
/// planning again gives the same.
std::vector<FollowUp> plan_follow_ups(Encounter const& encounter, std::span<Promise const> promises);

} // namespace knowwho
