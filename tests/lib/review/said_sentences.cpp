// SPDX-License-Identifier: MIT
#include "review/said_sentences.hpp"

#include "import/read_list.hpp"
#include "model/error.hpp"
#include "review/words.hpp"
#include "store/files.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>

BOOST_AUTO_TEST_SUITE(said_sentences)

using namespace knowwho;
using namespace knowwho::review;

BOOST_AUTO_TEST_CASE(what_was_filled_in_stands_in_the_german_too)
{
    auto const words = PageWords{Language::german};
    BOOST_TEST(words.said("A row of totals; left out.") == "Eine Summenzeile; ausgelassen.");
    BOOST_TEST(words.said("the workbook has no sheet 'Gäste'") == "die Arbeitsmappe hat kein Blatt „Gäste“");
    BOOST_TEST(words.said("semicolons, header in line 4") == "Semikolons, Kopfzeile in Zeile 4");
    BOOST_TEST(words.said("goals.toml, line 3: goal 1 weight: must lie between 0.001 and 1000, and is -1")
        == "goals.toml, Zeile 3: goal 1 weight: muss zwischen 0.001 und 1000 liegen und ist -1");
    BOOST_TEST(words.said(Error{ExitCode::input, "'a b.csv' is empty", "export the list again"}) == "„a b.csv“ ist leer – exportieren Sie die Liste noch einmal");
}

BOOST_AUTO_TEST_CASE(an_english_page_and_an_unknown_sentence_stay_as_they_are)
{
    BOOST_TEST(PageWords{Language::english}.said("A row of totals; left out.") == "A row of totals; left out.");
    BOOST_TEST(PageWords{Language::german}.said("A row of {1} and {2!}") == "A row of {1} and {2!}");
    BOOST_TEST(PageWords{Language::german}.said("") == "");
    BOOST_TEST(PageWords{Language::german}.said("goals.toml, line 1: {1!}: {9}") == "goals.toml, Zeile 1: {1!}: {9}");
}

BOOST_AUTO_TEST_CASE(whatever_the_importer_says_of_the_test_lists_has_its_german)
{
    auto const sentences = SaidSentences{};
    auto unknown = std::set<std::string>{};
    std::size_t said = 0;
    auto const look_up = [&](std::string const& sentence) {
        said += !sentence.empty();
        if (!sentence.empty() && !sentences.in_german(sentence)) {
            unknown.insert(sentence);
        }
    };
    for (auto const& file : std::filesystem::recursive_directory_iterator{std::filesystem::path{KNOWWHO_SOURCE_DIR} / "tests/lib/import/lists"}) {
        if (!file.is_regular_file() || file.path().stem() != "list") {
            continue;
        }
        try {
            auto const reading = read_list(file.path().filename().string(), read_file(file.path(), std::size_t{1} << 26), {}, {});
            look_up(reading.dialect);
            for (auto const& problem : reading.problems) {
                look_up(problem.reason);
                look_up(problem.advice);
            }
        } catch (Error const& error) {
            look_up(error.what());
            look_up(error.hint());
        }
    }
    BOOST_TEST(said > 100u);
    BOOST_TEST(unknown == std::set<std::string>{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
