// SPDX-License-Identifier: MIT
// The ranked list: rows with bars, filters, weights, and the shortlist beside it.
#pragma once

#include "model/judgement.hpp"
#include "review/list_choice.hpp"
#include "review/page.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

struct ShortlistView {
    struct Seated {
        std::int64_t id = 0;
        std::string name;
        std::string organisation;
        bool is_pinned = false;
    };
    std::vector<Seated> targets;
    std::vector<Seated> reserves;
    std::vector<std::pair<std::string, double>> coverage; ///< name of the goal, 0 to 1
    double three_come = 0;
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
};

/// Rows on a page without script, and in one answer to the script.
inline constexpr std::size_t rows_of_a_page = 50;
inline constexpr std::size_t rows_of_an_answer = 200;

/// Names of the goals in their order; `back`: where a form of a row goes on to.
std::string rows_html(Frame const& frame, std::vector<PersonRow> const& rows, std::vector<std::string> const& goals, std::size_t total,
    std::string const& back);
std::string shortlist_html(Frame const& frame, ShortlistView const& shortlist);
std::string list_html(Frame const& frame, ListView const& view);

/// "12 of 240 people".
std::string count_words(PageWords const& words, std::size_t shown, std::size_t everybody);

} // namespace knowwho::review
