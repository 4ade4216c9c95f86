// SPDX-License-Identifier: MIT
// goals.toml: what is understood, and how it says what is wrong.
#include "score/goals_file.hpp"

#include "model/error.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

BOOST_AUTO_TEST_SUITE(goals_file)

using namespace knowwho;

constexpr char const* full = R"(
[event]
name = "Forum"
place = "Halle"
starts = 2026-11-26
ends = 2026-11-27
language = "en"
address = "du"
no_show = 0.25
[me]
name = "Kim Muster"
introduction = "One sentence."
offers = ["a", "b"]
common_ground = ["c"]
prepare_minutes = 30
[[goal]]
name = "First"
kind = "know-how"
want = "People in charge of pumps"
weight = 2.5
organisations = ["Pumpenwerk"]
places = ["Bayern"]
must = ["pump"]
avoid = ["agency"]
[[goal]]
want = "Second"
)";

BOOST_AUTO_TEST_CASE(every_key_is_understood)
{
    auto const goals = parse_goals(full, "goals.toml");
    BOOST_TEST(goals.event.name == "Forum");
    BOOST_TEST((goals.event.starts == PartialDate{2026, 11, 26}));
    BOOST_TEST((goals.event.language == Language::english));
    BOOST_TEST((goals.event.address == Address::du));
    BOOST_TEST(goals.event.no_show == 0.25);
    BOOST_TEST(goals.me.offers.size() == 2u);
    BOOST_TEST(goals.me.prepare_minutes == 30);
    BOOST_REQUIRE(goals.goals.size() == 2u);
    BOOST_TEST((goals.goals[0].kind == GoalKind::know_how));
    BOOST_TEST(goals.goals[0].weight == 2.5);
    BOOST_TEST(goals.goals[0].avoid.front() == "agency");
    BOOST_TEST(goals.goals[1].name == "know-how 2");
}

