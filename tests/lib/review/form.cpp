// SPDX-License-Identifier: MIT
// Forms as browsers send them, and as nobody should.
#include "review/form.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(form)

using namespace knowwho::review;

BOOST_AUTO_TEST_CASE(fields_are_decoded_in_their_order)
{
    auto const form = read_urlencoded("a=1&b=zwei+drei&c=%C3%A4%26&a=2&leer=&=x&ohne");
    BOOST_TEST(form["a"] == "1");
    BOOST_TEST(form["b"] == "zwei drei");
    BOOST_TEST(form["c"] == "ä&");
    BOOST_TEST(form.all("a").size() == 2u);
    BOOST_TEST(form.has("leer"));
    BOOST_TEST(form.has("ohne"));
    BOOST_TEST(!form.has("d"));
}

BOOST_AUTO_TEST_CASE(what_is_no_escape_stays)
{
    BOOST_TEST(decoded("100%") == "100%");
    BOOST_TEST(decoded("%zz%4") == "%zz%4");
    BOOST_TEST(decoded("a+b", Plus::itself) == "a+b");
}

BOOST_AUTO_TEST_CASE(numbers_are_numbers_or_nothing)
{
    auto const form = read_urlencoded("a=12&b=12x&c=&d=1e3&e=nan&f=99999999999999999999&g=-1.5");
    BOOST_TEST(form.number("a").value() == 12);
    BOOST_TEST(!form.number("b"));
    BOOST_TEST(!form.number("c"));
    BOOST_TEST(!form.number("f"));
    BOOST_TEST(form.real("d").value() == 1000);
    BOOST_TEST(!form.real("e"));
    BOOST_TEST(form.real("g").value() == -1.5);
}

BOOST_AUTO_TEST_CASE(more_fields_than_any_form_has_are_not_read)
{
    auto text = std::string{};
    for (int i = 0; i < 100'000; ++i) {
        text += "a&";
    }
    BOOST_TEST(read_urlencoded(text).fields.size() == most_fields);
}

BOOST_AUTO_TEST_CASE(parts_are_fields_and_files_whose_names_have_no_folders)
{
    auto const body = std::string{"--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nzwei\r\nZeilen\r\n"
                                  "--b\r\ncontent-disposition: form-data; name=\"list\"; filename=\"C:\\x\\../liste.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n\r\n"
                                  "--b\r\nContent-Disposition: form-data; name=\"leer\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"};
    auto const form = read_form(body, "multipart/form-data; boundary=b");
    BOOST_REQUIRE(form);
    BOOST_TEST((*form)["note"] == "zwei\r\nZeilen");
    BOOST_REQUIRE(form->files.size() == 1u);
    BOOST_TEST(form->files[0].name == "liste.csv");
    BOOST_TEST(form->files[0].bytes == "a,b\r\n");
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_or_of_another_kind_is_no_form)
{
    BOOST_TEST(!read_form("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "multipart/form-data; boundary=b"));
    BOOST_TEST(!read_form("--b\r\nno head\r\n--b--", "multipart/form-data; boundary=b"));
    BOOST_TEST(!read_form("--b--", "multipart/form-data"));
    BOOST_TEST(!read_form("{}", "application/json"));
    BOOST_TEST(!read_form("a=1", ""));
}

BOOST_AUTO_TEST_SUITE_END()
