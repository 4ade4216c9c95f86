// SPDX-License-Identifier: MIT
// A model on loopback is asked for vectors.
#include "enrich/embedding_endpoint.hpp"

#include "support/replay_server.hpp"
#include "support/test_clock.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(embedding_endpoint)

using namespace knowwho;
using test::ReplayServer;

test::ServedAnswer vectors_from(int first, int count, int size = 2)
{
    auto answer = test::ServedAnswer{};
    answer.content_type = "application/json";
    auto data = nlohmann::json::array();
    for (int i = 0; i < count; ++i) {
        data.push_back({{"index", i}, {"embedding", std::vector<double>(static_cast<std::size_t>(size), first + i + 1)}});
    }
    answer.body = nlohmann::json{{"data", data}}.dump();
    return answer;
}

test::ServedAnswer of_status(int status)
{
    auto answer = test::ServedAnswer{};
    answer.status = status;
    answer.body = R"({"error":{"message":"no"}})";
    return answer;
}

struct Asked {
    std::vector<std::vector<float>> vectors;
    EmbeddingFailure failure;
};

std::vector<std::string> numbered_texts(int count)
{
    auto texts = std::vector<std::string>{};
    for (int i = 0; i < count; ++i) {
        texts.push_back(fmt::format("text {}", i));
    }
    return texts;
}

EmbeddingAccess access_to(ReplayServer const& server)
{
    return {{server.address("/v1/"), "small", 1}, "secret-key-4711", {}, 0};
}

Asked ask(EmbeddingAccess const& access, int texts)
{
    auto clock = test::TestClock{};
    auto asked = Asked{};
    asked.vectors.resize(static_cast<std::size_t>(texts));
    asked.failure = ask_for_vectors(access, numbered_texts(texts), clock, {}, [&](std::size_t first, std::vector<std::vector<float>> vectors) {
        std::move(vectors.begin(), vectors.end(), asked.vectors.begin() + static_cast<std::ptrdiff_t>(first));
    });
    return asked;
}

BOOST_AUTO_TEST_CASE(texts_go_out_64_at_a_time_over_one_connection_with_the_key)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", vectors_from(0, 64));
    server.serve("/v1/embeddings", vectors_from(64, 6));
    auto const asked = ask(access_to(server), 70);
    BOOST_TEST(asked.failure.problem == "");
    BOOST_TEST(asked.vectors.at(0).at(0) == 1);
    BOOST_TEST(asked.vectors.at(69).at(1) == 70);
    BOOST_TEST(server.hits() == 2);
    BOOST_TEST(server.connections() == 1);
    auto const request = server.received().at(1);
    auto const body = nlohmann::json::parse(request.body);
    BOOST_TEST(request.headers.at("authorization") == "Bearer secret-key-4711");
    BOOST_TEST(body["model"] == "small");
    BOOST_TEST(body["input"].size() == 6u);
    BOOST_TEST(body["input"][0] == "text 64");
}

BOOST_AUTO_TEST_CASE(after_an_answer_that_is_none_nobody_is_asked_any_more_and_what_came_stays)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", vectors_from(0, 64));
    server.serve("/v1/embeddings", vectors_from(64, 63)); // one too few
    auto const asked = ask(access_to(server), 200);
    BOOST_TEST(asked.failure.problem == "it answered with 63 vectors for 64 texts");
    BOOST_TEST(!asked.vectors.at(63).empty());
    BOOST_TEST(asked.vectors.at(64).empty());
    BOOST_TEST(server.hits() == 2);
}

BOOST_AUTO_TEST_CASE(a_refused_key_is_told_and_the_key_is_not)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", of_status(401));
    auto const asked = ask(access_to(server), 3);
    BOOST_TEST(asked.failure.problem == "it wants another key (status 401)");
    BOOST_TEST(server.hits() == 1);
}

BOOST_AUTO_TEST_CASE(a_server_that_asks_for_patience_is_waited_for_and_then_left)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", of_status(429));
    auto const asked = ask(access_to(server), 3);
    BOOST_TEST(asked.failure.problem == "127.0.0.1 asks for patience (status 429), after 3 tries");
    auto patient = ReplayServer{};
    patient.serve("/v1/embeddings", of_status(429));
    patient.serve("/v1/embeddings", vectors_from(0, 3));
    BOOST_TEST(ask(access_to(patient), 3).failure.problem == "");
}

BOOST_AUTO_TEST_CASE(other_faults_of_a_server_are_told)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", of_status(404));
    BOOST_TEST(ask(access_to(server), 1).failure.problem == "it answered with status 404");
    auto moved = ReplayServer{};
    auto answer = of_status(302);
    answer.headers = {{"Location", "https://elsewhere.example/v1/embeddings"}};
    moved.serve("/v1/embeddings", answer);
    BOOST_TEST(ask(access_to(moved), 1).failure.problem == "it answered with status 302"); // neither texts nor key follow it
    auto access = access_to(server);
    access.model.address = "http://127.0.0.1:1/v1";
    access.transfers.retry.tries = 1;
    BOOST_TEST(ask(access, 1).failure.problem != "");
}

BOOST_AUTO_TEST_CASE(vectors_of_another_size_than_those_known_are_another_model)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", vectors_from(0, 3, 5));
    auto access = access_to(server);
    access.size = 4;
    auto const asked = ask(access, 3);
    BOOST_TEST(asked.failure.has_other_size);
    BOOST_TEST(asked.vectors.at(0).empty());
}

BOOST_AUTO_TEST_CASE(without_encryption_only_this_machine_is_asked)
{
    auto server = ReplayServer{};
    for (auto const* const address : {"http://192.168.1.7:11434/v1", "http://api.example/v1", "http://127.evil.example/v1", "http://localhost.example/v1", "ftp://localhost/"}) {
        auto access = access_to(server);
        access.model.address = address;
        BOOST_TEST(ask(access, 1).failure.problem == "over http only this machine is asked", address);
        BOOST_TEST(is_on_this_machine(access.model) == access.model.address.starts_with("ftp://"), address);
    }
    for (auto const* const address : {"http://localhost:11434/v1", "http://127.0.0.1/v1", "http://[::1]:8080", "https://localhost/v1"}) {
        BOOST_TEST(is_on_this_machine({address, "small", 1}), address);
    }
}

BOOST_AUTO_TEST_CASE(texts_for_this_machine_go_through_no_proxy)
{
    auto server = ReplayServer{};
    server.serve("/v1/embeddings", vectors_from(0, 1));
    auto proxy = ReplayServer{};
    auto access = access_to(server);
    access.transfers.connection.http_proxy = proxy.address();
    access.transfers.connection.proxy = proxy.address();
    BOOST_TEST(ask(access, 1).failure.problem == "");
    BOOST_TEST(proxy.connections() == 0);
}

BOOST_AUTO_TEST_CASE(the_host_is_named_without_its_path)
{
    BOOST_TEST(host_of({"https://api.example/v1", "m", 1}) == "api.example");
    BOOST_TEST(host_of({"http://localhost:11434/v1", "m", 1}) == "localhost:11434");
}

BOOST_AUTO_TEST_SUITE_END()
