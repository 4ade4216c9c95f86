// SPDX-License-Identifier: MIT
#include "store/files.hpp"

#include "model/error.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <iterator>
#include <string>
#include <sys/resource.h>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(files)
namespace {

namespace fs = std::filesystem;

auto files_in(fs::path const& folder)
{
    return std::distance(fs::directory_iterator{folder}, fs::directory_iterator{});
}

/// Files of this process can't grow beyond `bytes` while it lives: what a full disk does.
class FileSizeLimit {
public:
    explicit FileSizeLimit(::rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        auto limit = m_before;
        limit.rlim_cur = bytes;
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(FileSizeLimit const&) = delete;
    FileSizeLimit& operator=(FileSizeLimit const&) = delete;

private:
    ::rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

bool is_input_error(Error const& error)
{
    return error.code() == ExitCode::input;
}

} // namespace

BOOST_AUTO_TEST_CASE(bytes_come_back_as_they_were)
{
    auto const folder = test::TemporaryFolder{};
    auto const bytes = std::string{"a\0b\r\n\xff", 6};
    write_file(folder.path() / "x", bytes);
    BOOST_TEST((read_file(folder.path() / "x") == bytes));
}

BOOST_AUTO_TEST_CASE(missing_files_folders_and_files_too_large_are_clear_errors)
{
    auto const folder = test::TemporaryFolder{};
    BOOST_CHECK_EXCEPTION(read_file(folder.path() / "none"), Error, is_input_error);
    BOOST_CHECK_EXCEPTION(read_file(folder.path()), Error, is_input_error);
    BOOST_CHECK_EXCEPTION(read_file(folder.write("big", std::string(100, 'x')), 99), Error, is_input_error);
    BOOST_CHECK_EXCEPTION(write_file(folder.path() / "no/such/folder/x", "x"), Error, is_input_error);
    BOOST_CHECK_EXCEPTION(write_file(folder.path(), "x"), Error, is_input_error);
}

BOOST_AUTO_TEST_CASE(a_write_that_fails_leaves_the_old_file_and_nothing_beside_it)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.write("briefing.html", "old");
    {
        auto const full_disk = FileSizeLimit{1000};
        BOOST_CHECK_EXCEPTION(write_file(file, std::string(5000, 'x')), Error,
            [](Error const& error) { return std::string_view{error.what()}.find("disk is full") != std::string_view::npos; });
    }
    BOOST_TEST((read_file(file) == "old"));
    BOOST_TEST(files_in(folder.path()) == 1);
}

BOOST_AUTO_TEST_CASE(a_replaced_file_keeps_its_rights)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.write("briefing.html", "old");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    write_file(file, "new");
    BOOST_CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    BOOST_TEST((read_file(file) == "new"));
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.write("goals.toml", "old");
    auto const link = folder.path() / "link.toml";
    fs::create_symlink(file, link);
    write_file(link, "new");
    BOOST_TEST(fs::is_symlink(link));
    BOOST_TEST((read_file(file) == "new"));
}

BOOST_AUTO_TEST_CASE(a_device_is_written_to_and_not_replaced)
{
    auto const folder = test::TemporaryFolder{};
    auto const device = folder.path() / "null.pdf";
    fs::create_symlink("/dev/null", device);
    write_file(device, "bytes");
    BOOST_TEST(fs::is_character_file(device));
    BOOST_TEST(files_in(folder.path()) == 1);
}

BOOST_AUTO_TEST_CASE(a_new_file_has_the_usual_rights)
{
    auto const folder = test::TemporaryFolder{};
    auto const usual = fs::status(folder.write("usual", "x")).permissions();
    write_file(folder.path() / "new", "x");
    BOOST_CHECK(fs::status(folder.path() / "new").permissions() == usual);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
