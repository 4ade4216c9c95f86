// SPDX-License-Identifier: MIT
#include "follow_up/drafts.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(drafts)
namespace {

DraftSlots full()
{
    return {{"address", "Frau Dr. Weber"}, {"me", "Jana Beispiel"}, {"day", "26. November 2026"}, {"topic", "Sensoren"}, {"occasion", "Testtag"},
        {"promise", "Benchmark schicken"}, {"person", "Wenke Thode"}, {"next_step", "Telefonat"}, {"other", "Ruben Okafor"},
        {"organisation", "Okafor Design"}, {"reason", "Schriften"}, {"found", "Ein Artikel"}, {"event", "Herbsttag"}, {"my_contact", "x"}, {"categories", "x"},
        {"sources", "x"}, {"retention", "x"}};
}

} // namespace

BOOST_AUTO_TEST_CASE(every_pattern_can_be_filled_and_has_no_unknown_slot)
{
    for (auto const* const file : {"follow_up/de.tsv", "follow_up/en.tsv"}) {
        auto const language = std::string_view{file}.find("de") != std::string_view::npos ? Language::german : Language::english;
        for (auto const& row : read_rows(resource(file))) {
            BOOST_REQUIRE_EQUAL(row.size(), 5);
            auto const channel = parse_channel(row[1]);
            BOOST_REQUIRE(channel);
            auto const draft = make_draft(row[0], *channel, language, row[2] == "du" ? Address::du : Address::sie, full());
            BOOST_TEST_CONTEXT(file << ": " << row[0] << ' ' << row[1] << ' ' << row[2])
            {
                BOOST_REQUIRE(draft);
                BOOST_TEST(draft->text.find('{') == std::string::npos);
                BOOST_TEST((draft->subject.empty()) == (*channel != Channel::mail));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_follow_up_has_a_mail_a_message_and_a_portal_note_in_every_voice)
{
    for (int kind = 0; kind <= static_cast<int>(FollowUpKind::tell_introducer); ++kind) {
        for (auto const channel : {Channel::mail, Channel::message, Channel::portal}) {
            for (auto const language : {Language::german, Language::english}) {
                for (auto const address : {Address::sie, Address::du}) {
                    auto const draft = make_draft(draft_kind(static_cast<FollowUpKind>(kind)), channel, language, address, full());
                    BOOST_TEST_CONTEXT(draft_kind(static_cast<FollowUpKind>(kind)) << ' ' << to_text(channel)) { BOOST_TEST(draft.has_value()); }
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(sie_and_du_are_never_mixed)
{
    for (auto const& row : read_rows(resource("follow_up/de.tsv"))) {
        auto const text = std::string{row[4]} + std::string{row[3]};
        BOOST_TEST_CONTEXT(text)
        {
            if (row[2] == "sie") {
                for (auto const* const word : {" du ", " dir ", " dich ", " dein"}) {
                    BOOST_TEST(text.find(word) == std::string::npos);
                }
            } else {
                for (auto const* const word : {" Sie ", " Ihnen ", " Ihre", "Guten Tag"}) {
                    BOOST_TEST(text.find(word) == std::string::npos);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(what_was_not_noted_is_not_in_the_draft)
{
    auto slots = full();
    slots["topic"] = "";
    slots.erase("occasion");
    auto const draft = make_draft("thanks", Channel::mail, Language::german, Address::sie, slots);
    BOOST_REQUIRE(draft);
    BOOST_TEST(draft->text.find("Thema") == std::string::npos);
    BOOST_TEST(draft->text.find("vielen Dank für unser Gespräch am 26. November 2026.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_birthday_without_anything_personal_to_say_gets_no_draft)
{
    auto slots = full();
    BOOST_TEST(make_draft("birthday", Channel::mail, Language::german, Address::sie, slots).has_value());
    slots["topic"] = "";
    BOOST_TEST(!make_draft("birthday", Channel::mail, Language::german, Address::sie, slots).has_value());
}

BOOST_AUTO_TEST_CASE(a_letter_names_the_thing_that_it_brings)
{
    BOOST_TEST(thing_promised("Benchmark schicken") == "Benchmark");
    BOOST_TEST(thing_promised("send the benchmark") == "the benchmark");
    BOOST_TEST(thing_promised("schicken") == "schicken");
    BOOST_TEST(thing_promised("Kontakt zu Frau Uhlig") == "Kontakt zu Frau Uhlig");
}

BOOST_AUTO_TEST_CASE(a_portal_note_has_at_most_300_characters)
{
    auto slots = full();
    slots["topic"] = [] { std::string s; for (int i = 0; i < 150; ++i) { s += "ä "; } return s; }();
    auto const draft = make_draft("thanks", Channel::portal, Language::german, Address::sie, slots);
    BOOST_REQUIRE(draft);
    BOOST_TEST(utf8_length(draft->text) <= 300);
    BOOST_TEST(draft->text.find("ä ä") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_note_cannot_add_a_line_to_a_mail)
{
    auto slots = full();
    slots["promise"] = "Benchmark\r\nBcc: all@example.org";
    auto const draft = make_draft("promise", Channel::mail, Language::english, Address::sie, slots);
    BOOST_REQUIRE(draft);
    BOOST_TEST(draft->subject.find('\n') == std::string::npos);
    BOOST_TEST(draft->text.find("Benchmark Bcc: all@example.org") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
