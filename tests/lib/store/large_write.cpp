// SPDX-License-Identifier: MIT
#include "store/large_write.hpp"

#include "model/error.hpp"
#include "model/ids.hpp"
#include "model/name.hpp"
#include "model/roster.hpp"
#include "store/attendances.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(large_write)
namespace {

struct AnEmptyNotebook {
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "knowwho.db";
    std::filesystem::path log = folder.path() / "knowwho.db-wal";
    Notebook notebook = Notebook::open(file);

    void add(char const* written)
    {
        auto transaction = Transaction{notebook};
        auto name = PersonName{};
        name.written = written;
        add_person(notebook, name);
        transaction.commit();
    }
};

} // namespace

BOOST_FIXTURE_TEST_CASE(an_empty_notebook_is_written_without_a_log_and_has_one_again_behind_it, AnEmptyNotebook)
{
    {
        auto const large = LargeWrite{notebook};
        add("Anna Berg");
        BOOST_TEST(!std::filesystem::exists(log));
    }
    add("Bert Tal");
    BOOST_TEST(std::filesystem::exists(log));
    BOOST_TEST(known_people(notebook).size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_row_that_refers_to_nobody_is_refused_again_behind_it, AnEmptyNotebook)
{
    {
        auto const large = LargeWrite{notebook};
        add("Anna Berg");
    }
    BOOST_CHECK_THROW(add_attendance(notebook, EventId{7}, ListId{7}, PersonId{7}, RosterRow{}), Error);
}

BOOST_FIXTURE_TEST_CASE(what_fails_leaves_it_empty, AnEmptyNotebook)
{
    {
        auto const large = LargeWrite{notebook};
        auto transaction = Transaction{notebook};
        add_person(notebook, {});
    }
    BOOST_TEST(known_people(notebook).empty());
}

BOOST_FIXTURE_TEST_CASE(a_notebook_with_people_keeps_its_log, AnEmptyNotebook)
{
    add("Anna Berg");
    auto const large = LargeWrite{notebook};
    add("Bert Tal");
    BOOST_TEST(std::filesystem::exists(log));
}

BOOST_FIXTURE_TEST_CASE(a_notebook_that_is_read_elsewhere_keeps_its_log, AnEmptyNotebook)
{
    auto const reader = Notebook::open(file, Notebook::Access::read_only);
    BOOST_TEST(known_people(reader).empty());
    {
        auto const large = LargeWrite{notebook};
        add("Anna Berg");
        BOOST_TEST(std::filesystem::exists(log));
    }
    BOOST_TEST(known_people(reader).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
} // namespace knowwho
