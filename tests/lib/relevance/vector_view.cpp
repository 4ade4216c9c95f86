// SPDX-License-Identifier: MIT
// Vectors of a model outside as one more view of the blend.
#include "relevance/vector_view.hpp"

#include "relevance/blend.hpp"
#include "relevance/bridge_list.hpp"
#include "relevance/need_reader.hpp"

#include <boost/test/unit_test.hpp>

#include <string_view>
#include <vector>

BOOST_AUTO_TEST_SUITE(vector_view)

using namespace knowwho;

/// The likeness of some texts to "Pumpen und Ventile".
std::vector<float> likeness(TextVectors const& vectors)
{
    auto corpus = Corpus{};
    for (std::string_view const text : {"Pumpen und Ventile", "Ventile", "Armaturen", "Gesang", "Tanz und Theater"}) {
        auto const piece = TextPiece{text, Language::german, 1};
        corpus.add({&piece, 1}, Language::german);
    }
    corpus.finish();
    auto reader = NeedReader{corpus, BridgeList::built_in()};
    auto const needs = std::vector{reader.read("Pumpen und Ventile")};
    return likeness_of_texts(corpus, needs, vectors).front();
}

TextVectors near_the_third()
{
    return {{{0.2F, 1}, {0.2F, 1}, {1, 0.1F}, {0, 1}, {0, 1}}, {{2, 0}}, 1};
}

BOOST_AUTO_TEST_CASE(the_likeness_is_what_a_text_is_nearer_than_usual)
{
    auto const found = likeness_by_vectors({{{1, 0}, {0, 3}, {}, {0, 1}}, {{5, 0}}, 1}, 0);
    BOOST_TEST(found.at(0) > 0.6F);
    BOOST_TEST(found.at(1) == 0);
    BOOST_TEST(found.at(2) == 0); // not known
}

BOOST_AUTO_TEST_CASE(a_model_whose_cosines_crowd_together_lifts_nobody_by_that)
{
    auto const found = likeness_by_vectors({{{1, 0.1F}, {1, 0.1F}, {1, 0.1F}}, {{1, 0}}, 1}, 0);
    for (auto const one : found) {
        BOOST_TEST(one < 1e-6F);
    }
}

BOOST_AUTO_TEST_CASE(a_need_without_a_vector_is_near_to_nothing)
{
    for (auto const one : likeness_by_vectors({{{1, 0}, {0, 1}}, {{}}, 1}, 0)) {
        BOOST_TEST(one == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_text_that_only_the_vectors_find_comes_up)
{
    BOOST_TEST(likeness({}).at(2) < likeness({}).at(1));
    auto const with = likeness(near_the_third());
    BOOST_TEST(with.at(2) > with.at(1));
    BOOST_TEST(with.at(0) > with.at(3));
}

BOOST_AUTO_TEST_CASE(of_weight_nothing_or_without_the_need_nothing_changes)
{
    auto weightless = near_the_third();
    weightless.weight = 0;
    BOOST_TEST(likeness(weightless) == likeness({}), boost::test_tools::per_element());
    auto unknown = near_the_third();
    unknown.needs = {{}};
    auto const with = likeness(unknown);
    auto const without = likeness({});
    for (std::size_t i = 0; i < with.size(); ++i) {
        BOOST_TEST(with[i] == without[i], boost::test_tools::tolerance(1e-5F));
    }
}

BOOST_AUTO_TEST_SUITE_END()
