// SPDX-License-Identifier: MIT
// Table `follow_up`: what is to be done after an encounter, and what became of it.
#pragma once

#include "model/encounter.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// One of the same uid is that follow-up: it is left as it is.
FollowUpId add_follow_up(Notebook& notebook, FollowUp const& follow_up);

std::optional<FollowUp> find_follow_up(Notebook const& notebook, FollowUpId id);

/// All, by due time, then id; or only the open ones.
std::vector<FollowUp> follow_ups(Notebook const& notebook);
std::vector<FollowUp> open_follow_ups(Notebook const& notebook);
std::vector<FollowUp> open_follow_ups(Notebook const& notebook, PersonId person);

/// Done or dropped, with the reason; the promise behind it is kept or dropped with it.
void close_follow_up(Notebook& notebook, FollowUp const& follow_up, FollowUpState state, std::string_view reason, Instant now);

/// State, reason and due time as they are here; the promise behind it is open, kept or dropped with it.
void put_follow_up(Notebook& notebook, FollowUp const& follow_up, Instant now);

/// Another time; the calendar entry is updated by the next export.
void move_follow_up(Notebook& notebook, FollowUpId id, Instant due, Instant now);

} // namespace knowwho
