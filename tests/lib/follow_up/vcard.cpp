// SPDX-License-Identifier: MIT
#include "follow_up/vcard.hpp"

#include "follow_up/card_contact.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(vcard)
namespace {

std::vector<VCard> cards_in(std::string const& bytes)
{
    auto problems = std::vector<Problem>{};
    auto cards = read_vcards(bytes, "x.vcf", problems);
    for (auto const& problem : problems) {
        BOOST_TEST_MESSAGE(problem.reason);
    }
    return cards;
}

CardPerson only_person(std::string const& lines)
{
    auto const cards = cards_in("BEGIN:VCARD\r\nVERSION:3.0\r\n" + lines + "END:VCARD\r\n");
    BOOST_REQUIRE_EQUAL(cards.size(), 1);
    return person_of(cards.front());
}

struct Hostile {
    char const* what;
    std::string bytes;
    std::size_t cards;    ///< that are read all the same
    std::size_t problems; ///< at least
};

std::ostream& operator<<(std::ostream& stream, Hostile const& one)
{
    return stream << one.what;
}

std::string const good = "BEGIN:VCARD\nVERSION:4.0\nFN:Wenke Thode\nEND:VCARD\n";

Hostile const hostile[] = {
    {"nothing", "", 0, 0},
    {"only blanks", " \r\n\t\r\n", 0, 0},
    {"no end", "BEGIN:VCARD\nFN:Wenke Thode\n", 1, 1},
    {"no end, then another", "BEGIN:VCARD\nFN:Wenke Thode\n" + good, 2, 1},
    {"end without begin", "END:VCARD\n" + good, 1, 0},
    {"no name", "BEGIN:VCARD\nTEL:1\nEND:VCARD\n" + good, 1, 1},
    {"a line without colon", "BEGIN:VCARD\nFN:Wenke Thode\nthis is no line\nEND:VCARD\n", 1, 1},
    {"text before the card", "hello\n" + good, 1, 1},
    {"NUL bytes", std::string("BEGIN:VCARD\nFN:We\0nke\nEND:VCARD\n", 32), 1, 0},
    {"bad UTF-8", "BEGIN:VCARD\nFN:M\xFCller\nEND:VCARD\n", 1, 0},
    {"a line of 3 MB", "BEGIN:VCARD\nFN:Wenke\nNOTE:" + std::string(3'000'000, 'x') + "\nEND:VCARD\n", 1, 1},
    {"a line without colon folded into 400,000 equals signs", "BEGIN:VCARD\nFN:Wenke\nX" + [] { std::string s; for (int i = 0; i < 400'000; ++i) { s += "\n =="; } return s; }() + "\nEND:VCARD\n", 1, 1},
    {"a picture folded into 100,000 lines", "BEGIN:VCARD\nFN:Wenke\nPHOTO:" + [] { std::string s; for (int i = 0; i < 100'000; ++i) { s += "\n xxxxxxxxxxxxxxxx"; } return s; }() + "\nEND:VCARD\n", 1, 1},
    {"begins nested 10,000 deep", [] { std::string s; for (int i = 0; i < 10'000; ++i) { s += "BEGIN:VCARD\nAGENT:\n"; } return s; }() + good, 1, 1},
    {"ten thousand begins", [] { std::string s; for (int i = 0; i < 10'000; ++i) { s += "BEGIN:VCARD\n"; } return s; }(), 0, 1},
    {"a name with an unclosed quote", "BEGIN:VCARD\nFN;X=\"a:Wenke\nEND:VCARD\n", 0, 1},
    {"quoted-printable cut off", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:M=C3=B\nEND:VCARD\n", 1, 0},
    {"a soft break at the end of the file", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:Wenke=", 1, 1},
    {"base64 that is none", "BEGIN:VCARD\nFN:W\nPHOTO;ENCODING=b:@@@@\nEND:VCARD\n", 1, 0},
    {"an unknown charset", "BEGIN:VCARD\nFN;CHARSET=KLINGON;ENCODING=QUOTED-PRINTABLE:M=FCller\nEND:VCARD\n", 1, 0},
    {"only carriage returns", "BEGIN:VCARD\rFN:Wenke\rEND:VCARD\r", 0, 1},
    {"a calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", 0, 1},
    {"a backslash at the very end", "BEGIN:VCARD\nFN:Wenke\\\nN:Thode\\;\\\nEND:VCARD\n", 1, 0},
};

} // namespace

BOOST_DATA_TEST_CASE(broken_cards_give_problems_and_not_losses, boost::unit_test::data::make(hostile), one)
{
    auto problems = std::vector<Problem>{};
    auto const cards = read_vcards(one.bytes, "x.vcf", problems);
    BOOST_TEST(cards.size() == one.cards);
    BOOST_TEST(problems.size() >= one.problems);
    for (auto const& card : cards) {
        BOOST_CHECK_NO_THROW(person_of(card));
        BOOST_CHECK_NO_THROW(write_vcard(card));
    }
}

BOOST_AUTO_TEST_CASE(what_is_written_reads_back_the_same)
{
    auto const cards = cards_in("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dr. Wenke Thode\r\nN:Thode;Wenke;;Dr.;\r\nORG:Thode\\, Söhne & Co.;Werk 2\r\n"
                                "EMAIL;TYPE=work;PREF=1:w@thode.example\r\nitem1.TEL:+49 1\r\nitem1.X-ABLabel:Werk\r\nNOTE:eins\\nzwei\\; drei\r\n"
                                "PHOTO:data:image/png;base64,aGFsbG8=\r\nX-OTHER;FOO=\"a:b\":was auch immer\r\nCATEGORIES:a,b\r\nEND:VCARD\r\n");
    BOOST_REQUIRE_EQUAL(cards.size(), 1);
    BOOST_TEST((cards_in(write_vcard(cards.front())).front() == cards.front()));
    auto const person = person_of(cards.front());
    BOOST_TEST(person.contact.organisation == "Thode, Söhne & Co.");
    BOOST_TEST(person.contact.note == "eins\nzwei; drei");
    BOOST_TEST(person.contact.email == "w@thode.example");
    BOOST_TEST(person.name.title == "Dr.");
}

BOOST_AUTO_TEST_CASE(long_lines_are_folded_between_characters)
{
    auto card = VCard{};
    card.set("FN", "Wenke Thode");
    card.set("NOTE", [] { std::string s; for (int i = 0; i < 200; ++i) { s += "ü"; } return s; }());
    auto const text = write_vcard(card);
    std::size_t begin = 0;
    while (begin < text.size()) {
        auto const end = text.find("\r\n", begin);
        BOOST_TEST(end - begin <= 75);
        BOOST_TEST((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80);
        begin = end + 2;
    }
    BOOST_TEST((cards_in(text).front() == card));
}

BOOST_AUTO_TEST_CASE(version_2_1_is_read)
{
    auto const cards = cards_in("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\n"
                                "NOTE;ENCODING=QUOTED-PRINTABLE:eine lange=\r\n Notiz=0D=0Azweite Zeile\r\nTEL;CELL;VOICE:0170\r\nEND:VCARD\r\n");
    BOOST_REQUIRE_EQUAL(cards.size(), 1);
    auto const person = person_of(cards.front());
    BOOST_TEST(person.name.family == "Müller");
    BOOST_TEST(person.name.given == "Jörg");
    BOOST_TEST(person.contact.note == "eine lange Notiz\nzweite Zeile");
    BOOST_TEST(person.contact.phone == "0170");
}

BOOST_AUTO_TEST_CASE(latin_1_without_a_word_about_it_is_read)
{
    BOOST_TEST(cards_in("BEGIN:VCARD\nFN:J\xF6rg M\xFCller\nN:M\xFCller;J\xF6rg\nEND:VCARD\n").front().raw("FN") == "Jörg Müller");
}

BOOST_AUTO_TEST_CASE(birthdays_of_every_form_meet)
{
    for (auto const* const written : {"19800517", "1980-05-17", "1980-05-17T00:00:00Z"}) {
        BOOST_TEST(only_person("FN:A B\r\nBDAY:" + std::string{written} + "\r\n").contact.birthday == "1980-05-17");
    }
    BOOST_TEST(only_person("FN:A B\r\nBDAY:--0517\r\n").contact.birthday == "--05-17");
    auto const card = cards_in("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A B\r\nBDAY:1980-05-17\r\nREV:2026-11-26T10:30:00Z\r\nEND:VCARD\r\n").front();
    BOOST_TEST(write_vcard(card).find("BDAY:19800517\r\n") != std::string::npos);
    BOOST_TEST(write_vcard(card).find("REV:20261126T103000Z\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_contact_keeps_what_its_card_knows_besides)
{
    auto const base = cards_in("BEGIN:VCARD\nVERSION:3.0\nFN:Wenke Thode\nN:Thode;Wenke;;;\nADR;TYPE=WORK:;;Weg 1;Bielefeld;;33602;Deutschland\n"
                               "TEL;TYPE=WORK:1\nTEL;TYPE=HOME:2\nX-SKYPE:wt\nUID:abc\nEND:VCARD\n").front();
    auto person = person_of(base);
    BOOST_TEST((card_of(person.name, person.contact, base) == base));
    person.contact.place = "Kassel";
    person.contact.wants = "weniger Stillstand";
    auto const changed = card_of(person.name, person.contact, base);
    BOOST_TEST(changed.raw("ADR") == ";;Weg 1;Kassel;;33602;Deutschland");
    BOOST_TEST(changed.raw("X-SKYPE") == "wt");
    BOOST_TEST(changed.all("TEL").size() == 2);
    auto const again = person_of(cards_in(write_vcard(changed)).front());
    BOOST_TEST((again.contact == person.contact));
}

BOOST_AUTO_TEST_CASE(every_field_of_a_contact_goes_out_and_in_again)
{
    auto contact = Contact{};
    for (auto const& [name, field] : card_fields()) {
        contact.*field = std::string{name} + ", with; \\signs\nand lines";
    }
    contact.email = "a@b.example";
    contact.website = "https://b.example/a,b;c";
    contact.birthday = "1980-05-17";
    contact.uid = "u-1";
    auto name = PersonName{};
    name.written = "Wenke Thode";
    name.given = "Wenke";
    name.family = "Thode";
    auto const again = person_of(cards_in(write_vcard(card_of(name, contact, {}))).front());
    for (auto const& [field_name, field] : card_fields()) {
        BOOST_TEST_CONTEXT(field_name) { BOOST_TEST((again.contact.*field) == (contact.*field)); }
    }
    BOOST_TEST(again.contact.uid == "u-1");
    BOOST_TEST(again.name.family == "Thode");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
