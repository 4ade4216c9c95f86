// SPDX-License-Identifier: MIT
// Everybody as a point: how much they are worth to the right, how easily they are reached upwards.
#pragma once

#include "review/list_view.hpp"
#include "review/page.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace knowwho::review {

/// From hardest to easiest.
enum class Reach { absent, unsure, there, speaks };

struct MapPoint {
    std::int64_t id = 0;
    std::string name;
    std::string what;  ///< role and organisation
    double value = 0;  ///< score, 0 to 1
    Reach reach = Reach::there;
    std::optional<std::size_t> goal; ///< served best, if any is served
    Seat seat = Seat::none;
    bool is_out = false;
};

struct MapView {
    std::vector<std::string> goals;
    std::vector<MapPoint> points; ///< best first
    std::size_t everybody = 0;
    bool as_table = false; ///< the same in words and numbers instead of the drawing
};

/// More points than this are not drawn; those of least value are left to the list.
inline constexpr std::size_t most_points = 2000;

/// The points of the drawing as JSON, a row each: id, x, y, number of colour and form, 1 for a target and 2 for who is
/// ruled out, and what is said of them.
std::string map_points(PageWords const& words, MapView const& view);

/// Without the points, which the script asks for.
std::string map_html(Frame const& frame, MapView const& view);

} // namespace knowwho::review
