// SPDX-License-Identifier: MIT
#include "store/notebook.hpp"

#include "data/resources.hpp"
#include "model/error.hpp"
#include "store/events.hpp"
#include "store/files.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <signal.h>
#include <sqlite3.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(notebook)
namespace {

namespace fs = std::filesystem;

/// Runs SQL on a file from outside, as another program would.
void run_sql(fs::path const& file, std::string const& sql)
{
    sqlite3* database = nullptr;
    BOOST_REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    BOOST_CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

auto says(std::string_view words)
{
    return [words](Error const& error) {
        BOOST_TEST_MESSAGE(error.what());
        return error.code() == ExitCode::notebook && std::string_view{error.what()}.find(words) != std::string_view::npos
            && !error.hint().empty();
    };
}

Event forum()
{
    return {{}, "Forum", "Hannover", PartialDate{2026, 11, 26}, PartialDate{2026, 11, 27}, Instant{}};
}

} // namespace

BOOST_AUTO_TEST_CASE(a_new_notebook_is_for_the_user_alone)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "deep/er/knowwho.db";
    auto const opened = Notebook::open(file);
    for (auto const beside : {"", "-wal", "-shm"}) {
        BOOST_CHECK(fs::status(file.string() + beside).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    }
    BOOST_CHECK(fs::status(file.parent_path()).permissions() == fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(what_was_committed_is_there_the_next_time)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    {
        auto first = Notebook::open(file);
        auto transaction = Transaction{first};
        ensure_event(first, forum());
        transaction.commit();
    }
    auto const second = Notebook::open(file, Notebook::Access::read_only);
    auto const event = find_event(second, "Forum");
    BOOST_REQUIRE(event.has_value());
    BOOST_TEST(to_iso(*event->starts) == "2026-11-26");
}

BOOST_AUTO_TEST_CASE(what_was_not_committed_is_gone)
{
    auto book = Notebook::in_memory();
    {
        auto transaction = Transaction{book};
        ensure_event(book, forum());
    }
    BOOST_TEST(!find_event(book, "Forum").has_value());
}

BOOST_AUTO_TEST_CASE(an_inner_transaction_joins_the_outer_one)
{
    auto book = Notebook::in_memory();
    {
        auto outer = Transaction{book};
        auto inner = Transaction{book};
        ensure_event(book, forum());
        inner.commit();
    }
    BOOST_TEST(!find_event(book, "Forum").has_value());
}

BOOST_AUTO_TEST_CASE(a_notebook_of_a_newer_version_is_refused_and_not_touched)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    { auto const made = Notebook::open(file); }
    run_sql(file, "PRAGMA user_version = 4711");
    auto const before = read_file(file);
    BOOST_CHECK_EXCEPTION(Notebook::open(file), Error, says("newer version"));
    BOOST_CHECK_EXCEPTION(Notebook::open(file, Notebook::Access::read_only), Error, says("4711"));
    BOOST_TEST((read_file(file) == before));
}

BOOST_AUTO_TEST_CASE(a_file_of_another_program_is_refused_and_not_touched)
{
    auto const folder = test::TemporaryFolder{};
    auto const other = folder.path() / "other.db";
    run_sql(other, "CREATE TABLE theirs (x); PRAGMA application_id = 99");
    auto const before = read_file(other);
    BOOST_CHECK_EXCEPTION(Notebook::open(other), Error, says("not a notebook"));
    BOOST_TEST((read_file(other) == before));

    auto const unstamped = folder.path() / "unstamped.db";
    run_sql(unstamped, "CREATE TABLE theirs (x)");
    auto const unstamped_before = read_file(unstamped);
    BOOST_CHECK_EXCEPTION(Notebook::open(unstamped), Error, says("not a notebook"));
    BOOST_TEST((read_file(unstamped) == unstamped_before));

    auto const text = folder.write("letter.txt", "Sehr geehrte Damen und Herren");
    BOOST_CHECK_EXCEPTION(Notebook::open(text), Error, says("not a notebook"));
    BOOST_CHECK_EXCEPTION(Notebook::open(folder.path()), Error, says("folder"));
}

BOOST_AUTO_TEST_CASE(an_empty_file_becomes_a_notebook)
{
    auto const folder = test::TemporaryFolder{};
    auto book = Notebook::open(folder.write("k.db", ""));
    BOOST_TEST(events(book).empty());
}

BOOST_AUTO_TEST_CASE(a_write_protected_notebook_can_be_read_but_not_written)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    { auto const made = Notebook::open(file); }
    fs::permissions(file, fs::perms::owner_read);
    BOOST_CHECK_EXCEPTION(Notebook::open(file), Error, says("write-protected"));
    BOOST_TEST(events(Notebook::open(file, Notebook::Access::read_only)).empty());
}

BOOST_AUTO_TEST_CASE(a_notebook_of_an_older_version_is_brought_forward_with_all_it_holds)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    run_sql(file, std::string{resource("schema/0001_first.sql")}
            + "; INSERT INTO event (name, last_used) VALUES ('Forum', 1); PRAGMA user_version = 1;"
              "PRAGMA application_id = " + std::to_string(notebook_application_id));
    BOOST_TEST(find_event(Notebook::open(file, Notebook::Access::read_only), "Forum").has_value());
    BOOST_TEST(events(Notebook::open(file)).size() == 1);
}

BOOST_AUTO_TEST_CASE(reading_needs_a_notebook_that_is_there)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    BOOST_CHECK_EXCEPTION(Notebook::open(file, Notebook::Access::read_only), Error, says("no notebook"));
    BOOST_CHECK_EXCEPTION(Notebook::open(folder.write("empty.db", ""), Notebook::Access::read_only), Error, says("no notebook"));
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_so_and_a_reader_is_not_kept_out)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    auto first = Notebook::open(file);
    auto second = Notebook::open(file);
    auto const writing = Transaction{first};
    BOOST_CHECK_EXCEPTION(Transaction{second}, Error, says("another knowwho is writing"));
    BOOST_TEST(events(second).empty());
}

BOOST_AUTO_TEST_CASE(a_writer_that_is_killed_leaves_a_sound_notebook_behind)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "k.db";
    { auto const made = Notebook::open(file); }
    auto const child = ::fork();
    if (child == 0) {
        auto book = Notebook::open(file);
        auto kept = Transaction{book};
        ensure_event(book, forum());
        kept.commit();
        auto lost = Transaction{book};
        ensure_event(book, {{}, "half done", "", {}, {}, Instant{}});
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_REQUIRE(WIFSIGNALED(status));
    auto const book = Notebook::open(file);
    BOOST_TEST(find_event(book, "Forum").has_value());
    BOOST_TEST(!find_event(book, "half done").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
