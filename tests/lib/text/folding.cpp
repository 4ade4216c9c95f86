// SPDX-License-Identifier: MIT
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <random>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(folding)

namespace {

struct Case {
    char const* written;
    char const* key;
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.written; }

std::string random_bytes(std::mt19937& random)
{
    auto text = std::string(random() % 40, '\0');
    for (auto& c : text) {
        c = static_cast<char>(random());
    }
    return text;
}

} // namespace

Case const folds[] = {
    {"Ärzte-Straße  5", "arzte strasse 5"},
    {"  (Łódź)\xC2\xA0& Kjøbenhavn ", "lodz kjobenhavn"},
    {"Œuvre Þór ĲSSEL ﬁx", "oeuvre thor ijssel fix"},
    {"Пётр Чайковский", "petr chaykovskiy"},
    {"Γεώργιος Παπανδρέου", "georgios papandreoy"},
    {"u\xCC\x88" "ber", "uber"},
    {"İstanbul", "istanbul"},
    {"山田 太郎", "山田 太郎"},
    {"So\xC2\xAD" "ft\xE2\x80\x8B" "hy", "softhy"},
    {"a\xFF" "b", "a b"},
    {"---", ""},
};

BOOST_DATA_TEST_CASE(a_text_is_reduced_to_what_counts, boost::unit_test::data::make(folds), c)
{
    BOOST_TEST(fold(c.written) == c.key);
}

Case const same_names[] = {
    {"Müller", "Mueller"}, {"Müller", "Muller"}, {"Voß", "VOSS"}, {"O'Brien", "O’Brien"},
    {"Søren Ærø", "Soeren Aeroe"}, {"Anna-Lena", "anna lena"}, {"Jürgen Böll", "Juergen Boell"},
};

BOOST_DATA_TEST_CASE(spellings_of_one_name_meet, boost::unit_test::data::make(same_names), c)
{
    BOOST_TEST(fold_name(c.written) == fold_name(c.key));
}

BOOST_AUTO_TEST_CASE(an_e_after_two_vowels_is_no_umlaut)
{
    BOOST_TEST(fold_name("Bauer Neuer Quelle") == "bauer neuer quelle");
}

BOOST_AUTO_TEST_CASE(folding_twice_is_folding_once_and_the_result_is_always_text)
{
    auto random = std::mt19937{7};
    for (auto i = 0; i < 2000; ++i) {
        auto const once = fold(random_bytes(random));
        BOOST_TEST_REQUIRE(fold(once) == once);
        BOOST_TEST_REQUIRE(is_utf8(once));
    }
}

BOOST_AUTO_TEST_SUITE_END()
