// SPDX-License-Identifier: MIT
#include "follow_up/rhythm.hpp"

#include "follow_up/introduce.hpp"
#include "follow_up/noting.hpp"
#include "follow_up/wake.hpp"
#include "store/encounters.hpp"
#include "store/introductions.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace knowwho::test_rhythm {
namespace {

using namespace std::chrono;

Instant const now = sys_days{2026y / November / 26};

Encounter contact_before(int days_ago, EncounterKind kind = EncounterKind::call, bool by_them = false)
{
    auto made = Encounter{};
    made.kind = kind;
    made.happened_at = now - days{days_ago};
    made.by_them = by_them;
    return made;
}

Contact contact_added(int days_ago)
{
    auto made = Contact{};
    made.added_at = now - days{days_ago};
    return made;
}

ContactState state_after(std::vector<Encounter> const& encounters, std::vector<Promise> const& promises = {})
{
    return contact_state(contact_added(400), encounters, promises, now);
}

struct Fixture {
    Notebook notebook = Notebook::in_memory();

    PersonId add(std::string const& given, std::string const& organisation, std::string const& wants, std::string const& offers, bool asleep = false)
    {
        auto name = PersonName{};
        name.written = given + " Beispiel";
        name.given = given;
        name.family = "Beispiel";
        auto contact = contact_added(10);
        contact.person = add_person(notebook, name);
        contact.organisation = organisation;
        contact.wants = wants;
        contact.offers = offers;
        contact.asleep = asleep;
        save_contact(notebook, contact);
        return contact.person;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rhythm, Fixture)

BOOST_AUTO_TEST_CASE(the_rhythm_counts_from_the_last_real_contact)
{
    BOOST_TEST(state_after({contact_before(100), contact_before(70)}).overdue_days == 9);
    BOOST_TEST(state_after({contact_before(70), contact_before(1, EncounterKind::note)}).overdue_days == 9);
    BOOST_TEST(state_after({contact_before(70), contact_before(-5)}).overdue_days == 9);
    BOOST_TEST(state_after({contact_before(10)}).overdue_days == -51);
    BOOST_TEST(!state_after({}).last.has_value());
    BOOST_TEST(state_after({}).overdue_days == 400 - usual_rhythm_days);
}

BOOST_AUTO_TEST_CASE(a_rhythm_of_ones_own_is_kept)
{
    auto contact = contact_added(400);
    contact.rhythm_days = 14;
    auto const met = std::vector{contact_before(15)};
    BOOST_TEST(contact_state(contact, met, {}, now).overdue_days == 1);
}

BOOST_AUTO_TEST_CASE(give_and_take_are_counted_by_steps_and_kept_promises)
{
    auto mine = Promise{};
    mine.state = PromiseState::kept;
    auto theirs = mine;
    theirs.by_them = true;
    auto open = Promise{};
    auto const state = state_after({contact_before(9), contact_before(8, EncounterKind::mail, true), contact_before(7, EncounterKind::met)}, {mine, mine, theirs, open});
    BOOST_TEST(state.balance.given == 3);
    BOOST_TEST(state.balance.taken == 2);
}

BOOST_AUTO_TEST_CASE(a_burst_and_then_silence_is_seen)
{
    auto const burst = state_after({contact_before(210), contact_before(205), contact_before(200)});
    BOOST_TEST(is_burst_and_silence(burst));
    BOOST_TEST(burst.longest_silence_days == 200);
    BOOST_TEST(burst.most_in_a_month == 3);
    BOOST_TEST(!is_burst_and_silence(state_after({contact_before(180), contact_before(120), contact_before(60), contact_before(0)})));
    BOOST_TEST(state_after({contact_before(0), contact_before(364)}).months.front() == 1);
    BOOST_TEST(state_after({contact_before(0), contact_before(364)}).months.back() == 1);
}

BOOST_AUTO_TEST_CASE(the_hours_say_how_many_contacts_fit)
{
    auto states = std::vector<ContactState>{};
    for (int index = 0; index < 30; ++index) {
        states.push_back(state_after({contact_before(40 + index)}));
    }
    auto const budget = budget_for(states, 3);
    BOOST_TEST(budget.contacts_a_month == 9);
    BOOST_TEST(budget.due_this_month == 30);
    BOOST_TEST(budget.fitting == 9);
    BOOST_TEST(budget.rhythm_that_fits == 102);
    BOOST_TEST(budget_for(states, 0).rhythm_that_fits == 0);
    BOOST_TEST(budget_for({}, 3).fitting == 0);
}

BOOST_AUTO_TEST_CASE(the_gaps_are_the_next_questions)
{
    BOOST_TEST(questions_for({}, Language::german, Address::sie).size() == 3);
    BOOST_TEST(questions_for({true, true, false}, Language::german, Address::du).front().find("dir") != std::string::npos);
    BOOST_TEST(questions_for({true, true, true}, Language::english, Address::sie).empty());
}

BOOST_AUTO_TEST_CASE(the_most_overdue_come_first_and_the_sleeping_last)
{
    auto const sleeping = add("Anna", "A", "", "", true);
    auto const late = add("Berta", "B", "", "");
    auto contact = *find_contact(notebook, late);
    contact.rhythm_days = 1;
    save_contact(notebook, contact);
    auto const usual = add("Carla", "C", "", "");
    auto const states = contact_states(notebook, now);
    BOOST_REQUIRE_EQUAL(states.size(), 3);
    BOOST_TEST((states[0].contact.person == late));
    BOOST_TEST((states[1].contact.person == usual));
    BOOST_TEST((states[2].contact.person == sleeping));
    BOOST_TEST(states[0].person.name.given == "Berta");
}

BOOST_AUTO_TEST_CASE(what_one_wants_and_another_gives_makes_a_pair_once)
{
    auto const anna = add("Anna", "Pressenwerk", "vorausschauende Wartung für alte Pressen", "");
    auto const berta = add("Berta", "Sensorhaus", "", "Sensoren für vorausschauende Wartung");
    add("Carla", "Bäckerei Korn", "", "Brot und Brötchen");
    add("Dora", "Pressenwerk", "", "vorausschauende Wartung für alte Pressen"); // a colleague
    auto const ideas = introduction_ideas(notebook);
    BOOST_REQUIRE_EQUAL(ideas.size(), 1);
    BOOST_TEST((ideas.front().wants.person == anna));
    BOOST_TEST((ideas.front().serves.person == berta));
    BOOST_TEST(!ideas.front().words.empty());
    save_introduction(notebook, berta, anna, "asked", "", now);
    BOOST_TEST(introduction_ideas(notebook).empty());
}

BOOST_AUTO_TEST_CASE(who_introduced_me_to_somebody_knows_them)
{
    auto const anna = add("Anna", "Pressenwerk", "vorausschauende Wartung für alte Pressen", "");
    auto const berta = add("Berta", "Sensorhaus", "", "Sensoren für vorausschauende Wartung");
    BOOST_TEST(introduction_ideas(notebook).size() == 1u);
    auto met = contact_before(1, EncounterKind::met);
    met.person = anna;
    met.introduced_by = berta;
    add_encounter(notebook, met);
    BOOST_TEST(introduction_ideas(notebook).empty());
}

BOOST_AUTO_TEST_CASE(a_sleeping_contact_is_found_for_a_new_goal)
{
    add("Anna", "A", "", "Verpackungsmaschinen für Lebensmittel", true);
    add("Berta", "B", "", "Steuerberatung", true);
    add("Carla", "C", "", "Verpackungsmaschinen");
    auto goals = Goals{};
    goals.goals.push_back({"Lieferant", GoalKind::know_how, "Verpackungsmaschine für Lebensmittel", 1, {}, {}, {}, {}, {}});
    auto const found = contacts_for_goals(notebook, goals, Sleep::asleep);
    BOOST_REQUIRE_EQUAL(found.size(), 1);
    BOOST_TEST(found.front().person.name.given == "Anna");
}

BOOST_AUTO_TEST_CASE(what_a_sleeping_contact_wants_fits_a_goal_too)
{
    add("Anna", "A", "vorausschauende Wartung", "", true);
    add("Berta", "B", "", "Steuerberatung", true);
    auto goals = Goals{};
    goals.goals.push_back({"Kunden", GoalKind::customer, "Betriebe, die vorausschauende Wartung einführen", 1, {}, {}, {}, {}, {}});
    auto const found = contacts_for_goals(notebook, goals, Sleep::asleep);
    BOOST_REQUIRE_EQUAL(found.size(), 1);
    BOOST_TEST(found.front().person.name.given == "Anna");
}

BOOST_AUTO_TEST_CASE(something_found_goes_to_who_cares)
{
    add("Anna", "A", "weniger Lärm in der Gießerei", "");
    add("Berta", "B", "neue Mieter", "");
    auto const found = contacts_who_care(notebook, "Lärmschutz in Gießereien: ein Messbericht über Lärm an Öfen");
    BOOST_REQUIRE_EQUAL(found.size(), 1);
    BOOST_TEST(found.front().person.name.given == "Anna");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_rhythm
