// SPDX-License-Identifier: MIT
// Hostile texts made printable.
#include "report/clean_text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(clean_text)

BOOST_AUTO_TEST_CASE(control_characters_and_direction_marks_go)
{
    BOOST_TEST(clean_line(std::string{"A\0B", 3}) == "A B");
    BOOST_TEST(clean_line(" \tA\r\n\x1b[31mB ") == "A [31mB");
    BOOST_TEST(clean_line("exe\u202Egpj\u202C.\u2066x\u2069\u200B") == "exegpj.x");
    BOOST_TEST(clean_line("so\u00ADft\uFEFF") == "soft");
}

BOOST_AUTO_TEST_CASE(letters_of_all_scripts_stay)
{
    BOOST_TEST(clean_line("محمد علي") == "محمد علي");
    BOOST_TEST(clean_line("山田 太郎") == "山田 太郎");
    BOOST_TEST(clean_line("Åsa Ødegård") == "Åsa Ødegård");
}

BOOST_AUTO_TEST_CASE(bad_utf8_becomes_the_replacement_character)
{
    BOOST_TEST(clean_line("a\xff" "b\xc3") == "a\uFFFDb\uFFFD");
    BOOST_TEST(clean_line("\xed\xa0\x80").find("\uFFFD") == 0u);
}

BOOST_AUTO_TEST_CASE(long_texts_end_at_a_word)
{
    BOOST_TEST(clean_line("eins zwei drei", 10) == "eins zwei…");
    BOOST_TEST(clean_line("eins zwei", 9) == "eins zwei");
    BOOST_TEST(clean_line(std::string(10'000'000, 'x'), 20) == std::string(19, 'x') + "…");
}

BOOST_AUTO_TEST_CASE(only_web_links_are_links)
{
    BOOST_TEST(is_web_link("https://a.example/x?y=1#z"));
    BOOST_TEST(is_web_link("HTTP://A.EXAMPLE"));
    BOOST_TEST(!is_web_link("javascript:alert(1)"));
    BOOST_TEST(!is_web_link("https://a.example/\" onclick=\"x"));
    BOOST_TEST(!is_web_link("https://a b"));
    BOOST_TEST(!is_web_link("file:///etc/passwd"));
    BOOST_TEST(!is_web_link("https://"));
    BOOST_TEST(!is_web_link(""));
}

BOOST_AUTO_TEST_SUITE_END()
