// SPDX-License-Identifier: MIT
// The goals of the review: which file they are in, and how the start page shows them.
#pragma once

#include "app/review_session.hpp"
#include "review/start_view.hpp"

#include <filesystem>
#include <string>

namespace knowwho::review {

struct GoalsPlace {
    std::filesystem::path file;
    std::string text; ///< empty if there are none yet
};

/// The file that was named with --goals, else goals.toml beside the notebook (goals-EVENT.toml where that one is about
/// another event). Without a file the goals kept with the event.
GoalsPlace goals_place(Session const& session);

/// As they stand there, for the page; if asked for, with the words that the list has nowhere.
GoalsPart goals_part(Session const& session, PageWords const& words, bool with_unmet);

/// The event as the goals describe it, under the name that the user gives; its goals are kept with it, if there are any.
Event event_for_list(Session const& session, std::string const& name);

/// The text of goals that are there already and can be read: those of a list that is imported now. Else empty.
std::string goals_for_list(Session const& session);

} // namespace knowwho::review
