// SPDX-License-Identifier: MIT
// Word forms that must meet, and some that must not.
#include "text/stems.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

BOOST_AUTO_TEST_SUITE(stems)

using knowwho::Language;
using knowwho::Stemmer;

struct Pair {
    Language language;
    char const* one;
    char const* two;
    bool meet;

    friend std::ostream& operator<<(std::ostream& out, Pair const& pair) { return out << pair.one << " / " << pair.two; }
};

Pair const pairs[] = {
    {Language::german, "wartung", "wartungen", true},
    {Language::german, "leiter", "leiterin", true},
    {Language::german, "geschaftsfuhrer", "geschaftsfuhrerinnen", true},
    {Language::german, "ingenieur", "ingenieurin", true},
    {Language::german, "berlin", "berl", false},
    {Language::german, "maschine", "maschinen", true},
    {Language::german, "markt", "markte", true},
    {Language::german, "medizin", "mediz", false},
    {Language::english, "machine", "machines", true},
    {Language::english, "investing", "invests", true},
    {Language::english, "police", "policy", false},
    {Language::english, "production", "products", false},
    {Language::english, "production", "producer", true},
    {Language::english, "authorities", "authors", false},
    {Language::english, "hospital", "hospitality", false},
    {Language::english, "engine", "engineer", false},
    {Language::english, "journalists", "journal", false},
    {Language::english, "journalists", "journalism", true},
    {Language::english, "organisations", "organized", true},
    {Language::german, "bauern", "bau", false},
    {Language::german, "rechtsanwalt", "rechtsanwaltinnen", true},
    {Language::german, "arzt", "arztin", true},
    {Language::german, "psychologe", "psychologin", true},
    {Language::unknown, "machine", "machines", false},
};

BOOST_DATA_TEST_CASE(forms_meet_only_where_they_should, boost::unit_test::data::make(pairs), pair)
{
    auto stemmer = Stemmer{};
    auto const one = std::string{stemmer.stem(pair.one, pair.language)};
    auto const two = std::string{stemmer.stem(pair.two, pair.language)};
    BOOST_TEST((one == two) == pair.meet, one << " / " << two);
}

BOOST_AUTO_TEST_CASE(words_with_digits_stay_as_they_are)
{
    BOOST_TEST(Stemmer{}.stem("h2020s", Language::english) == "h2020s");
}

BOOST_AUTO_TEST_SUITE_END()
