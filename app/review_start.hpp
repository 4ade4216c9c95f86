// SPDX-License-Identifier: MIT
// The start page: what was dropped, and how it is looked at before it goes into the notebook.
#pragma once

#include "app/review_incoming.hpp"
#include "app/review_routes.hpp"
#include "import/read_list.hpp"
#include "review/start_view.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace knowwho::review {

/// A list that was dropped and is not in the notebook yet.
struct StagedList {
    std::filesystem::path file;
    ReadOptions options; ///< what was chosen about its columns
    std::string event;   ///< the name that it shall go under
    ListReading reading;
};

struct Starting {
    Incoming incoming;
    std::optional<StagedList> staged;
    std::string error; ///< why the last list was not read; told once
};

/// The page with these goals, which may be as sent and not as kept.
WebResponse start_page(Review& review, WebRequest const& request, GoalsPart goals, int status = 200);

} // namespace knowwho::review
