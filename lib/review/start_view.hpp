// SPDX-License-Identifier: MIT
// The start: a list dropped and looked at, goals written, saved pages added.
#pragma once

#include "import/list_reading.hpp"
#include "model/problem.hpp"
#include "review/jobs.hpp"
#include "review/page.hpp"
#include "review/reading_choice.hpp"
#include "score/goals_editing.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace knowwho::review {

/// A list as it would be read; nothing of it is in the notebook yet.
struct StagedView {
    ListReading reading;
    std::string event; ///< proposed name
    ReadingChoice chosen;
};

struct GoalsPart {
    GoalsEdit edit;
    std::string file;  ///< where they are kept
    std::string text;  ///< as it stands there, or as it was sent
    std::string seen;  ///< a hash of the text that the form was made from
    std::string error; ///< what is wrong with it; may be empty
    bool text_only = false; ///< the form cannot hold it
    std::vector<std::pair<std::string, std::vector<std::string>>> unmet; ///< goal, words that the list has nowhere
};

struct StartView {
    std::size_t people = 0; ///< on the event's list
    std::string event;
    std::optional<StagedView> staged;
    std::string staged_error;
    GoalsPart goals;
    bool is_ready = false; ///< there is a list with goals
    JobState job;
};

/// What the form calls a column: its header if that is its alone, else "#3".
std::string column_key(ListReading const& reading, std::size_t column);

/// Name of the form's field for a column.
std::string column_field(std::size_t column);

std::string start_html(Frame const& frame, StartView const& view);

} // namespace knowwho::review
