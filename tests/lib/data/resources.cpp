// SPDX-License-Identifier: MIT
#include "data/resources.hpp"

#include "model/error.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>

namespace knowwho {

BOOST_AUTO_TEST_SUITE(resources)

BOOST_AUTO_TEST_CASE(a_file_of_data_is_in_the_program_byte_for_byte)
{
    auto file = std::ifstream{KNOWWHO_SOURCE_DIR "/data/schema/0001_first.sql", std::ios::binary};
    auto const bytes = std::string{std::istreambuf_iterator<char>{file}, {}};
    BOOST_REQUIRE(!bytes.empty());
    BOOST_TEST((resource("schema/0001_first.sql") == bytes));
}

BOOST_AUTO_TEST_CASE(an_unknown_file_is_an_error_that_names_it)
{
    BOOST_CHECK_EXCEPTION(resource("lexicon/none.tsv"), Error,
        [](Error const& error) { return std::string_view{error.what()}.find("lexicon/none.tsv") != std::string_view::npos; });
}

BOOST_AUTO_TEST_CASE(a_folder_laid_over_the_data_wins_and_the_rest_stays)
{
    auto const folder = test::TemporaryFolder{};
    folder.write("openers/own.toml", "mine");
    override_resources(folder.path());
    BOOST_TEST((resource("openers/own.toml") == "mine"));
    BOOST_TEST(std::ranges::count(resource_paths("openers/"), "openers/own.toml") == 1);
    BOOST_TEST(!resource("schema/0001_first.sql").empty());
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_none_is_refused)
{
    BOOST_CHECK_THROW(override_resources("/nowhere/at/all"), Error);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
