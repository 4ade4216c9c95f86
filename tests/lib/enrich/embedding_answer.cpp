// SPDX-License-Identifier: MIT
// Answers of embedding endpoints, sound and not.
#include "enrich/embedding_answer.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(embedding_answer)

using knowwho::read_embedding_answer;

BOOST_AUTO_TEST_CASE(the_request_is_the_model_and_the_texts)
{
    auto const texts = std::vector<std::string>{"Pumpen", "with \"marks\" and \xff"};
    BOOST_TEST(knowwho::embedding_request("small", texts) == "{\"input\":[\"Pumpen\",\"with \\\"marks\\\" and \xef\xbf\xbd\"],\"model\":\"small\"}");
}

BOOST_AUTO_TEST_CASE(vectors_go_to_the_texts_of_their_index)
{
    auto const answer = read_embedding_answer(R"({"object":"list","data":[{"index":1,"embedding":[0.5,-2]},{"index":0,"embedding":[1,0]}],"usage":{}})", 2, 0);
    BOOST_TEST(answer.problem == "");
    BOOST_TEST(answer.vectors.at(0) == (std::vector<float>{1, 0}), boost::test_tools::per_element());
    BOOST_TEST(answer.vectors.at(1) == (std::vector<float>{0.5, -2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_an_index_they_come_in_the_order_of_the_texts)
{
    auto const answer = read_embedding_answer(R"({"data":[{"embedding":[1]},{"embedding":[2]}]})", 2, 1);
    BOOST_TEST(answer.vectors.at(1).at(0) == 2);
}

BOOST_AUTO_TEST_CASE(what_is_no_answer_is_told_and_gives_no_vector)
{
    struct Case {
        char const* body;
        char const* problem;
    };
    constexpr Case cases[] = {
        {"", "it answered something that is no JSON"},
        {"<html>Bad gateway", "it answered something that is no JSON"},
        {R"({"data":[{"index":0,"embedding":[1,2)", "it answered something that is no JSON"},
        {R"({"data":[{"embedding":[NaN]},{"embedding":[1]}]})", "it answered something that is no JSON"},
        {"[]", "it answered without a list of vectors"},
        {R"({"error":{"message":"model not found"}})", "it answered: model not found"},
        {R"({"error":"model not found"})", "it answered: model not found"},
        {R"({"data":[{"embedding":[1]}]})", "it answered with 1 vectors for 2 texts"},
        {R"({"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]})", "it answered with 3 vectors for 2 texts"},
        {R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})", "it answered with two vectors for one text"},
        {R"({"data":[{"index":2,"embedding":[1]},{"index":0,"embedding":[1]}]})", "it answered with a vector for a text that it was not asked about"},
        {R"({"data":[{"index":-1,"embedding":[1]},{"index":0,"embedding":[1]}]})", "it answered with a vector for a text that it was not asked about"},
        {R"({"data":[{"embedding":[]},{"embedding":[1]}]})", "it answered with a vector that is no list of numbers"},
        {R"({"data":[{"embedding":"AAAA"},{"embedding":[1]}]})", "it answered with a vector that is no list of numbers"},
        {R"({"data":[7,{"embedding":[1]}]})", "it answered with a vector that is no list of numbers"},
        {R"({"data":[{"embedding":[null]},{"embedding":[1]}]})", "it answered with a vector in which something is no finite number"},
        {R"({"data":[{"embedding":[1e39]},{"embedding":[1]}]})", "it answered with a vector in which something is no finite number"},
        {R"({"data":[{"embedding":[0,0]},{"embedding":[1,1]}]})", "it answered with a vector of nothing but zeros"},
        {R"({"data":[{"embedding":[1,2]},{"embedding":[1]}]})", "it answered with vectors of 1 numbers, and before with ones of 2"},
    };
    for (auto const& one : cases) {
        auto const answer = read_embedding_answer(one.body, 2, 0);
        BOOST_TEST(answer.problem == one.problem, one.body << ": " << answer.problem);
        BOOST_TEST(answer.vectors.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_server_s_own_words_are_cut_between_letters)
{
    auto const body = R"({"error":")" + std::string(119, 'x') + R"(ä"})";
    BOOST_TEST(read_embedding_answer(body, 1, 0).problem == "it answered: " + std::string(119, 'x'));
}

BOOST_AUTO_TEST_CASE(another_size_than_before_is_told_apart)
{
    auto const answer = read_embedding_answer(R"({"data":[{"embedding":[1,2,3]}]})", 1, 2);
    BOOST_TEST(answer.has_other_size);
    BOOST_TEST(!read_embedding_answer("", 1, 2).has_other_size);
}

BOOST_AUTO_TEST_SUITE_END()
