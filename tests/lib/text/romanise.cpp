// SPDX-License-Identifier: MIT
#include "text/romanise.hpp"

#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(romanise)

BOOST_AUTO_TEST_CASE(scripts_that_folding_does_not_read_become_latin_letters)
{
    BOOST_TEST(fold(knowwho::romanise("Բարակ Օբամա")) == "barak obama");
    BOOST_TEST(fold(knowwho::romanise("バラク・オバマ")) == "baraku obama");
    BOOST_TEST(fold(knowwho::romanise("თამარ")) == "tamar");
}

BOOST_AUTO_TEST_CASE(what_folding_reads_stays_as_it_is)
{
    for (auto const* const text : {"Jürgen Weiß", "Άννα", "Иван Петров", "", "\xFF\xFE"}) {
        BOOST_TEST(knowwho::romanise(text) == text);
    }
}

BOOST_AUTO_TEST_CASE(a_long_text_is_read_at_its_beginning_only)
{
    auto text = std::string{};
    for (auto i = 0; i < 100'000; ++i) {
        text += "ა";
    }
    BOOST_TEST(knowwho::romanise(text).ends_with("ა"));
    BOOST_TEST(is_utf8(knowwho::romanise(text))); // 400 bytes end inside a letter
}

BOOST_AUTO_TEST_SUITE_END()
