// SPDX-License-Identifier: MIT
// The start page: what was dropped, and how it is looked at before it goes into the notebook.
#pragma once

#include "app/review_incoming.hpp"
#include "app/review_routes.hpp"
#include "import/read_list.hpp"
#include "review/start_view.hpp"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace knowwho::review {

/// How far the job is that puts a list into the notebook.
enum class Importing { no, running, done };

/// A list that was dropped and is not in the notebook yet.
struct StagedList {
    std::filesystem::path file;
    ReadOptions options; ///< what was chosen about its columns
    std::string event;   ///< the name that it shall go under
    ListReading reading;
    std::shared_ptr<std::atomic<Importing>> importing = std::make_shared<std::atomic<Importing>>(Importing::no); ///< the job's word
};

struct Starting {
    Incoming incoming;
    std::optional<StagedList> staged;
    std::string error; ///< why the last list was not read; told once
};

/// A list that is in the notebook by now is looked at no longer.
void settle_import(Starting& starting);

/// A list came; what it is can be looked at on the start page.
WebResponse list_sent(Review& review, WebRequest const& request);

/// What was chosen about the list: read anew, imported by a job, or discarded.
WebResponse list_answered(Review& review, WebRequest const& request);

/// The page with these goals, which may be as sent and not as kept.
WebResponse start_page(Review& review, WebRequest const& request, GoalsPart goals, int status = 200);

} // namespace knowwho::review
