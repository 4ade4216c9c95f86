// SPDX-License-Identifier: MIT
#include "store/lists.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

StoredList read_list_row(Query& row)
{
    return {{row.integer("id")}, {row.integer("event")}, row.text("file"), row.text("format"), row.text("encoding"),
        row.text("content_hash"), static_cast<int>(row.integer("rows")), stored_instant(row.integer("imported_at"))};
}

} // namespace

ListId add_list(Notebook& notebook, StoredList const& list)
{
    Query{notebook, "INSERT INTO list (event, file, format, encoding, content_hash, rows, imported_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)"}
        .bind(list.event.value, list.file, list.format, list.encoding, list.content_hash, list.rows,
            stored(list.imported_at))
        .run();
    return {last_key(notebook)};
}

std::optional<StoredList> find_list(Notebook const& notebook, EventId event, std::string_view content_hash)
{
    auto query = Query{notebook, "SELECT * FROM list WHERE event = ? AND content_hash = ?"};
    query.bind(event.value, content_hash);
    return query.next() ? std::optional{read_list_row(query)} : std::nullopt;
}

std::vector<StoredList> lists(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT * FROM list WHERE event = ? ORDER BY id"};
    query.bind(event.value);
    auto all = std::vector<StoredList>{};
    while (query.next()) {
        all.push_back(read_list_row(query));
    }
    return all;
}

} // namespace knowwho
