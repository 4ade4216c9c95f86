// SPDX-License-Identifier: MIT
// The rows of the ranked list: name, bar of shares, signs, what can be done at once.
#pragma once

#include "model/judgement.hpp"
#include "review/page.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho::review {

enum class Seat { none, target, reserve };

/// One person as the list shows them.
struct PersonRow {
    std::int64_t id = 0;
    std::int64_t revision = 0;
    std::size_t at = 0;    ///< 1-based place in what is shown
    std::size_t place = 0; ///< 1-based place in the ranking
    std::ptrdiff_t moved = 0; ///< places up since the weights that are kept; negative: down
    std::string name;
    std::string role;
    std::string organisation;
    std::string why;       ///< one sentence: the strongest reason, or why they are ruled out
    double score = 0, low = 0, high = 0; ///< 0 to 1
    std::vector<double> shares; ///< what each goal adds to the score, then what stands beside them; 0 to 1
    std::vector<bool> serves;   ///< per goal
    std::size_t snippets = 0;
    std::size_t questions = 0;
    bool speaks = false;
    std::string_view status; ///< key of a word: "status_cancelled"; empty: nothing to say
    Mark mark = Mark::none;
    bool is_out = false;
    bool has_note = false;
    std::vector<std::string> tags;
    Seat seat = Seat::none;
};

/// Rows on a page without script, and in one answer to the script.
inline constexpr std::size_t rows_of_a_page = 50;
inline constexpr std::size_t rows_of_an_answer = 200;

/// Names of the goals in their order; `back`: where a form of a row goes on to.
std::string rows_html(Frame const& frame, std::vector<PersonRow> const& rows, std::vector<std::string> const& goals, std::size_t total,
    std::string const& back);

/// As many as review.css has.
inline constexpr std::size_t goal_colours = 8;

/// The class of a goal's colour, 1 to 8; further goals share them, what is no goal has 0.
std::size_t colour_of(std::size_t goal, std::size_t goals);

} // namespace knowwho::review
