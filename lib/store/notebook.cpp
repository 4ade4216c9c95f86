// SPDX-License-Identifier: MIT
#include "store/notebook.hpp"

#include "store/connection.hpp"
#include "store/migrations.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace knowwho {
namespace {

namespace fs = std::filesystem;

/// One thread at a time uses a notebook, so SQLite need not lock.
int const for_reading = SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
int const for_writing = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;

/// The two numbers in the head of an SQLite file that say whose it is.
struct Stamp {
    std::int32_t application_id = 0;
    std::int32_t version = 0;
};

Error not_a_notebook(fs::path const& file)
{
    return {ExitCode::notebook, fmt::format("'{}' is not a notebook of knowwho", file.string()),
        "name another file with --notebook; this one was not changed"};
}

void check(Stamp const& stamp, fs::path const& file)
{
    if (stamp.application_id != notebook_application_id) {
        throw not_a_notebook(file);
    }
    if (stamp.version > schema_version()) {
        throw Error{ExitCode::notebook,
            fmt::format("the notebook '{}' was written by a newer version of knowwho (version {} of its form; this program knows {})",
                file.string(), stamp.version, schema_version()),
            "install the newer version; the notebook was not changed"};
    }
}

/// Reads the stamp without SQLite, so that a foreign or newer file is not touched at all. It is
/// all zero in a notebook whose first pages are still in the write-ahead log beside it.
/// Offsets: https://www.sqlite.org/fileformat2.html#the_database_header. Empty for an empty file.
std::optional<Stamp> stamp_of(fs::path const& file)
{
    auto head = std::array<unsigned char, 100>{};
    auto stream = std::ifstream{file, std::ios::binary};
    stream.read(reinterpret_cast<char*>(head.data()), head.size());
    if (stream.gcount() == 0) {
        return std::nullopt;
    }
    auto const* const text = reinterpret_cast<char const*>(head.data());
    if (stream.gcount() < 100 || std::string_view{text, 15} != "SQLite format 3") {
        throw not_a_notebook(file);
    }
    auto const number_at = [&](std::size_t at) {
        return static_cast<std::int32_t>(std::uint32_t{head[at]} << 24 | std::uint32_t{head[at + 1]} << 16
            | std::uint32_t{head[at + 2]} << 8 | std::uint32_t{head[at + 3]});
    };
    return Stamp{number_at(68), number_at(60)};
}

void check_existing(fs::path const& file)
{
    auto unknown = std::error_code{};
    if (fs::is_directory(file, unknown)) {
        throw Error{ExitCode::notebook, fmt::format("'{}' is a folder, not a notebook", file.string()),
            "name a file with --notebook"};
    }
    if (::access(file.c_str(), R_OK) != 0) {
        throw Error{ExitCode::notebook, fmt::format("the notebook '{}' cannot be read", file.string()),
            "check the rights of the file, or name another one with --notebook"};
    }
    auto const stamp = OpenHere::unless_open(file, [&] { return stamp_of(file); });
    if (stamp && (stamp->application_id != 0 || stamp->version != 0)) {
        check(*stamp, file);
    }
}

/// A file without any write bit is meant to stay as it is, even if we are root.
void check_writable(fs::path const& file)
{
    auto const bits = fs::status(file).permissions();
    auto const writable = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    if ((bits & writable) == fs::perms::none || ::access(file.c_str(), W_OK) != 0) {
        throw Error{ExitCode::notebook, fmt::format("the notebook '{}' is write-protected", file.string()),
            "allow writing to it, or name another one with --notebook"};
    }
}

/// Personal data: for the user alone, as its file.
void make_folder(fs::path const& folder)
{
    auto unknown = std::error_code{};
    if (folder.empty() || fs::is_directory(folder, unknown)) {
        return;
    }
    make_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        throw Error{ExitCode::notebook,
            fmt::format("the folder '{}' for the notebook cannot be made: {}", folder.string(), std::strerror(errno)),
            "name a notebook in another place with --notebook"};
    }
}

