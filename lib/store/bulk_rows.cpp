// SPDX-License-Identifier: MIT
#include "store/bulk_rows.hpp"

#include "store/connection.hpp"
#include "store/query.hpp"

#include <sqlite3.h>

namespace knowwho {

BulkRows::BulkRows(Notebook& notebook, EventId event) : m_notebook(notebook), m_event(event)
{
    auto last = Query{notebook, "SELECT coalesce(max(id), 0) FROM attendance"};
    m_last_before = last.next() ? last.integer(0) : 0;
    let_triggers_fire(false);
}

BulkRows::~BulkRows() { let_triggers_fire(true); }

void BulkRows::finish()
{
    Query{m_notebook, "INSERT OR IGNORE INTO search_stale SELECT person FROM attendance WHERE id > ?"}.bind(m_last_before).run();
    Query{m_notebook, "DELETE FROM ranking WHERE event = ?"}.bind(m_event.value).run();
}

void BulkRows::let_triggers_fire(bool fire)
{
    sqlite3_db_config(m_notebook.connection().database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, fire ? 1 : 0, nullptr);
}

} // namespace knowwho
