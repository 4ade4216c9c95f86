// SPDX-License-Identifier: MIT
#include "store/bulk_insert.hpp"

#include "store/connection.hpp"

#include <sqlite3.h>

namespace knowwho {

BulkInsert::BulkInsert(Notebook& notebook, std::string_view sql) : m_notebook(notebook)
{
    auto* const database = notebook.connection().database.getHandle();
    check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &m_statement, nullptr));
}

BulkInsert::~BulkInsert() { sqlite3_finalize(m_statement); }

void BulkInsert::bind(int index, std::int64_t number) { check(sqlite3_bind_int64(m_statement, index, number)); }

void BulkInsert::bind(int index, double number) { check(sqlite3_bind_double(m_statement, index, number)); }

void BulkInsert::bind(int index, std::string_view text)
{
    auto const bit = index < 32 ? std::uint32_t{1} << index : 0U;
    if (text.empty() && (m_empty & bit) != 0) {
        return;
    }
    m_empty = text.empty() ? m_empty | bit : m_empty & ~bit;
    auto const* const data = text.empty() ? "" : text.data(); // a null pointer would be NULL
    check(sqlite3_bind_text(m_statement, index, data, static_cast<int>(text.size()), SQLITE_STATIC));
}

std::int64_t BulkInsert::insert()
{
    if (auto const result = sqlite3_step(m_statement); result != SQLITE_DONE) {
        auto const failure = SQLite::Exception{m_notebook.connection().database.getHandle(), result};
        sqlite3_reset(m_statement);
        throw notebook_error(failure, m_notebook.connection().file);
    }
    sqlite3_reset(m_statement);
    return m_notebook.connection().database.getLastInsertRowid();
}

void BulkInsert::check(int result) const
{
    if (result != SQLITE_OK) {
        auto const& connection = m_notebook.connection();
        throw notebook_error(SQLite::Exception{connection.database.getHandle(), result}, connection.file);
    }
}

} // namespace knowwho
