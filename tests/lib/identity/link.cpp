// SPDX-License-Identifier: MIT
#include "identity/link.hpp"
#include "identity/name_parser.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace knowwho {

BOOST_AUTO_TEST_SUITE(link)

namespace {

Attendance attendee(std::string_view name, std::string organisation, std::string role, std::string place, std::string email = {})
{
    auto made = Attendance{};
    made.person = PersonId{1};
    made.row.name = parse_name(name);
    made.row.organisation = std::move(organisation);
    made.row.role = std::move(role);
    made.row.place = std::move(place);
    made.row.email = std::move(email);
    return made;
}

LinkDecision decide(std::string const& text, Attendance const& bearer, std::string title = {}, std::string address = {})
{
    auto const name = bearer.row.name.given + ' ' + bearer.row.name.family;
    Attendance const* const bearers[] = {&bearer};
    return decide_links({name, text, text, std::move(title), {}, std::move(address), {}}, bearers, {}).front();
}

struct Case {
    char const* text;
    LinkState state;
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.text; }

Case const common_name[] = {
    {"Thomas Müller, Leiter Instandhaltung der Holmwerk GmbH, hält den Vortrag.", LinkState::quotable},
    {"Für Holmwerk spricht Thomas Müller.", LinkState::quotable},
    {"Thomas Müller, Konditormeister in Talheim, backt seit 30 Jahren.", LinkState::rejected},
    {"Thomas Müller, Geschäftsführer der Talbach Pumpen GmbH, freut sich.", LinkState::rejected},
    {"Stürmer Thomas Müller traf zum 2:1.", LinkState::rejected},
    {"Thomas Müller sprach über Wartung und Instandhaltung.", LinkState::question},
    {"Thomas Müller aus Holmstadt gewann den Preis.", LinkState::question},
    {"Thomas Müller war auch da.", LinkState::question},
    {"Traueranzeige: Wir nehmen Abschied von Thomas Müller, Holmwerk GmbH.", LinkState::rejected},
};

} // namespace

// Inside a namespace, as unistd.h has a function of the suite's name.
namespace tests {
BOOST_DATA_TEST_CASE(a_common_name_needs_proof, boost::unit_test::data::make(common_name), c)
{
    auto const decision = decide(c.text, attendee("Thomas Müller", "Holmwerk GmbH", "Leiter Instandhaltung", "Holmstadt"));
    BOOST_TEST((decision.state == c.state), "probability " << decision.probability << ", first signal " << decision.signals.front().name);
}

BOOST_AUTO_TEST_CASE(even_a_rare_name_alone_is_a_question)
{
    auto const decision = decide("Thorvaldina Quastenberg-Hübl war da.", attendee("Thorvaldina Quastenberg-Hübl", "Holmwerk GmbH", "", ""));
    BOOST_TEST((decision.state == LinkState::question));
}

BOOST_AUTO_TEST_CASE(the_site_of_the_house_is_a_signal)
{
    auto const bearer = attendee("Karin Wiesner", "Holmwerk GmbH", "", "", "wiesner@holmwerk.example");
    BOOST_TEST((decide("Unser Team: Karin Wiesner", bearer, "Team", "https://www.holmwerk.example/team").state == LinkState::quotable));
}

BOOST_AUTO_TEST_CASE(a_free_mail_service_is_no_house)
{
    auto const bearer = attendee("Karin Wiesner", "", "", "", "wiesner@gmail.com");
    BOOST_TEST((decide("Karin Wiesner erreichen Sie über gmail.com", bearer).state == LinkState::question));
}

BOOST_AUTO_TEST_CASE(two_bearers_that_fit_alike_are_both_a_question)
{
    auto const one = attendee("Karin Wiesner", "Holmwerk GmbH", "", "");
    auto const other = attendee("Karin Wiesner", "Holmwerk AG", "", "");
    Attendance const* const bearers[] = {&one, &other};
    auto const decisions = decide_links({"Karin Wiesner", "Karin Wiesner, Holmwerk", "", "", "", "", {}}, bearers, {});
    BOOST_TEST((decisions[0].state == LinkState::question));
    BOOST_TEST((decisions[1].state == LinkState::question));
    BOOST_TEST(decisions[0].probability + decisions[1].probability <= 1);
}

BOOST_AUTO_TEST_CASE(the_bearer_whose_house_is_named_wins)
{
    auto const one = attendee("Karin Wiesner", "Holmwerk GmbH", "", "");
    auto const other = attendee("Karin Wiesner", "Talbach Pumpen KG", "", "");
    Attendance const* const bearers[] = {&one, &other};
    auto const decisions = decide_links({"Karin Wiesner", "Karin Wiesner, Talbach Pumpen", "", "", "", "", {}}, bearers, {});
    BOOST_TEST((decisions[0].state != LinkState::quotable));
    BOOST_TEST((decisions[1].state == LinkState::quotable));
}

BOOST_AUTO_TEST_SUITE_END()
} // namespace tests

} // namespace knowwho
