// SPDX-License-Identifier: MIT
// Table `attendance`: a person's row on the roster of an event, raw cells included.
#pragma once

#include "model/ids.hpp"
#include "model/person.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// A single one; RowWriter writes many.
AttendanceId add_attendance(Notebook& notebook, EventId event, ListId list, PersonId person, RosterRow const& row);

/// Takes a newer row for an attendance; it is not `gone` any more.
void update_attendance(Notebook& notebook, AttendanceId attendance, ListId list, RosterRow const& row);

/// Marks attendances that a newer list of the event no longer has.
void mark_gone(Notebook& notebook, std::span<AttendanceId const> attendances);

/// Whether the raw cells are read too; ranking a long roster does not need them.
enum class RawCells { leave, load };

/// The roster of an event, in the order of the import.
std::vector<Attendance> attendances(Notebook const& notebook, EventId event, RawCells raw = RawCells::load);

/// The attendances of one person at all events, newest first.
std::vector<Attendance> attendances(Notebook const& notebook, PersonId person);

/// The attendances of one person at one event, in the order of the import, without raw cells.
std::vector<Attendance> attendances(Notebook const& notebook, EventId event, PersonId person);

/// All parts of the names on one row in one text, with marks between them: to look for words, not to show.
struct NamesOfRow {
    PersonId person;
    std::string names;
};

/// Of every row of the event's roster, in the order of the import: much quicker than the rows themselves.
std::vector<NamesOfRow> names_of_rows(Notebook const& notebook, EventId event);

/// One string per row that is equal for equal raw rows only; to see that a row is unchanged.
std::string row_fingerprint(RosterRow const& row);

} // namespace knowwho
