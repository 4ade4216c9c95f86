// SPDX-License-Identifier: MIT
// Whom the user knows from before an event.
#include "store/familiarity.hpp"

#include "store/attendances.hpp"
#include "store/candidates.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(familiarity)

using namespace knowwho;

struct Fixture {
    Notebook book = Notebook::in_memory();
    EventId event = ensure_event(book, {{}, "Forum", "", {}, {}, Instant{}});
    EventId earlier = ensure_event(book, {{}, "Messe", "", {}, {}, Instant{}});
    ListId list = add_list(book, {{}, event, "liste.csv", "csv", "", "h1", 1, Instant{}});
    PersonId anna = on_the_list("Anna");
    PersonId bodo = on_the_list("Bodo");

    PersonId on_the_list(std::string const& name)
    {
        auto row = RosterRow{};
        row.name.written = name;
        auto const person = add_person(book, row.name);
        add_attendance(book, event, list, person, row);
        return person;
    }

    EncounterId talk(PersonId person, EventId at, EncounterKind kind = EncounterKind::met)
    {
        auto one = Encounter{};
        one.person = person;
        one.event = at;
        one.kind = kind;
        one.happened_at = Instant{std::chrono::days{20'000}};
        return add_encounter(book, one);
    }

    void contact(PersonId person, std::string const& source, bool asleep)
    {
        auto one = Contact{};
        one.person = person;
        one.source = source;
        one.asleep = asleep;
        save_contact(book, one);
    }
};

BOOST_FIXTURE_TEST_CASE(a_talk_elsewhere_makes_known_and_one_at_the_event_or_a_letter_does_not, Fixture)
{
    auto const last = talk(anna, earlier);
    talk(anna, event);
    talk(bodo, event);
    talk(bodo, earlier, EncounterKind::mail);
    auto const known = familiar_people(book, event);
    BOOST_TEST(known.size() == 1u);
    BOOST_TEST((known.at(anna).last == last));
    BOOST_TEST(to_iso(*known.at(anna).when) == "2024-10-04");
    BOOST_TEST(!known.at(anna).asleep);
}

BOOST_FIXTURE_TEST_CASE(who_became_a_contact_at_the_event_is_not_known_from_before_but_an_address_book_is, Fixture)
{
    contact(anna, "met", false);
    talk(anna, event);
    contact(bodo, "adressen.vcf", true);
    auto const known = familiar_people(book, event);
    BOOST_TEST(known.size() == 1u);
    BOOST_TEST(known.at(bodo).asleep);
    BOOST_TEST(known.at(bodo).source == "adressen.vcf");
    BOOST_TEST(!familiarity_of(book, event, anna).has_value());
    BOOST_TEST(familiarity_of(book, event, bodo)->asleep);
}

BOOST_FIXTURE_TEST_CASE(candidates_know_it_and_what_changes_it_is_seen, Fixture)
{
    auto const before = roster_fingerprint(book, event);
    contact(bodo, "adressen.vcf", false);
    auto const awake = roster_fingerprint(book, event);
    contact(bodo, "adressen.vcf", true);
    BOOST_TEST(awake != before);
    BOOST_TEST(roster_fingerprint(book, event) != awake);
    auto const all = load_candidates(book, event);
    BOOST_TEST(!all.at(0).familiarity.has_value());
    BOOST_TEST(all.at(1).familiarity->asleep);
    BOOST_TEST(load_candidates(book, event, std::vector{bodo}).at(0).familiarity->asleep);
}

BOOST_AUTO_TEST_SUITE_END()
