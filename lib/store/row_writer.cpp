// SPDX-License-Identifier: MIT
#include "store/row_writer.hpp"

#include "store/stored_values.hpp"

namespace knowwho {

RowWriter::RowWriter(Notebook& notebook, EventId event, ListId list)
    : m_event(event), m_list(list),
      m_person(notebook, "INSERT INTO person (written, salutation, title, given, middle, family, suffix, nickname, maiden, confidence)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_attendance(notebook, "INSERT INTO attendance (event, list, person, line, organisation, unit, role, email, website, place,"
                             " country, about, status, name, others, talks, raw)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_recognition(notebook, "INSERT INTO recognition (attendance, line, reason, probability, recognised_at) VALUES (?, ?, ?, ?, ?)")
{
}

PersonId RowWriter::add_person(PackedRow const& row)
{
    return {m_person.run(row.text(PackedRow::written), stored(row.salutation()), row.text(PackedRow::title), row.text(PackedRow::given), row.text(PackedRow::middle),
        row.text(PackedRow::family), row.text(PackedRow::suffix), row.text(PackedRow::nickname), row.text(PackedRow::maiden), row.confidence())};
}

AttendanceId RowWriter::add_attendance(PersonId person, PackedRow const& row)
{
    auto const name = stored_parts({row.text(PackedRow::written), stored(row.salutation()), row.text(PackedRow::title), row.text(PackedRow::given), row.text(PackedRow::middle),
                                       row.text(PackedRow::family), row.text(PackedRow::suffix), row.text(PackedRow::nickname), row.text(PackedRow::maiden)},
        row.confidence());
    return {m_attendance.run(m_event.value, m_list.value, person.value, row.line(), row.text(PackedRow::organisation), row.text(PackedRow::unit),
        row.text(PackedRow::role), row.text(PackedRow::email), row.text(PackedRow::website), row.text(PackedRow::place), row.text(PackedRow::country),
        row.text(PackedRow::about), stored(row.status()), std::string_view{name}, row.text(PackedRow::others), row.text(PackedRow::talks), row.text(PackedRow::raw))};
}

void RowWriter::add_recognition(AttendanceId attendance, int line, std::string_view reason, double probability, Instant now)
{
    m_recognition.run(attendance.value, line, reason, probability, stored(now));
}

} // namespace knowwho
