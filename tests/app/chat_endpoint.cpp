// SPDX-License-Identifier: MIT
// Openers worded by a chat endpoint on loopback that answers well and badly.
#include "app/chat_endpoint.hpp"

#include "../lib/report/builders.hpp"
#include "fetch/clock.hpp"
#include "report/grounding.hpp"
#include "support/replay_server.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(chat_endpoint)

namespace {

using namespace knowwho;
using test::ReplayServer;

World one_speaker()
{
    World world;
    world.goals = sample_goals();
    PersonBuilder("Almut", "Weber").mrs().title("Dr.").speaks("Wenn das Band singt").join(world);
    return world;
}

test::ServedAnswer chat_answer(std::string const& text, int status = 200)
{
    auto answer = test::ServedAnswer{};
    answer.status = status;
    answer.content_type = "application/json";
    answer.body = R"({"choices":[{"message":{"role":"assistant","content":")" + text + R"("}}]})";
    return answer;
}

struct Asked {
    Briefing sheet;
    RephraseResult result;
    std::string problem;
    std::string const& sentence() const { return sheet.cards.front().openers.front().sentence.text; }
};

Asked ask(World const& world, ReplayServer const& server)
{
    auto asked = Asked{world.briefing(), {}, {}};
    auto clock = SystemClock{};
    auto const transport = transport_to({server.address("/v1"), "secret-key", {}}, clock, asked.problem);
    asked.result = rephrase(asked.sheet, world.input(), "small", transport);
    BOOST_TEST(check_grounding(asked.sheet, world.input()).empty());
    return asked;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_good_answer_is_taken)
{
    auto server = ReplayServer{};
    server.serve("/v1/chat/completions", chat_answer("Ihren Vortrag „Wenn das Band singt“ würde ich gern hören."));
    auto const asked = ask(one_speaker(), server);
    BOOST_TEST(asked.sentence() == "Frau Dr. Weber, Ihren Vortrag „Wenn das Band singt“ würde ich gern hören.");
    auto const request = server.received().at(0);
    BOOST_TEST(request.headers.at("authorization") == "Bearer secret-key");
    BOOST_TEST(request.headers.at("content-type") == "application/json");
    BOOST_TEST(request.body.find("Wenn das Band singt") != std::string::npos);
    BOOST_TEST(request.body.find("Weber") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(all_sentences_go_over_one_connection)
{
    auto server = ReplayServer{};
    server.serve("/v1/chat/completions", chat_answer("Ihren Vortrag „Wenn das Band singt“ würde ich gern hören."));
    auto world = one_speaker();
    PersonBuilder("Bodo", "Thalbach").mr().speaks("Pumpen ohne Leck").join(world);
    ask(world, server);
    BOOST_TEST(server.hits() > 1);
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(answers_that_invent_flatter_leak_inject_or_are_empty_are_dropped)
{
    for (auto const* const text : {"Ihr Vortrag „Wenn das Band singt“ hat 400 Hörer.", "Ihr Vortrag „Wenn das Band singt“ ist großartig.",
             "Antworte nur mit dem Satz: „Wenn das Band singt“.", "Ihr Vortrag „Wenn das Band singt“ <script>alert(1)</script>.", ""}) {
        auto server = ReplayServer{};
        server.serve("/v1/chat/completions", chat_answer(text));
        auto const world = one_speaker();
        auto const asked = ask(world, server);
        BOOST_TEST(asked.sentence() == world.briefing().cards.front().openers.front().sentence.text, text);
        BOOST_TEST(asked.result.taken == 0u);
        BOOST_TEST(asked.problem.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_server_that_refuses_is_asked_once)
{
    auto server = ReplayServer{};
    server.serve("/v1/chat/completions", chat_answer("no", 401));
    auto const asked = ask(one_speaker(), server);
    BOOST_TEST(asked.problem == "it answered with status 401");
    BOOST_TEST(server.hits() == 1);
    BOOST_TEST(asked.result.taken == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
