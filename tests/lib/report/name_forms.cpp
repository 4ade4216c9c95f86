// SPDX-License-Identifier: MIT
// Forms of address by table.
#include "report/name_forms.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(name_forms)

namespace {

struct Case {
    Salutation salutation;
    char const* title;
    char const* given;
    char const* family;
    char const* german;
    char const* english;
    char const* start;
};

std::ostream& operator<<(std::ostream& out, Case const& c)
{
    return out << c.title << ' ' << c.given << ' ' << c.family;
}

Case const cases[] = {
    {Salutation::mrs, "Dr.", "Anna", "Weber", "Frau Dr. Weber", "Dr Weber", "Frau Dr. Weber, "},
    {Salutation::mr, "Prof. Dr.-Ing. habil.", "Jan", "von der Heide", "Herr Prof. von der Heide", "Professor von der Heide", "Herr Prof. von der Heide, "},
    {Salutation::mr, "Dipl.-Ing.", "Sven", "Borne", "Herr Borne", "Mr Borne", "Herr Borne, "},
    {Salutation::mrs, "M.Sc.", "Lea", "Lang", "Frau Lang", "Ms Lang", "Frau Lang, "},
    {Salutation::unknown, "Dr.", "Kim", "Öz", "Dr. Kim Öz", "Dr Öz", "Guten Tag, "},
    {Salutation::unknown, "", "Andrea", "Rossi", "Andrea Rossi", "Andrea Rossi", "Guten Tag, "},
    {Salutation::mr, "", "HOLGER", "BRETTSCHNEIDER-VON HAGEN", "Herr Brettschneider-von Hagen", "Mr Brettschneider-von Hagen", "Herr Brettschneider-von Hagen, "},
    {Salutation::mr, "", "ÄGID", "MÜLLER", "Herr Müller", "Mr Müller", "Herr Müller, "},
    {Salutation::mr, "", "KLAUS", "GROß", "Herr Groß", "Mr Groß", "Herr Groß, "},
    {Salutation::mrs, "", "Sukarno", "", "Sukarno", "Sukarno", "Guten Tag, "},
};

PersonName name_of(Case const& c)
{
    PersonName name;
    name.salutation = c.salutation;
    name.title = c.title;
    name.given = c.given;
    name.family = c.family;
    return name;
}

} // namespace

BOOST_DATA_TEST_CASE(people_are_addressed_as_the_list_says, data::make(cases), c)
{
    BOOST_TEST(form_of_address(name_of(c), Language::german, Address::sie) == c.german);
    BOOST_TEST(form_of_address(name_of(c), Language::english, Address::sie) == c.english);
    BOOST_TEST(spoken_start(name_of(c), Language::german, Address::sie) == c.start);
}

BOOST_AUTO_TEST_CASE(du_takes_the_given_name)
{
    BOOST_TEST(spoken_start(name_of(cases[0]), Language::german, Address::du) == "Anna, ");
    BOOST_TEST(spoken_start(PersonName{}, Language::german, Address::du) == "Hallo, ");
}

BOOST_AUTO_TEST_CASE(what_was_written_is_printed_when_no_part_was_understood)
{
    PersonName name;
    name.written = "Team Kantine\x01";
    BOOST_TEST(full_name(name) == "Team Kantine");
}

BOOST_AUTO_TEST_CASE(the_family_is_said_first_in_han_hangul_and_kana)
{
    auto const named = [](std::string written, std::string given, std::string family, std::string title = {}) {
        auto name = PersonName{};
        name.written = std::move(written);
        name.given = std::move(given);
        name.family = std::move(family);
        name.title = std::move(title);
        return full_name(name);
    };
    BOOST_TEST(named("王立群", "立群", "王") == "王立群");
    BOOST_TEST(named("山田 はなこ", "はなこ", "山田") == "山田 はなこ");
    BOOST_TEST(named("Prof. 김철수", "철수", "김", "Prof.") == "Prof. 김철수");
    BOOST_TEST(named("Wang Liqun", "Liqun", "Wang") == "Liqun Wang");
}

BOOST_AUTO_TEST_SUITE_END()
