// SPDX-License-Identifier: MIT
// One statement being run: bound in order, read by column, reset when it goes. For `store/` only.
#pragma once

#include "store/notebook.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace SQLite {
class Statement;
}

namespace knowwho {

/// Every member throws Error (notebook) with a sentence for the user on failure.
class Query {
public:
    /// The compiled statement is kept under a copy of `sql` while the notebook is open: values are bound, never written into it.
    Query(Notebook const& notebook, std::string_view sql);
    ~Query();
    Query(Query const&) = delete;
    Query& operator=(Query const&) = delete;

    /// Binds all parameters in order. Texts are copied.
    template <typename... Values>
    Query& bind(Values const&... values)
    {
        int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }

    /// The same without copying std::strings: they must stay as they are until run().
    template <typename... Values>
    Query& bind_in_place(Values const&... values)
    {
        int index = 0;
        (bind_one_in_place(++index, values), ...);
        return *this;
    }

    bool next();
    void run();

    /// The position of a column; ask once, before the loop.
    int column(char const* name);

    std::string text(int column);
    std::int64_t integer(int column);
    double real(int column);
    std::string text(char const* name) { return text(column(name)); }
    std::int64_t integer(char const* name) { return integer(column(name)); }
    double real(char const* name) { return real(column(name)); }

private:
    void bind_one(int index, std::string_view text) { bind_one(index, std::string{text}); }
    void bind_one(int index, std::string const& text);
    void bind_one(int index, char const* text) { bind_one(index, std::string{text}); }
    void bind_one(int index, std::int64_t number);
    void bind_one(int index, int number) { bind_one(index, static_cast<std::int64_t>(number)); }
    void bind_one(int index, bool flag) { bind_one(index, static_cast<std::int64_t>(flag)); }
    void bind_one(int index, double number);
    void bind_one_in_place(int index, std::string const& text);
    template <typename Value>
    void bind_one_in_place(int index, Value const& value)
    {
        bind_one(index, value);
    }

    Notebook const& m_notebook;
    SQLite::Statement& m_statement;
};

/// The key of the row that the last insert made.
std::int64_t last_key(Notebook const& notebook);

} // namespace knowwho
