// SPDX-License-Identifier: MIT
#include "store/row_writer.hpp"

#include "store/stored_values.hpp"

#include <array>
#include <tuple>

namespace knowwho {
namespace {

/// As the table `person` has its columns, and the notebook a name in one of them.
std::array<std::string_view, 9> name_parts(PackedRow const& row)
{
    return {row.text(PackedRow::written), stored(row.salutation()), row.text(PackedRow::title), row.text(PackedRow::given), row.text(PackedRow::middle),
        row.text(PackedRow::family), row.text(PackedRow::suffix), row.text(PackedRow::nickname), row.text(PackedRow::maiden)};
}

} // namespace

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
    return {std::apply([&](auto... parts) { return m_person.run(parts..., row.confidence()); }, name_parts(row))};
}

AttendanceId RowWriter::add_attendance(PersonId person, PackedRow const& row)
{
    auto const name = stored_parts(name_parts(row), row.confidence());
    return {m_attendance.run(m_event.value, m_list.value, person.value, row.line(), row.text(PackedRow::organisation), row.text(PackedRow::unit),
        row.text(PackedRow::role), row.text(PackedRow::email), row.text(PackedRow::website), row.text(PackedRow::place), row.text(PackedRow::country),
        row.text(PackedRow::about), stored(row.status()), std::string_view{name}, row.text(PackedRow::others), row.text(PackedRow::talks), row.text(PackedRow::raw))};
}

void RowWriter::add_recognition(AttendanceId attendance, int line, std::string_view reason, double probability, Instant now)
{
    m_recognition.run(attendance.value, line, reason, probability, stored(now));
}

} // namespace knowwho
