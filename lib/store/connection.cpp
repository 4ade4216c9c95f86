// SPDX-License-Identifier: MIT
#include "store/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace knowwho {
namespace {

constexpr int busy_milliseconds = 2000;

/// SQLite's own counting of memory takes a lock at every allocation, and nobody reads it.
std::filesystem::path const& without_counting(std::filesystem::path const& path)
{
    static auto const told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // refused, harmlessly, if SQLite is in use already
    (void)told;
    return path;
}

} // namespace

Notebook::Connection::Connection(std::filesystem::path const& path, int flags)
    : file(without_counting(path)), open_here(path), database(path.string(), flags, busy_milliseconds)
{
}

SQLite::Statement& Notebook::Connection::statement(std::string_view sql)
{
    auto found = statements.find(sql);
    if (found == statements.end()) {
        auto text = std::string{sql};
        found = statements.try_emplace(text, database, text).first;
    }
    return found->second;
}

Error notebook_error(SQLite::Exception const& exception, std::filesystem::path const& file)
{
    auto const name = file.string();
    // The index beside a write-ahead log that cannot grow is a full disk by another name.
    bool const full = exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
    switch (full ? SQLITE_FULL : exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ExitCode::notebook, fmt::format("another knowwho is writing to the notebook '{}'", name),
            "wait until it has finished, or name another notebook with --notebook"};
    case SQLITE_FULL:
        return {ExitCode::notebook, fmt::format("the disk is full: the notebook '{}' could not be written", name),
            "make room and run the command again; what was finished before is kept"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ExitCode::notebook, fmt::format("the notebook '{}' cannot be written", name),
            "check the rights of the file and its folder, or name another one with --notebook"};
    case SQLITE_CANTOPEN:
        return {ExitCode::notebook, fmt::format("the notebook '{}' cannot be opened", name),
            "check that the folder exists and may be written, or name another one with --notebook"};
    case SQLITE_NOTADB:
        return {ExitCode::notebook, fmt::format("'{}' is not a notebook of knowwho", name),
            "name another file with --notebook; this one was not changed"};
    case SQLITE_CORRUPT:
        return {ExitCode::notebook, fmt::format("the notebook '{}' is damaged ({})", name, exception.what()),
            "restore a copy, or rescue what can be read with: sqlite3 FILE .recover"};
    case SQLITE_IOERR:
        return {ExitCode::notebook, fmt::format("reading or writing the notebook '{}' failed ({})", name, exception.what()),
            "check that the disk has room and is healthy; what was finished before is kept"};
    default:
        return {ExitCode::notebook, fmt::format("the notebook '{}': {}", name, exception.what())};
    }
}

} // namespace knowwho
