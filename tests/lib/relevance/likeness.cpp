// SPDX-License-Identifier: MIT
// How like texts are to needs, on small invented corpora.
#include "relevance/blend.hpp"

#include "relevance/calibration.hpp"
#include "relevance/corpus_compounds.hpp"
#include "relevance/lexical_view.hpp"
#include "relevance/need_reader.hpp"
#include "relevance/person_likeness.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(likeness)

using namespace knowwho;

Corpus corpus_of(std::vector<std::string> const& texts, Language language)
{
    auto corpus = Corpus{};
    for (auto const& text : texts) {
        auto const piece = TextPiece{text, language};
        corpus.add({&piece, 1});
    }
    corpus.finish();
    return corpus;
}

std::vector<float> to(std::string_view need, Corpus& corpus)
{
    static auto const no_nets = WordNets{};
    auto reader = NeedReader{corpus, BridgeList::built_in(), no_nets};
    auto const needs = reader.read_all({&need, 1});
    return likeness_of_texts(corpus, needs).front();
}

BOOST_AUTO_TEST_CASE(the_text_with_the_words_is_likest)
{
    auto corpus = corpus_of({"Wartung von Pumpen", "Verkauf von Pumpen", "Anbau von Wein", ""}, Language::german);
    auto const found = to("Wartung der Pumpen", corpus);
    BOOST_TEST(found[0] > found[1]);
    BOOST_TEST(found[1] > found[2]);
    BOOST_TEST(found[2] == 0);
    BOOST_TEST(found[3] == 0);
}

BOOST_AUTO_TEST_CASE(equal_texts_are_equally_like_in_large_corpora_too)
{
    auto texts = std::vector<std::string>{};
    for (int i = 0; i < 1100; ++i) {
        texts.emplace_back("Wartung von Pumpen");
    }
    texts.emplace_back("Wartung von Pumpen und Pressen");
    texts.emplace_back("Anbau von Wein");
    auto corpus = corpus_of(texts, Language::german);
    auto const found = to("Wartung der Pumpen und Pressen", corpus);
    for (std::size_t i = 1; i < 1100; ++i) {
        BOOST_TEST(found[i] == found[0]);
    }
    BOOST_TEST(found[1100] > found[0]);
}

BOOST_AUTO_TEST_CASE(our_own_list_bridges_the_languages)
{
    auto corpus = corpus_of({"We offer predictive maintenance", "We offer holidays", "Nobody offers more"}, Language::english);
    auto const found = to("vorausschauende Wartung", corpus);
    BOOST_TEST(found[0] > 0.3);
    BOOST_TEST(found[1] < 0.1); // only near to the first
}

BOOST_AUTO_TEST_CASE(compounds_of_the_texts_hold_the_word)
{
    auto corpus = corpus_of({"Fernwartung", "Wartungsplan", "Erwartung", "Warte"}, Language::german);
    auto const parts = std::array<std::string, 1>{"wartung"};
    auto words = std::vector<std::string>{};
    for (auto const& found : compounds_with(corpus.analyser(), parts)) {
        words.push_back(found.word);
    }
    BOOST_TEST(words == (std::vector<std::string>{"fernwartung", "wartungsplan"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(hits_sum_to_the_likeness)
{
    auto corpus = corpus_of({"Wartung und Instandhaltung von Pumpen", "Pumpen", "Wein"}, Language::german);
    static auto const no_nets = WordNets{};
    auto reader = NeedReader{corpus, BridgeList::built_in(), no_nets};
    auto const need = reader.read("Wartung der Pumpen");
    auto lexical = std::vector<float>{};
    lexical_likeness(corpus, need, lexical);
    float sum = 0;
    for (auto const& hit : lexical_hits(corpus, need, 0)) {
        sum += hit.share;
    }
    BOOST_TEST(sum == lexical[0], boost::test_tools::tolerance(1e-4F));
}

BOOST_AUTO_TEST_CASE(a_paragraph_leans_on_what_is_near_to_its_words)
{
    auto texts = std::vector<std::string>{"kiln clay glaze", "clay wheel", "wheel spokes"};
    auto need = std::string{"kiln"};
    for (int i = 0; i < 60; ++i) {
        need += " filler" + std::to_string(i);
        texts.push_back("other" + std::to_string(i));
    }
    auto corpus = corpus_of(texts, Language::english);
    auto const found = to(need, corpus);
    BOOST_TEST(found[0] > found[1]);
    BOOST_TEST(found[1] > 0); // has none of the words, but a neighbour that has
    BOOST_TEST(found[10] == 0);
}

BOOST_AUTO_TEST_CASE(many_old_texts_count_less_than_a_fresh_one)
{
    auto const fresh = std::array{AgedLikeness{0.4, 0}};
    auto const old = std::array{AgedLikeness{0.4, 6}};
    BOOST_TEST(person_likeness(fresh) == 0.4, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(person_likeness(old) == 0.1, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(person_likeness({}) == 0);
}

BOOST_AUTO_TEST_CASE(probability_rises_with_the_likeness_and_stays_in_range)
{
    double before = 0;
    for (double value = 0.01; value < 2; value *= 1.5) {
        auto const p = probability_of(value);
        BOOST_TEST(p > before);
        BOOST_TEST(p < 1);
        before = p;
    }
    BOOST_TEST(probability_of(0) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
