// SPDX-License-Identifier: MIT
#include "text/twice_encoded.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(twice_encoded)

BOOST_AUTO_TEST_CASE(what_was_encoded_again_is_put_right)
{
    BOOST_TEST(once_encoded("JÃ¼rgen GroÃŸmann, SociÃ©tÃ© â€“ KÄ±lÄ±Ã§") == "Jürgen Großmann, Société – Kılıç");
}

BOOST_AUTO_TEST_CASE(harmed_and_unharmed_lines_may_stand_in_one_text)
{
    BOOST_TEST(once_encoded("Bärbel Höfling\nJÃ¼rgen GroÃŸmann\n") == "Bärbel Höfling\nJürgen Großmann\n");
}

BOOST_AUTO_TEST_CASE(texts_that_were_encoded_once_stay)
{
    for (std::string const text : {"São Paulo, CORAÇÃO, ÃO", "Ã¼", "„CAFÉ“ und „MÄRZ“", "", "Ã"}) {
        BOOST_TEST(once_encoded(text) == text);
    }
}

BOOST_AUTO_TEST_CASE(a_sequence_that_is_cut_off_stays)
{
    BOOST_TEST(once_encoded("JÃ¼rgen MÃ¶ller Ã") == "Jürgen Möller Ã");
}

BOOST_AUTO_TEST_SUITE_END()
