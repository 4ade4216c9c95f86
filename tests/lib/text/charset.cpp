// SPDX-License-Identifier: MIT
#include "text/charset.hpp"

#include "model/error.hpp"
#include "text/utf8.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace knowwho;
using namespace std::string_literals;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(charset)

struct Case {
    std::string bytes;
    std::string encoding;
    std::string text;
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.encoding << ": " << c.text; }

Case const cases[] = {
    {"Name;Ort\nMüller;Köln\n", "UTF-8", "Name;Ort\nMüller;Köln\n"},
    {"\xef\xbb\xbfName\nMüller\n", "UTF-8", "Name\nMüller\n"},
    {"Name;Ort\nM\xfcller;K\xf6ln\n", "windows-1252", "Name;Ort\nMüller;Köln\n"},
    {"Gro\xdfh\xe4ndler \x96 200 \x80", "windows-1252", "Großhändler – 200 €"},
    {"J\xe4ger kostet 5 \xa4", "ISO-8859-15", "Jäger kostet 5 €"},
    {"M\x9fller, K\x9aln, Stra\xa7""e", "macintosh", "Müller, Köln, Straße"},
    {"M\x81ller, K\x94ln, Stra\xe1""e", "cp850", "Müller, Köln, Straße"},
    {"M\0\xfc\0l\0l\0e\0r\0"s, "UTF-16LE", "Müller"},
    {"\xff\xfeM\0\xfc\0l\0"s, "UTF-16LE", "Mül"},
    {"\xfe\xff\0M\0\xfc"s, "UTF-16BE", "Mü"},
    {"", "UTF-8", ""},
};

BOOST_DATA_TEST_CASE(the_encoding_is_found_from_the_bytes, data::make(cases), c)
{
    auto const decoded = decode(c.bytes);
    BOOST_TEST(decoded.encoding == c.encoding);
    BOOST_TEST(decoded.text == c.text);
}

BOOST_AUTO_TEST_CASE(western_strays_in_utf8_are_read_as_windows_1252)
{
    auto const decoded = decode("Käthe Böhm, Jörg und M\xfcller");
    BOOST_TEST(decoded.encoding == "UTF-8");
    BOOST_TEST(decoded.text == "Käthe Böhm, Jörg und Müller");
}

BOOST_AUTO_TEST_CASE(nul_bytes_inside_text_are_dropped)
{
    BOOST_TEST(decode("An\0na;Beispiel\n"s).text == "Anna;Beispiel\n");
}

BOOST_AUTO_TEST_CASE(a_declaration_decides_where_the_bytes_allow_it)
{
    BOOST_TEST(decode("\xc8\xe2\xe0\xed\xee\xe2", "windows-1251").text == "Иванов");
    BOOST_TEST(decode("K\xf6ln", "utf-8").text == "Köln");
}

BOOST_AUTO_TEST_CASE(cyrillic_without_a_declaration_is_left_to_the_detector)
{
    auto const decoded = decode("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe5\xed\xff \xe7\xee\xe2\xf3\xf2 \xc8\xe2\xe0\xed. "
                                "\xdf \xf0\xe0\xe1\xee\xf2\xe0\xfe \xe2 \xcc\xee\xf1\xea\xe2\xe5.");
    BOOST_TEST(decoded.text.starts_with("Привет"));
}

BOOST_AUTO_TEST_CASE(the_users_choice_is_followed_and_an_unknown_one_refused)
{
    BOOST_TEST(decode("M\xfcller", {}, "cp850").text == "M³ller");
    BOOST_CHECK_THROW(decode("x", {}, "klingon-8"), Error);
}

BOOST_AUTO_TEST_CASE(the_declared_encoding_is_read_from_the_head_of_a_document)
{
    BOOST_TEST(declared_charset("<html><meta charset=\"iso-8859-1\">") == "iso-8859-1");
    BOOST_TEST(declared_charset("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>") == "windows-1252");
    BOOST_TEST(declared_charset("<?xml version=\"1.0\" encoding='UTF-8'?>") == "UTF-8");
    BOOST_TEST(declared_charset("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; CHARSET=Windows-1251'>") == "Windows-1251");
    BOOST_TEST(declared_charset("charset is a word") == "");
}

BOOST_AUTO_TEST_CASE(whatever_comes_in_valid_utf8_comes_out)
{
    std::string bytes;
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; second += 7) {
            bytes.push_back(static_cast<char>(first));
            bytes.push_back(static_cast<char>(second));
        }
    }
    for (std::size_t begin = 0; begin < bytes.size(); begin += 61) {
        BOOST_TEST(is_utf8(decode(std::string_view(bytes).substr(begin, 40)).text));
    }
    BOOST_TEST(!is_utf8("\xc0\x80"));
    BOOST_TEST(!is_utf8("\xed\xa0\x80"));
    BOOST_TEST(!is_utf8("\xf4\x90\x80\x80"));
}

BOOST_AUTO_TEST_CASE(characters_are_stepped_over_forwards_and_backwards)
{
    std::string_view text = "aß€𝄞";
    BOOST_TEST(utf8_length(text) == 4);
    BOOST_TEST((utf8_before(text, text.size()) == U'𝄞'));
    BOOST_TEST((take_utf8(text) == U'a'));
    BOOST_TEST((take_utf8(text) == U'ß'));
    BOOST_TEST((take_utf8(text) == U'€'));
    BOOST_TEST((take_utf8(text) == U'𝄞'));
}

BOOST_AUTO_TEST_SUITE_END()
