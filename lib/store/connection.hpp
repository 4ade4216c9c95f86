// SPDX-License-Identifier: MIT
// The SQLite connection behind a notebook. For `store/` only.
#pragma once

#include "model/error.hpp"
#include "model/raw_row.hpp"
#include "store/notebook.hpp"
#include "store/open_here.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace knowwho {

struct Notebook::Connection {
    explicit Connection(std::filesystem::path const& file, int flags);

    /// A compiled statement, kept for the next time.
    SQLite::Statement& statement(std::string_view sql);

    std::filesystem::path file;
    OpenHere open_here; ///< before the database is opened, until after it is closed
    SQLite::Database database;
    std::map<std::string, SQLite::Statement, std::less<>> statements;
    bool in_transaction = false;

    /// Headers of raw rows that were read or written last; forgotten when a transaction is rolled back.
    struct RawHeaders {
        RawRow::SharedHeaders written;
        std::int64_t key = 0; ///< of `written`
        std::unordered_map<std::int64_t, RawRow::SharedHeaders> read;
    };
    RawHeaders raw_headers;
};

/// What SQLite says, as a sentence for the user with a way out.
Error notebook_error(SQLite::Exception const& exception, std::filesystem::path const& file);

/// Runs `work`, turning what SQLite throws into notebook_error.
template <typename Work>
decltype(auto) guarded(std::filesystem::path const& file, Work&& work)
{
    try {
        return work();
    } catch (SQLite::Exception const& exception) {
        throw notebook_error(exception, file);
    }
}

} // namespace knowwho
