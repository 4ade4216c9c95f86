// SPDX-License-Identifier: MIT
// The ranked list: filters, weights, rows, and the shortlist beside it.
#pragma once

#include "review/list_choice.hpp"
#include "review/page.hpp"
#include "review/rows_view.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace knowwho::review {

struct ShortlistView {
    struct Seated {
        std::int64_t id = 0;
        std::string name;
        std::string organisation;
        bool is_pinned = false;
        std::string unplanned; ///< why they have a seat though no goal asks for them; empty for others
    };
    std::vector<Seated> targets;
    std::vector<Seated> reserves;
    std::vector<std::pair<std::string, double>> coverage; ///< name of the goal, 0 to 1
    double three_come = 0;
    double no_show = 0;             ///< what that chance assumes of the list
    double no_show_of_speakers = 0; ///< and of those who speak
};

/// One slider.
struct WeightRow {
    std::string name;
    bool is_goal = true;
    double written = 0; ///< what the goals file says
    double chosen = 0;
};

struct ListView {
    ListChoice choice;
    std::vector<std::string> goals; ///< names
    std::vector<PersonRow> rows;
    std::size_t total = 0;    ///< that fit the choice
    std::size_t everybody = 0;
    std::vector<WeightRow> weights;
    ShortlistView shortlist;
    std::vector<std::string> tags; ///< that somebody has, in their order
};

std::string shortlist_html(Frame const& frame, ShortlistView const& shortlist);
std::string list_html(Frame const& frame, ListView const& view);

/// "12 of 240 people".
std::string count_words(PageWords const& words, std::size_t shown, std::size_t everybody);

} // namespace knowwho::review
