// SPDX-License-Identifier: MIT
#include "relevance/prefix_scan.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(prefix_scan)

namespace {

std::vector<std::size_t> places(PrefixScan const& scan, std::string_view text)
{
    auto found = std::vector<std::size_t>{};
    for (auto at = scan.next(text, 0); at != text.npos; at = scan.next(text, at + 1)) {
        found.push_back(at);
    }
    return found;
}

PrefixScan scan_for(std::vector<std::string> const& words)
{
    auto scan = PrefixScan{};
    for (auto const& word : words) {
        scan.add(word);
    }
    return scan;
}

} // namespace

BOOST_AUTO_TEST_CASE(words_are_found_where_they_begin_whatever_their_case)
{
    auto const found = places(scan_for({"presse", "lager"}), "Presse und Lager, vorgepresst\nLagerung, Einlage");
    auto const wanted = std::vector<std::size_t>{0, 11, 30};
    BOOST_TEST(found == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(short_words_are_not_looked_for)
{
    BOOST_TEST(scan_for({"ki", "app"}).empty());
}

BOOST_AUTO_TEST_CASE(it_finds_what_a_plain_search_finds)
{
    auto const scan = scan_for({"abcd", "bbaa", "dcba"});
    auto random = std::mt19937{7};
    auto letter = std::uniform_int_distribution<int>{0, 5};
    for (int round = 0; round < 200; ++round) {
        auto text = std::string{};
        for (int i = 0; i < 300; ++i) {
            text += "abcd \n"[letter(random)];
        }
        auto wanted = std::vector<std::size_t>{};
        for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
            bool const begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
            auto const four = text.substr(at, 4);
            if (begins && (four == "abcd" || four == "bbaa" || four == "dcba")) {
                wanted.push_back(at);
            }
        }
        BOOST_TEST(places(scan, text) == wanted, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()
