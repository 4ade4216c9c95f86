// SPDX-License-Identifier: MIT
#include "store/query.hpp"

#include "store/connection.hpp"

namespace knowwho {
namespace {

SQLite::Statement& fresh(Notebook const& notebook, std::string_view sql)
{
    return guarded(notebook.connection().file, [&]() -> SQLite::Statement& {
        auto& statement = notebook.connection().statement(sql);
        statement.reset();
        statement.clearBindings();
        return statement;
    });
}

} // namespace

Query::Query(Notebook const& notebook, std::string_view sql)
    : m_notebook(notebook), m_statement(fresh(notebook, sql))
{
}

Query::~Query()
{
    m_statement.tryReset();
}

void Query::bind_one(int index, std::string const& text)
{
    guarded(m_notebook.connection().file, [&] { m_statement.bind(index, text); });
}

void Query::bind_one_in_place(int index, std::string const& text)
{
    guarded(m_notebook.connection().file, [&] { m_statement.bindNoCopy(index, text); });
}

void Query::bind_one(int index, std::int64_t number)
{
    guarded(m_notebook.connection().file, [&] { m_statement.bind(index, number); });
}

void Query::bind_one(int index, double number)
{
    guarded(m_notebook.connection().file, [&] { m_statement.bind(index, number); });
}

bool Query::next()
{
    return guarded(m_notebook.connection().file, [&] { return m_statement.executeStep(); });
}

void Query::run()
{
    guarded(m_notebook.connection().file, [&] { m_statement.exec(); });
}

int Query::column(char const* name)
{
    return guarded(m_notebook.connection().file, [&] { return m_statement.getColumnIndex(name); });
}

std::string Query::text(int column)
{
    return guarded(m_notebook.connection().file, [&] { return m_statement.getColumn(column).getString(); });
}

std::int64_t Query::integer(int column)
{
    return guarded(m_notebook.connection().file, [&] { return m_statement.getColumn(column).getInt64(); });
}

double Query::real(int column)
{
    return guarded(m_notebook.connection().file, [&] { return m_statement.getColumn(column).getDouble(); });
}

std::int64_t last_key(Notebook const& notebook)
{
    return notebook.connection().database.getLastInsertRowid();
}

} // namespace knowwho
