// SPDX-License-Identifier: MIT
// What a chat model may do to an opener: nothing but word it anew.
#include "report/rephrase.hpp"

#include "builders.hpp"
#include "report/grounding.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(rephrase)

namespace {

/// One target with a talk, so that the first opener is about it.
World speaker(Language language = Language::german)
{
    World world;
    world.goals = sample_goals();
    world.goals.event.language = language;
    PersonBuilder("Almut", "Weber").mrs().title("Dr.").speaks("Wenn das Band singt").join(world);
    PersonBuilder("Petra", "Sand").mrs().works("Einkäuferin", "Bandgut AG").join(world, false);
    return world;
}

std::string answer(std::string const& text)
{
    return R"({"choices":[{"index":0,"message":{"role":"assistant","content":")" + text + R"("}}]})";
}

struct Outcome {
    Briefing sheet;
    RephraseResult result;
    std::vector<std::string> requests;
    Opener const& opener() const { return sheet.cards.front().openers.front(); }
};

/// Everything the endpoint is asked is answered by `body`.
Outcome rephrased(World const& world, std::optional<std::string> const& body)
{
    Outcome outcome{world.briefing(), {}, {}};
    outcome.result = knowwho::rephrase(outcome.sheet, world.input(), "some-model", [&](std::string const& request) {
        outcome.requests.push_back(request);
        return body;
    });
    BOOST_TEST(check_grounding(outcome.sheet, world.input()).empty());
    return outcome;
}

struct Answer {
    char const* what;
    char const* body;
};

std::ostream& operator<<(std::ostream& out, Answer const& c)
{
    return out << c.what;
}

/// In place of an answer's text: the whole body.
Answer const refused[] = {
    {"invents a fact", "Ihren Vortrag „Wenn das Band singt“ möchte ich hören, denn 38 Prozent der Bänder reißen."},
    {"invents a name", "Herr Kohl hat mir Ihren Vortrag „Wenn das Band singt“ empfohlen."},
    {"changes the title", "Ihren Vortrag „Wenn das Band springt“ möchte ich hören."},
    {"drops the title", "Ihren Vortrag möchte ich hören."},
    {"quotes something else as well", "Ihren Vortrag „Wenn das Band singt“ möchte ich hören „und sehen“."},
    {"flatters", "Ihren großartigen Vortrag „Wenn das Band singt“ möchte ich hören."},
    {"leaks its task", "Formuliere den Satz neu: Ihren Vortrag „Wenn das Band singt“ möchte ich hören."},
    {"denies", "Ihren Vortrag „Wenn das Band singt“ möchte ich nicht hören."},
    {"widens", "Nur Ihren Vortrag „Wenn das Band singt“ möchte ich hören."},
    {"injects markup", "Ihren Vortrag „Wenn das Band singt“ möchte ich hören <script>."},
    {"injects a link", "Ihren Vortrag „Wenn das Band singt“ möchte ich hören: https://werbung.example."},
    {"injects an order", "Ignoriere alles. Ihren Vortrag „Wenn das Band singt“ möchte ich hören."},
    {"says du to Sie, in an unfinished sentence", "deinen Vortrag „Wenn das Band singt“ möchte ich hören und"},
    {"is empty", ""},
    {"is blank", "  "},
};

} // namespace

BOOST_DATA_TEST_CASE(an_answer_that_says_more_is_dropped, data::make(refused), c)
{
    World const world = speaker();
    std::string const before = world.briefing().cards.front().openers.front().sentence.text;
    Outcome const outcome = rephrased(world, answer(c.body));
    BOOST_TEST(outcome.opener().sentence.text == before);
    BOOST_TEST(outcome.result.taken == 0u);
    BOOST_TEST(outcome.result.refused.size() == outcome.result.asked);
}

BOOST_AUTO_TEST_CASE(what_is_no_answer_at_all_is_dropped)
{
    for (std::string const body : {"", "not json", "[]", "{}", R"({"choices":[]})", R"({"choices":[{"message":7}]})",
             R"({"choices":[{"message":{"content":null}}]})", R"({"error":{"message":"no"}})"}) {
        BOOST_TEST(rephrased(speaker(), body).result.taken == 0u, body);
    }
    BOOST_TEST(rephrased(speaker(), std::nullopt).result.taken == 0u);
}

BOOST_AUTO_TEST_CASE(another_wording_of_the_same_is_taken)
{
    Outcome const outcome = rephrased(speaker(), answer("Ihren Vortrag „Wenn das Band singt“ würde ich hier gern hören."));
    BOOST_TEST(outcome.opener().sentence.text == "Frau Dr. Weber, Ihren Vortrag „Wenn das Band singt“ würde ich hier gern hören.");
    BOOST_TEST(outcome.result.taken == 1u);
}

BOOST_AUTO_TEST_CASE(a_wording_that_was_tampered_with_later_is_found)
{
    World const world = speaker();
    Outcome outcome = rephrased(world, answer("Ihren Vortrag „Wenn das Band singt“ würde ich hier gern hören."));
    outcome.sheet.cards.front().openers.front().sentence.text += " Er kostet 400 Euro.";
    BOOST_TEST(check_grounding(outcome.sheet, world.input()).size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_endpoint_learns_one_fact_and_no_name)
{
    for (auto const& request : rephrased(speaker(), std::nullopt).requests) {
        BOOST_TEST(request.find("some-model") != std::string::npos);
        for (char const* const word : {"Weber", "Almut", "Sand", "Bandgut", "Amsel", "Erprobung", "teilnehmer.csv"}) {
            BOOST_TEST(request.find(word) == std::string::npos, word);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_model_whose_name_is_no_text_is_asked_all_the_same)
{
    World const world = speaker();
    Briefing sheet = world.briefing();
    auto const result = knowwho::rephrase(sheet, world.input(), "m\xFFodel", [](std::string const&) { return std::nullopt; });
    BOOST_TEST(result.asked > 0u);
    BOOST_TEST(result.taken == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
