// SPDX-License-Identifier: MIT
// Reasons to write that come by themselves: birthdays, and events where one will see each other again.
#pragma once

#include "model/date.hpp"
#include "store/contacts.hpp"

#include <string>
#include <vector>

namespace knowwho {

class Notebook;

enum class OccasionKind {
    birthday,
    same_event, ///< they are on the list of an event that is about to begin
};

struct Occasion {
    OccasionKind kind = OccasionKind::birthday;
    Acquaintance person;
    PartialDate day;    ///< of the birthday, or on which the event begins
    std::string event;  ///< its name; empty for a birthday
    std::string topic;  ///< what was talked about last: never empty
    PartialDate talked; ///< and when
};

/// Of contacts awake, within so many days from today; by day, kind and id. A contact with whom no talk
/// is noted has none: without anything personal to say one had better be silent. A birthday on
/// 29 February is kept on the 28th in other years.
std::vector<Occasion> occasions(Notebook const& notebook, Instant now, int days);

} // namespace knowwho
