// SPDX-License-Identifier: MIT
// One INSERT for many rows: nothing is copied, looked up or compiled for a single one. For `store/` only.
#pragma once

#include "store/notebook.hpp"

#include <cstdint>
#include <string_view>

struct sqlite3_stmt;

namespace knowwho {

/// Every member throws Error (notebook) with a sentence for the user on failure.
class BulkInsert {
public:
    BulkInsert(Notebook& notebook, std::string_view sql);
    ~BulkInsert();
    BulkInsert(BulkInsert const&) = delete;
    BulkInsert& operator=(BulkInsert const&) = delete;

    /// Inserts a row of these values, bound in order; returns its key.
    template <typename... Values>
    std::int64_t run(Values... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return insert();
    }

private:
    void bind(int index, std::int64_t number);
    void bind(int index, int number) { bind(index, std::int64_t{number}); }
    void bind(int index, double number);
    void bind(int index, std::string_view text);
    std::int64_t insert();
    void check(int result) const;

    Notebook& m_notebook;
    sqlite3_stmt* m_statement = nullptr;
    std::uint32_t m_empty = 0; ///< a bit for each of the first 32 parameters that is bound to an empty text: many are, row by row
};

} // namespace knowwho
