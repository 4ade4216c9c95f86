// SPDX-License-Identifier: MIT
// Where words may be broken, with patterns of our own.
#include "report/hyphenation.hpp"

#include "builders.hpp"
#include "report/pdf.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(hyphenation)

namespace {

/// Breaks before "band", "kunde" and "fächer", never before the "k" of "bandk…".
char const* const patterns = "UTF-8\n1wrong\nNEXTLEVEL\n1band\n1kunde\nbandk2\n1fächer\n# a comment 1x\n.un1\n";

std::string shown(std::string_view text)
{
    std::string out = Hyphenation{patterns}.with_soft_hyphens(text);
    for (std::size_t at = out.find(soft_hyphen); at != std::string::npos; at = out.find(soft_hyphen)) {
        out.replace(at, soft_hyphen.size(), "|");
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_CASE(words_are_broken_where_the_patterns_say)
{
    BOOST_TEST(shown("Förderband") == "Förder|band");
    BOOST_TEST(shown("„Förderband“, (Förderband)!") == "„Förder|band“, (Förder|band)!");
    BOOST_TEST(shown("Sammelfächer") == "Sammel|fächer");
    BOOST_TEST(shown("Anwendungskunde") == "Anwendungs|kunde");
}

BOOST_AUTO_TEST_CASE(a_higher_level_forbids)
{
    BOOST_TEST(shown("Alterbandkreis") == "Alter|bandkreis");
}

BOOST_AUTO_TEST_CASE(short_words_numbers_addresses_and_capitals_stay_whole)
{
    for (char const* const word : {"Altband", "Unband", "FÖRDERBAND", "www.foerderband.example", "Förderband24", "FörderBand", "Ёрдербанд"}) {
        BOOST_TEST(shown(word) == word);
    }
}

BOOST_AUTO_TEST_CASE(parts_of_a_hyphened_word_count_for_themselves)
{
    BOOST_TEST(shown("Förderband-Förderband") == "Förder|band-Förder|band");
    BOOST_TEST(shown("Band-Förderband") == "Band-Förder|band");
}

BOOST_AUTO_TEST_CASE(without_patterns_nothing_is_broken)
{
    BOOST_TEST(Hyphenation{""}.empty());
    BOOST_TEST(Hyphenation{""}.with_soft_hyphens("Förderband") == "Förderband");
    BOOST_TEST(Hyphenation{"ISO8859-1\n1b\xe4nder\n"}.with_soft_hyphens("Förderbänder") == "Förder\u00adbänder");
}

BOOST_AUTO_TEST_CASE(a_german_sheet_may_be_set_with_it)
{
    Hyphenation const breaks{patterns};
    World world = sample_world();
    world.goals.me.introduction = "Förderband Förderband Förderband Förderband Förderband Förderband Förderband Förderband";
    SheetOptions options;
    options.hyphenation = &breaks;
    BOOST_TEST(to_pdf(world.briefing(), options, Instant{}).starts_with("%PDF"));
}

BOOST_AUTO_TEST_SUITE_END()
