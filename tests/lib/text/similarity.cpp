// SPDX-License-Identifier: MIT
#include "text/similarity.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(similarity)

namespace {

/// The textbook distance, to check the fast ones against.
std::size_t slow_distance(std::string const& a, std::string const& b, bool swaps)
{
    auto d = std::vector<std::vector<std::size_t>>(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (auto i = std::size_t{0}; i <= a.size(); ++i) {
        for (auto j = std::size_t{0}; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

std::string random_word(std::mt19937& random, std::size_t longest)
{
    auto word = std::string(random() % (longest + 1), 'a');
    for (auto& c : word) {
        c = static_cast<char>('a' + random() % 3);
    }
    return word;
}

} // namespace

BOOST_AUTO_TEST_CASE(jaro_winkler_gives_the_published_values)
{
    BOOST_TEST(jaro_winkler("martha", "marhta") == 0.9611, boost::test_tools::tolerance(0.0001));
    BOOST_TEST(jaro_winkler("dwayne", "duane") == 0.8400, boost::test_tools::tolerance(0.0001));
    BOOST_TEST(jaro_winkler("dixon", "dicksonx") == 0.8133, boost::test_tools::tolerance(0.0001));
    BOOST_TEST(jaro_winkler("abc", "xyz") == 0);
    BOOST_TEST(jaro_winkler("", "") == 1);
}

BOOST_AUTO_TEST_CASE(a_swap_of_neighbours_is_one_step_for_damerau_only)
{
    BOOST_TEST(levenshtein("schmidt", "schmitd") == 2U);
    BOOST_TEST(damerau_levenshtein("schmidt", "schmitd") == 1U);
}

BOOST_AUTO_TEST_CASE(the_fast_distances_agree_with_the_textbook_and_are_symmetric)
{
    auto random = std::mt19937{11};
    for (auto i = 0; i < 3000; ++i) {
        auto const longest = i % 10 == 0 ? std::size_t{90} : std::size_t{12};
        auto const a = random_word(random, longest);
        auto const b = random_word(random, longest);
        BOOST_TEST_REQUIRE(levenshtein(a, b) == slow_distance(a, b, false));
        BOOST_TEST_REQUIRE(jaro_winkler(a, b) == jaro_winkler(b, a));
        if (a.size() <= 64 && b.size() <= 64) {
            BOOST_TEST_REQUIRE(damerau_levenshtein(a, b) == slow_distance(a, b, true));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