BOOST_AUTO_TEST_CASE(a_text_stands_for_a_list_of_one)
{
    auto const goals = parse_goals("[[goal]]\nwant = \"x\"\nmust = \"pump\"", "goals.toml");
    BOOST_TEST(goals.goals[0].must == std::vector<std::string>{"pump"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_templates_parse_in_both_languages)
{
    BOOST_TEST((parse_goals(goals_template(Language::german), "t").event.language == Language::german));
    BOOST_TEST((parse_goals(goals_template(Language::english), "t").event.language == Language::english));
    BOOST_TEST(parse_goals(goals_template(Language::german), "t").goals.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_weights_of_what_stands_beside_the_goals_are_read_or_stay_as_they_are)
{
    auto const goals = parse_goals("[event]\nserendipity = true\n[[goal]]\nwant = \"x\"\n[weights]\noffer = 0\nnovelty = 0.5", "goals.toml");
    BOOST_TEST(goals.event.serendipity);
    BOOST_TEST(goals.value.offer == 0);
    BOOST_TEST(goals.value.novelty == 0.5);
    BOOST_TEST(goals.value.common_ground == ValueWeights{}.common_ground);
    BOOST_TEST(!parse_goals("[[goal]]\nwant = \"x\"", "goals.toml").event.serendipity);
}

BOOST_AUTO_TEST_CASE(no_model_is_asked_unless_one_is_named)
{
    BOOST_TEST(!parse_goals("[[goal]]\nwant = \"x\"", "goals.toml").embeddings.is_wanted());
    for (std::string const address : {"http://localhost:11434/v1", "http://127.0.0.1", "http://[::1]:8080/v1", "https://api.example/v1"}) {
        auto const goals = parse_goals("[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"" + address + "\"\nmodel = \"small\"", "goals.toml");
        BOOST_TEST(goals.embeddings.address == address);
        BOOST_TEST(goals.embeddings.name == "small");
        BOOST_TEST(goals.embeddings.weight == 1);
    }
}

struct Fault {
    char const* toml;
    char const* sentence; ///< must be in the message
    char const* hint;     ///< must be in the hint

    friend std::ostream& operator<<(std::ostream& out, Fault const& fault) { return out << fault.toml; }
};

Fault const faults[] = {
    {"[event]\nlangauge = \"de\"\n[[goal]]\nwant = \"x\"", "line 2: unknown key 'langauge' in [event]", "did you mean 'language'?"},
    {"[evnt]\n[[goal]]\nwant = \"x\"", "line 1: unknown key 'evnt'", "did you mean 'event'?"},
    {"[[goal]]\nwant = \"x\"\nwieght = 2", "line 3: unknown key 'wieght' in goal 1", "'weight'"},
    {"[[goal]]\nwant = \"x\"\nkind = \"custommer\"", "line 3: goal 1 kind: 'custommer' is none of", "'customer'"},
    {"[event]\nno_show = 1.5\n[[goal]]\nwant = \"x\"", "line 2: [event] no_show: must lie between 0 and 0.95", ""},
    {"[event]\nno_show = \"viel\"\n[[goal]]\nwant = \"x\"", "must be a number, not a text", ""},
    {"[[goal]]\nwant = 5", "goal 1 want: must be a text in quotes, not a number", ""},
    {"[[goal]]\nwant = \"x\"\nmust = 3", "goal 1 must: must be a list of texts, not a number", "must = ["},
    {"[[goal]]\nwant = \"x\"\nmust = [1]", "one item is a number", ""},
    {"[[goal]]\nwant = \"x\"\nweight = 0", "weight: must lie between", ""},
    {"[[goal]]\nwant = \"x\"\nweight = nan", "weight: must lie between", ""},
    {"[event]\nstarts = \"soon\"\n[[goal]]\nwant = \"x\"", "starts: must be a date", "2026-11-26"},
    {"[event]\nstarts = 2026-11-27\nends = 2026-11-26\n[[goal]]\nwant = \"x\"", "ends: 2026-11-26 is before the start", ""},
    {"[me]\nprepare_minutes = 1.5\n[[goal]]\nwant = \"x\"", "must be a whole number", ""},
    {"[event]\nname = \"x\"", "there is no goal in it", "[[goal]]"},
    {"[[goal]]\nname = \"x\"", "goal 1 want: is missing", "want ="},
    {"[[goal]]\nwant = \"x", "line 2: not valid TOML", "goals init"},
    {"event = 3\n[[goal]]\nwant = \"x\"", "event: must be a table", "[event]"},
    {"goal = 3", "there is no goal", "[[goal]]"},
    {"", "there is no goal", ""},
    {"[[goal]]\nwant = \"x\"\n[weights]\nofer = 0.2", "line 4: unknown key 'ofer' in [weights]", "did you mean 'offer'?"},
    {"[[goal]]\nwant = \"x\"\n[weights]\nnovelty = 2", "line 4: [weights] novelty: must lie between 0 and 1", ""},
    {"[[goal]]\nwant = \"x\"\n[weights]\nreachable = -0.1", "[weights] reachable: must lie between 0 and 1", ""},
    {"[[goal]]\nwant = \"x\"\n[weights]\ncommon_ground = \"viel\"", "[weights] common_ground: must be a number", ""},
    {"[event]\nserendipity = 1\n[[goal]]\nwant = \"x\"", "line 2: [event] serendipity: must be true or false", ""},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\nadress = \"https://api.example\"", "line 4: unknown key 'adress' in [embeddings]", "did you mean 'address'?"},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"https://api.example/v1\"", "[embeddings] model: is missing", "model ="},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\nmodel = \"small\"", "[embeddings] address: is missing", "address ="},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"localhost\"\nmodel = \"small\"", "line 4: [embeddings] address: 'localhost' is no web address", "http://localhost"},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"http://api.example:80/v1\"\nmodel = \"small\"", "texts would go to 'api.example' unencrypted", "https"},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"http://127.evil.example/v1\"\nmodel = \"small\"", "'127.evil.example' unencrypted", "https"},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"http://localhost.example/v1\"\nmodel = \"small\"", "'localhost.example' unencrypted", "https"},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"https://me:secret@api.example/v1\"\nmodel = \"small\"", "holds a user or a password", "KNOWWHO_EMBEDDINGS_KEY"},
    {"[[goal]]\nwant = \"x\"\n[embeddings]\naddress = \"https://api.example\"\nmodel = \"small\"\nweight = 11", "weight: must lie between 0 and 10", ""},
};

BOOST_DATA_TEST_CASE(what_is_wrong_is_named_with_its_line_and_the_way_out, boost::unit_test::data::make(faults), fault)
{
    try {
        parse_goals(fault.toml, "goals.toml");
        BOOST_ERROR("accepted");
    } catch (Error const& error) {
        BOOST_TEST((error.code() == ExitCode::input));
        BOOST_TEST(std::string{error.what()}.find("goals.toml") != std::string::npos, error.what());
        BOOST_TEST(std::string{error.what()}.find(fault.sentence) != std::string::npos, error.what());
        BOOST_TEST(error.hint().find(fault.hint) != std::string::npos, error.hint());
    }
}

BOOST_AUTO_TEST_SUITE_END()
