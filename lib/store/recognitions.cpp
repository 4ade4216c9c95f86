// SPDX-License-Identifier: MIT
#include "store/recognitions.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

#include <cstdint>

namespace knowwho {
namespace {

std::vector<Recognition> read_recognitions(Query& row)
{
    auto all = std::vector<Recognition>{};
    while (row.next()) {
        all.push_back({{row.integer("attendance")}, {row.integer("person")}, static_cast<int>(row.integer("line")), row.text("reason"),
            row.real("probability"), stored_instant(row.integer("recognised_at"))});
    }
    return all;
}

} // namespace

std::vector<Recognition> recognitions(Notebook const& notebook, std::size_t limit)
{
    auto query = Query{notebook, "SELECT r.*, a.person FROM recognition r JOIN attendance a ON a.id = r.attendance ORDER BY r.id DESC LIMIT ?"};
    query.bind(static_cast<std::int64_t>(limit));
    return read_recognitions(query);
}

std::vector<Recognition> recognitions(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT r.*, a.person FROM recognition r JOIN attendance a ON a.id = r.attendance WHERE a.person = ? ORDER BY r.id"};
    query.bind(person.value);
    return read_recognitions(query);
}

void delete_recognitions(Notebook& notebook, AttendanceId attendance)
{
    Query{notebook, "DELETE FROM recognition WHERE attendance = ?"}.bind(attendance.value).run();
}

} // namespace knowwho
