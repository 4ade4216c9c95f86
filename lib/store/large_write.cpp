// SPDX-License-Identifier: MIT
#include "store/large_write.hpp"

#include "store/connection.hpp"

namespace knowwho {

LargeWrite::LargeWrite(Notebook& notebook) noexcept : m_notebook(notebook)
{
    auto& connection = notebook.connection();
    try {
        if (!connection.in_transaction && connection.database.execAndGet("SELECT NOT EXISTS (SELECT 1 FROM person)").getInt() != 0) {
            m_without_log = connection.database.execAndGet("PRAGMA journal_mode = DELETE").getString() == "delete";
            if (m_without_log) {
                connection.database.exec("PRAGMA foreign_keys = OFF");
            }
        }
    } catch (SQLite::Exception const&) {
        m_without_log = false; // somebody else has it open: the log stays
    }
}

LargeWrite::~LargeWrite()
{
    if (m_without_log) {
        m_notebook.connection().database.tryExec("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL");
    }
}

} // namespace knowwho
