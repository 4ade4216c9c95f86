// SPDX-License-Identifier: MIT
// When and where the targets speak, day by day, for the picture on page 1.
#pragma once

#include "report/briefing.hpp"

#include <string>
#include <vector>

namespace knowwho {

struct TimelineItem {
    int number = 0;      ///< of the card
    std::string address;
    int begins = 0;      ///< minutes since midnight
    int ends = 0;        ///< after `begins`; half an hour later where the list gives no end
    std::string hours;   ///< "14:00–14:30", or "14:00"
    std::string room;
};

struct TimelineDay {
    std::string day;     ///< "Do, 26. November"; empty where the list gives only times
    std::vector<TimelineItem> items; ///< in the order of their beginning
};

struct Timeline {
    int opens = 0, closes = 0; ///< full hours around all items, in minutes since midnight
    std::vector<TimelineDay> days;
};

/// The talks of the targets that have a time. Empty if there are fewer than two: one needs no picture.
Timeline timeline_of(Briefing const& sheet);

} // namespace knowwho
