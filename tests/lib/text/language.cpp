// SPDX-License-Identifier: MIT
// German, English, or not to be told.
#include "text/language.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

BOOST_AUTO_TEST_SUITE(language)

using knowwho::detect_language;
using knowwho::Language;

struct Case {
    char const* text;
    Language language;

    friend std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.text; }
};

Case const cases[] = {
    {"Wir suchen Menschen, die in ihrem Betrieb die Wartung verantworten.", Language::german},
    {"We are looking for people who are in charge of maintenance in their plant.", Language::english},
    {"Leiterin Instandhaltung", Language::german},
    {"Geschäftsführer", Language::german},
    {"Head of the department for machine safety", Language::english},
    {"Produktionsleiter im Maschinenbau", Language::german},
    {"Nous cherchons des personnes qui travaillent dans l'industrie et la recherche.", Language::unknown},
    {"CEO", Language::unknown},
    {"Kadera AG", Language::unknown},
    {"", Language::unknown},
};

BOOST_DATA_TEST_CASE(the_language_is_told_or_left_open, boost::unit_test::data::make(cases), c)
{
    BOOST_TEST(static_cast<int>(detect_language(c.text)) == static_cast<int>(c.language));
}

BOOST_AUTO_TEST_CASE(a_huge_text_is_judged_by_its_beginning)
{
    auto text = std::string{"Die Menschen, die hier arbeiten, sind mit ihrer Arbeit und dem Haus zufrieden. "};
    while (text.size() < 10'000'000) {
        text += text;
    }
    BOOST_TEST((detect_language(text) == Language::german));
}

BOOST_AUTO_TEST_SUITE_END()
