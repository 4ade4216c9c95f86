// SPDX-License-Identifier: MIT
// Writes the rows of a list, quickly where they are many.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"
#include "store/bulk_insert.hpp"
#include "store/packed_row.hpp"

#include <string_view>

namespace knowwho {

/// Into the tables `person`, `attendance` and `recognition`.
class RowWriter {
public:
    RowWriter(Notebook& notebook, EventId event, ListId list);

    /// Somebody new, named as the row has it.
    PersonId add_person(PackedRow const& row);

    AttendanceId add_attendance(PersonId person, PackedRow const& row);

    /// Why the row was taken for somebody named before.
    void add_recognition(AttendanceId attendance, int line, std::string_view reason, double probability, Instant now);

private:
    EventId m_event;
    ListId m_list;
    BulkInsert m_person;
    BulkInsert m_attendance;
    BulkInsert m_recognition;
};

} // namespace knowwho
