// SPDX-License-Identifier: MIT
// Words known by the company they keep, and the directions behind them.
#include "relevance/company_view.hpp"

#include "relevance/principal_space.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

BOOST_AUTO_TEST_SUITE(company_view)

using namespace knowwho;

/// Pumps and compressors stand beside the same words but never beside each other; so do vines and hops.
std::vector<std::string> texts_of_two_trades()
{
    auto texts = std::vector<std::string>{};
    for (int i = 0; i < 6; ++i) {
        texts.emplace_back("pump valve pressure seal bearing");
        texts.emplace_back("compressor valve pressure seal bearing");
        texts.emplace_back("vine harvest cellar barrel bottle");
        texts.emplace_back("hop harvest cellar barrel bottle");
    }
    texts.emplace_back("compressor");
    texts.emplace_back("hop");
    return texts;
}

Corpus english_corpus(std::vector<std::string> const& texts)
{
    auto corpus = Corpus{};
    for (auto const& text : texts) {
        auto const piece = TextPiece{text, Language::english};
        corpus.add({&piece, 1});
    }
    corpus.finish();
    return corpus;
}

std::vector<float> company_of(std::string_view need, Corpus& corpus)
{
    auto pool = std::vector<TextId>(corpus.size());
    std::iota(pool.begin(), pool.end(), TextId{0});
    auto terms = std::vector<TermId>{};
    corpus.analyser().read(need, Language::english, terms);
    auto likeness = std::vector<float>{};
    CompanyView{corpus, pool}.compare(terms, likeness);
    return likeness;
}

BOOST_AUTO_TEST_CASE(words_that_keep_the_same_company_are_alike)
{
    auto corpus = english_corpus(texts_of_two_trades());
    auto const found = company_of("pump", corpus);
    auto const compressor = found[found.size() - 2];
    auto const hop = found[found.size() - 1];
    BOOST_TEST(compressor > 0.5);
    BOOST_TEST(hop < 0.1);
}

BOOST_AUTO_TEST_CASE(the_order_of_the_texts_does_not_matter)
{
    auto texts = texts_of_two_trades();
    auto forwards = english_corpus(texts);
    std::ranges::reverse(texts);
    auto backwards = english_corpus(texts);
    auto const one = company_of("pump pressure", forwards);
    auto other = company_of("pump pressure", backwards);
    std::ranges::reverse(other);
    for (std::size_t i = 0; i < one.size(); ++i) {
        BOOST_TEST(one[i] == other[i], boost::test_tools::tolerance(1e-4F));
    }
}

BOOST_AUTO_TEST_CASE(a_corpus_of_rare_words_says_nothing)
{
    auto corpus = english_corpus({"pump", "valve", ""});
    for (auto const likeness : company_of("pump", corpus)) {
        BOOST_TEST(likeness == 0);
    }
}

std::vector<PrincipalRow> some_signs(std::size_t rows)
{
    auto signs = std::vector<PrincipalRow>(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < principal_dimensions; ++i) {
            signs[row][i] = (row * 2654435761U + i * i * 40503U) % 7 < 3 ? 1.0F : -1.0F;
        }
    }
    return signs;
}

BOOST_AUTO_TEST_CASE(a_matrix_of_two_directions_has_two)
{
    auto matrix = SparseRows{}; // rows 0 to 4 are multiples of each other, so are 5 to 9
    for (std::uint32_t row = 0; row < 10; ++row) {
        auto const first = row < 5 ? 0U : 5U;
        for (auto column = first; column < first + 5; ++column) {
            matrix.entries.push_back({column, static_cast<float>((row - first + 1) * (column - first + 1))});
        }
        matrix.begins.push_back(matrix.entries.size());
    }
    auto const basis = principal_space(matrix, some_signs(10));
    double inside = 0;
    double across = 0;
    double lengths = 0;
    for (std::size_t i = 0; i < principal_dimensions; ++i) {
        inside += static_cast<double>(basis[0][i]) * basis[4][i];
        across += static_cast<double>(basis[0][i]) * basis[9][i];
        for (auto const& row : basis) {
            lengths += static_cast<double>(row[i]) * row[i];
        }
    }
    // Of the unit vector (1, 2, 3, 4, 5) / √55: its first times its last entry.
    BOOST_TEST(inside == 5.0 / 55, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(std::abs(across) < 1e-4);
    BOOST_TEST(lengths == 2, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_SUITE_END()