/// Empty, and for the user alone: what SQLite puts beside it gets the same rights. If there can be none, SQLite says why.
void make_file(fs::path const& file)
{
    OpenHere::unless_open(file, [&] {
        auto const made = ::open(file.c_str(), O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        return made >= 0 && ::close(made) == 0;
    });
}

/// The version of an opened file, 0 for an empty one; throws unless it is a notebook.
int checked_version(Notebook::Connection& connection)
{
    auto& database = connection.database;
    auto const stamp = Stamp{database.execAndGet("PRAGMA application_id").getInt(), database.execAndGet("PRAGMA user_version").getInt()};
    bool const empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (!empty || stamp.version != 0) {
        check(stamp, connection.file);
    }
    return stamp.version;
}

void prepare(Notebook::Connection& connection)
{
    int const version = checked_version(connection);
    connection.database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
                             "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
    if (version < schema_version()) {
        migrate(connection.database, version);
    }
}

Error no_notebook_yet(fs::path const& file)
{
    return {ExitCode::notebook, fmt::format("there is no notebook '{}' yet", file.string()),
        "import a list first: knowwho import LIST"};
}

/// Null if it is of an older version, and so has to be opened for writing first.
std::unique_ptr<Notebook::Connection> open_for_reading(fs::path const& file)
{
    return guarded(file, [&]() -> std::unique_ptr<Notebook::Connection> {
        auto connection = std::make_unique<Notebook::Connection>(file, for_reading);
        int const version = checked_version(*connection);
        if (version == 0) {
            throw no_notebook_yet(file);
        }
        return version < schema_version() ? nullptr : std::move(connection);
    });
}

} // namespace

Notebook::Notebook(std::unique_ptr<Connection> connection) noexcept : m_connection(std::move(connection)) {}
Notebook::Notebook(Notebook&&) noexcept = default;
Notebook& Notebook::operator=(Notebook&&) noexcept = default;
Notebook::~Notebook() = default;

Notebook Notebook::open(fs::path const& file, Access access)
{
    auto unknown = std::error_code{};
    bool const exists = fs::exists(file, unknown);
    if (exists) {
        check_existing(file);
    }
    if (access == Access::read_only) {
        if (!exists) {
            throw no_notebook_yet(file);
        }
        if (auto connection = open_for_reading(file)) {
            return Notebook{std::move(connection)};
        }
    }
    if (exists) {
        check_writable(file);
    } else {
        make_folder(file.parent_path());
        make_file(file);
    }
    return guarded(file, [&] {
        auto connection = std::make_unique<Connection>(file, for_writing);
        prepare(*connection);
        return Notebook{std::move(connection)};
    });
}

Notebook Notebook::in_memory()
{
    auto connection = std::make_unique<Connection>(":memory:", for_writing);
    prepare(*connection);
    return Notebook{std::move(connection)};
}

Transaction::Transaction(Notebook& notebook)
    : m_notebook(notebook), m_outermost(!notebook.connection().in_transaction)
{
    if (m_outermost) {
        auto& connection = notebook.connection();
        guarded(connection.file, [&] { connection.database.exec("BEGIN IMMEDIATE"); });
        connection.in_transaction = true;
    }
}

Transaction::~Transaction()
{
    if (m_outermost && m_open) {
        m_notebook.connection().database.tryExec("ROLLBACK");
        m_notebook.connection().raw_headers = {};
        m_notebook.connection().in_transaction = false;
    }
}

void Transaction::commit()
{
    m_open = false;
    if (m_outermost) {
        auto& connection = m_notebook.connection();
        connection.in_transaction = false;
        try {
            guarded(connection.file, [&] { connection.database.exec("COMMIT"); });
        } catch (Error const&) {
            connection.database.tryExec("ROLLBACK");
            connection.raw_headers = {};
            throw;
        }
    }
}

} // namespace knowwho
