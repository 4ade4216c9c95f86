// SPDX-License-Identifier: MIT
// How the words of encounters, promises and follow-ups look inside a column. For `store/` only.
#pragma once

#include "model/encounter.hpp"

#include <string_view>

namespace knowwho {

std::string_view stored(EncounterKind kind);
EncounterKind stored_encounter_kind(std::string_view text);

std::string_view stored(PromiseState state);
PromiseState stored_promise_state(std::string_view text);

std::string_view stored(FollowUpKind kind);
FollowUpKind stored_follow_up_kind(std::string_view text);

std::string_view stored(FollowUpState state);
FollowUpState stored_follow_up_state(std::string_view text);

} // namespace knowwho
