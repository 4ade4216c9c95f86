// SPDX-License-Identifier: MIT
// Names and cells come out of their column as they went in, and damage loses itself only.
#include "store/stored_values.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(stored_values)
namespace {

std::string const awkward[] = {"", "Käthe", "\"Kalle\"", "back\\slash", "zwei\nZeilen", "[", "],[", "a\",\"b", "\t", "😀", "5"};

} // namespace

BOOST_DATA_TEST_CASE(a_name_comes_back_whatever_it_is_made_of, boost::unit_test::data::make(awkward), text)
{
    auto const name = PersonName{text, Salutation::mrs, "Dr.", text, "", "Thode", "", text, "", 0.875};
    BOOST_TEST((stored_name(stored(name)) == name));
    auto const certain = PersonName{text, Salutation::unknown, "", "", "", text, "", "", "", 1};
    BOOST_TEST((stored_name(stored(certain)) == certain));
}

BOOST_DATA_TEST_CASE(cells_come_back_whatever_they_are_made_of, boost::unit_test::data::make(awkward), text)
{
    auto const cells = std::vector<RawCell>{{"Name", text}, {text, "x"}, {"", text}};
    auto const back = stored_cells(stored(cells));
    BOOST_REQUIRE(back.size() == cells.size());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        BOOST_TEST(back[at].header == cells[at].header);
        BOOST_TEST(back[at].value == cells[at].value);
    }
}

BOOST_AUTO_TEST_CASE(what_is_damaged_is_empty_or_partly_there_and_never_an_error)
{
    auto const whole = stored(PersonName{"Wenke Thode", Salutation::mrs, "", "Wenke", "", "Thode", "", "", "", 0.9});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        BOOST_TEST(stored_name(whole.substr(0, length)).written.empty());
    }
    for (auto const* const text : {"", "[", "]", "[\"", "[\"]", "{}", "null", "[1,2]", "[\"a\",5,\"b\"]", "[\"a\" \"b\"]", "\xff"}) {
        stored_name(text);
        stored_cells(text);
    }
    BOOST_TEST(stored_cells("[\"nur eine\"]").empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
