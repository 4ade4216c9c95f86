// SPDX-License-Identifier: MIT
// An attendee list as it was read: rows with what was written and what was understood.
#pragma once

#include "model/ids.hpp"
#include "model/name.hpp"
#include "model/raw_row.hpp"

#include <string>
#include <vector>

namespace knowwho {

enum class AttendanceStatus { coming, pending, waiting, cancelled };

/// A talk or session of a speaker at the event. Times are local to the event:
/// "2026-11-26 14:00", "14:00" or whatever was written; empty if unknown.
struct Talk {
    std::string title;
    std::string abstract;
    std::string room;
    std::string starts;
    std::string ends;

    friend bool operator==(Talk const&, Talk const&) = default;
};

/// One person's row on one list.
struct RosterRow {
    int line = 0;             ///< 1-based line of the file where the row starts; for HTML the record's number
    RawRow raw;               ///< every cell as read, in order; nothing is dropped
    PersonName name;
    std::string organisation;
    std::string unit; ///< department
    std::string role;
    std::string email;
    std::string website;
    std::string place;
    std::string country;
    std::string about;            ///< biography, interests, talk-free text; paragraphs joined by newlines
    std::vector<RawCell> others;  ///< the cells whose meaning is unknown: kept, searchable, matched
    AttendanceStatus status = AttendanceStatus::coming;
    std::vector<Talk> talks;
};

} // namespace knowwho
