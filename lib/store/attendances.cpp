// SPDX-License-Identifier: MIT
#include "store/attendances.hpp"

#include "store/query.hpp"
#include "store/raw_rows.hpp"
#include "store/row_writer.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

/// The columns of an attendance, looked up once per query.
struct Columns {
    explicit Columns(Query& query)
        : id(query.column("id")), event(query.column("event")), person(query.column("person")),
          file(query.column("file")), line(query.column("line")), organisation(query.column("organisation")),
          unit(query.column("unit")), role(query.column("role")), email(query.column("email")),
          website(query.column("website")), place(query.column("place")), country(query.column("country")),
          about(query.column("about")), status(query.column("status")), gone(query.column("gone")),
          name(query.column("name")), others(query.column("others")), talks(query.column("talks")),
          raw(query.column("raw"))
    {
    }

    int id, event, person, file, line, organisation, unit, role, email, website, place, country, about, status, gone, name,
        others, talks, raw;
};

Attendance read_attendance(Notebook const& notebook, Query& query, Columns const& at)
{
    auto attendance = Attendance{};
    attendance.id = {query.integer(at.id)};
    attendance.person = {query.integer(at.person)};
    attendance.event = {query.integer(at.event)};
    attendance.list_file = query.text(at.file);
    attendance.gone = query.integer(at.gone) != 0;
    auto& row = attendance.row;
    row.line = static_cast<int>(query.integer(at.line));
    row.raw = read_raw(notebook, query.text(at.raw));
    row.name = stored_name(query.text(at.name));
    row.organisation = query.text(at.organisation);
    row.unit = query.text(at.unit);
    row.role = query.text(at.role);
    row.email = query.text(at.email);
    row.website = query.text(at.website);
    row.place = query.text(at.place);
    row.country = query.text(at.country);
    row.about = query.text(at.about);
    row.others = stored_cells(query.text(at.others));
    row.status = stored_status(query.text(at.status));
    row.talks = stored_talks(query.text(at.talks));
    return attendance;
}

std::vector<Attendance> read_attendances(Notebook const& notebook, Query& query)
{
    auto const columns = Columns{query};
    auto all = std::vector<Attendance>{};
    while (query.next()) {
        all.push_back(read_attendance(notebook, query, columns));
    }
    return all;
}

} // namespace

AttendanceId add_attendance(Notebook& notebook, EventId event, ListId list, PersonId person, RosterRow const& row)
{
    return RowWriter{notebook, event, list}.add_attendance(person, {notebook, row});
}

void update_attendance(Notebook& notebook, AttendanceId attendance, ListId list, RosterRow const& row)
{
    Query{notebook, "UPDATE attendance SET list = ?, line = ?, organisation = ?, unit = ?, role = ?, email = ?, website = ?,"
                    " place = ?, country = ?, about = ?, status = ?, name = ?, others = ?, talks = ?, raw = ?, gone = 0"
                    " WHERE id = ?"}
        .bind_in_place(list.value, row.line, row.organisation, row.unit, row.role, row.email, row.website, row.place, row.country,
            row.about, stored(row.status), stored(row.name), stored(row.others), stored(row.talks), stored_raw(notebook, row.raw),
            attendance.value)
        .run();
}

void mark_gone(Notebook& notebook, std::span<AttendanceId const> attendances)
{
    for (auto const attendance : attendances) {
        Query{notebook, "UPDATE attendance SET gone = 1 WHERE id = ?"}.bind(attendance.value).run();
    }
}

std::vector<Attendance> attendances(Notebook const& notebook, EventId event, RawCells raw)
{
    auto query = Query{notebook,
        "SELECT a.id, a.event, a.person, l.file, a.line, a.organisation, a.unit, a.role, a.email, a.website, a.place,"
        " a.country, a.about, a.status, a.gone, a.name, a.others, a.talks, iif(?, a.raw, '[]') AS raw"
        " FROM attendance a JOIN list l ON l.id = a.list WHERE a.event = ? ORDER BY a.id"};
    query.bind(raw == RawCells::load, event.value);
    return read_attendances(notebook, query);
}

std::vector<Attendance> attendances(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook,
        "SELECT a.id, a.event, a.person, l.file, a.line, a.organisation, a.unit, a.role, a.email, a.website, a.place,"
        " a.country, a.about, a.status, a.gone, a.name, a.others, a.talks, a.raw"
        " FROM attendance a JOIN list l ON l.id = a.list WHERE a.person = ? ORDER BY a.event DESC, a.id DESC"};
    query.bind(person.value);
    return read_attendances(notebook, query);
}

std::vector<Attendance> attendances(Notebook const& notebook, EventId event, PersonId person)
{
    auto query = Query{notebook,
        "SELECT a.id, a.event, a.person, l.file, a.line, a.organisation, a.unit, a.role, a.email, a.website, a.place,"
        " a.country, a.about, a.status, a.gone, a.name, a.others, a.talks, '[]' AS raw"
        " FROM attendance a JOIN list l ON l.id = a.list WHERE a.person = ? AND +a.event = ? ORDER BY a.id"};
    query.bind(person.value, event.value);
    return read_attendances(notebook, query);
}

std::vector<NamesOfRow> names_of_rows(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT person, name FROM attendance WHERE event = ? ORDER BY id"};
    query.bind(event.value);
    auto all = std::vector<NamesOfRow>{};
    while (query.next()) {
        all.push_back({{query.integer(0)}, query.text(1)});
    }
    return all;
}

std::string row_fingerprint(RosterRow const& row)
{
    auto cells = std::vector<RawCell>{};
    for (auto const& cell : row.raw) {
        cells.push_back({std::string{cell.header}, std::string{cell.value}});
    }
    return stored(cells);
}

} // namespace knowwho
