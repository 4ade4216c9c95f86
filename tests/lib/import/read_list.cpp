// SPDX-License-Identifier: MIT
#include "import/read_list.hpp"

#include "model/error.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

using namespace knowwho;
using namespace std::string_literals;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(read_list)

ListReading read(std::string_view bytes, ReadOptions const& options = {}) { return knowwho::read_list("list.csv", bytes, options, {}); }

struct Refused {
    std::string bytes;
    std::string word; ///< of the sentence
};

std::ostream& operator<<(std::ostream& out, Refused const& r) { return out << r.word; }

Refused const refused[] = {
    {"", "empty"},
    {" \n\r\n", "empty"},
    {"\x89PNG\r\n\x1a\n"s, "picture"},
    {"\xd0\xcf\x11\xe0"s + std::string(600, '\1'), "Office"},
    {"a;b;c\n1;2;3\n4;5;6\n", "no people"},
    {"{\"a\": [1, 2", "no people"},
    {"PK\x03\x04"s + std::string(300, 'x'), "packed"},
};

BOOST_DATA_TEST_CASE(what_is_no_list_is_refused_with_a_sentence_and_a_way_out, data::make(refused), r)
{
    try {
        read(r.bytes);
        BOOST_ERROR("was read");
    } catch (Error const& error) {
        BOOST_TEST((error.code() == ExitCode::input));
        BOOST_TEST(std::string(error.what()).find(r.word) != std::string::npos);
        BOOST_TEST(!error.hint().empty());
    }
}

BOOST_AUTO_TEST_CASE(good_rows_go_in_although_others_cannot_be_read)
{
    auto const list = read("Vorname;Nachname;Firma\nHeike;Peters;Peters Textil\n;;Ohne Namen AG\nJens;Albers;Albers Tee\n");
    BOOST_TEST(list.rows.size() == 2);
    BOOST_REQUIRE(list.problems.size() == 1);
    BOOST_TEST((list.problems[0].severity == Severity::loss));
    BOOST_TEST(list.problems[0].line == 3);
    BOOST_TEST(list.problems[0].cell == "Ohne Namen AG");
    BOOST_TEST(list.problems[0].file == "list.csv");
}

BOOST_AUTO_TEST_CASE(nothing_of_a_row_is_lost)
{
    auto const list = read("Name;Firma;Lieblingspumpe\nHeike Peters;Peters Textil;Kolben\nJens Albers;Albers Tee;Kreisel\n");
    BOOST_REQUIRE(list.rows.size() == 2);
    BOOST_REQUIRE(list.rows[0].raw.size() == 3);
    BOOST_TEST((*std::next(list.rows[0].raw.begin(), 2)).value == "Kolben");
    BOOST_REQUIRE(list.rows[0].others.size() == 1);
    BOOST_TEST(list.rows[0].others[0].header == "Lieblingspumpe");
}

BOOST_AUTO_TEST_CASE(the_user_decides_what_a_column_means)
{
    ReadOptions options;
    options.map = {{"Lieblingspumpe", "role"}};
    auto const list = read("Name;Firma;Lieblingspumpe\nHeike Peters;Peters Textil;Kolben\n", options);
    BOOST_TEST(list.rows.at(0).role == "Kolben");
    options.map = {{"Lieblingspumpe", "pumpe"}};
    BOOST_CHECK_THROW(read("Name;Lieblingspumpe\nHeike Peters;Kolben\n", options), Error);
    options.map = {{"Lieblingspumpen", "role"}};
    BOOST_CHECK_THROW(read("Name;Lieblingspumpe\nHeike Peters;Kolben\n", options), Error);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_with_other_decisions_are_another_reading)
{
    std::string const bytes = "Name;X\nHeike Peters;Kolben\n";
    ReadOptions options;
    options.map = {{"X", "role"}};
    BOOST_TEST(read(bytes).content_hash == read(bytes).content_hash);
    BOOST_TEST(read(bytes).content_hash != read(bytes, options).content_hash);
}

BOOST_AUTO_TEST_CASE(values_outvote_a_header_that_lies)
{
    auto const list = read("Name;Company;Email\nHeike Peters;heike@peters.example;Peters Textil GmbH\nJens Albers;jens@albers.example;Albers Tee AG\n"
                           "Eva Lind;eva@lind.example;Lind Bau GmbH\nUwe Roth;uwe@roth.example;Roth Optik KG\n");
    BOOST_TEST(list.rows.at(0).email == "heike@peters.example");
    BOOST_TEST(list.rows.at(0).organisation == "Peters Textil GmbH");
}

namespace {

/// People with cells over several lines, quotes and letters of two bytes, a megabyte and a half of them.
std::string long_list()
{
    std::string bytes = "Name;Firma;Notiz\n";
    for (int index = 0; index < 30000; ++index) {
        bytes += "Jörg Möller-" + std::string(1, static_cast<char>('A' + index % 26)) + "ensen;\"Möller; \"\"Söhne\"\" " + std::to_string(index) + " GmbH\";\"Zeile eins\nÜber zwei\"\n";
    }
    return bytes;
}

/// Hands a text on in pieces of a size that cuts letters, rows and cells anywhere.
ByteSource in_pieces(std::string const& bytes, std::size_t piece)
{
    auto const done = std::make_shared<std::size_t>(0);
    return {[&bytes, piece, done](std::size_t most) {
                auto const part = bytes.substr(*done, std::min(most, piece));
                *done += part.size();
                return part;
            },
            std::int64_t(bytes.size())};
}

} // namespace

BOOST_AUTO_TEST_CASE(a_long_list_gives_the_same_people_in_blocks_as_whole)
{
    auto const bytes = long_list();
    auto const whole = read(bytes);
    for (std::size_t const piece : {10007u, 400009u}) {
        std::vector<RosterRow> rows;
        auto const list = knowwho::read_list("list.csv", in_pieces(bytes, piece), {}, 1 << 30, [&](RosterRow&& row) { rows.push_back(std::move(row)); }, {});
        BOOST_TEST(list.rows.empty());
        BOOST_TEST(list.problems.size() == whole.problems.size());
        BOOST_TEST(list.content_hash == whole.content_hash);
        BOOST_TEST(list.dialect == whole.dialect);
        BOOST_REQUIRE(rows.size() == whole.rows.size());
        BOOST_TEST(std::equal(rows.begin(), rows.end(), whole.rows.begin(), [](auto const& a, auto const& b) {
            return a.line == b.line && a.name.family == b.name.family && a.organisation == b.organisation && a.raw == b.raw;
        }));
    }
}

BOOST_AUTO_TEST_CASE(a_row_without_end_behind_a_long_list_is_cut)
{
    auto const bytes = long_list() + std::string(20 << 20, ';') + "\nEva Lindner;Lindner Bau;spät\n";
    std::size_t people = 0;
    std::string last;
    auto const list = knowwho::read_list("list.csv", in_pieces(bytes, 1 << 19), {}, 1 << 30, [&](RosterRow&& row) {
        ++people;
        last = row.name.family;
    }, {});
    BOOST_TEST(people == 30001u);
    BOOST_TEST(last == "Lindner");
    BOOST_TEST(std::any_of(list.problems.begin(), list.problems.end(), [](auto const& problem) { return problem.reason.find("more cells") != std::string::npos; }));
}

BOOST_AUTO_TEST_CASE(a_list_larger_than_allowed_is_refused_in_blocks_too)
{
    auto const bytes = long_list();
    BOOST_CHECK_THROW(knowwho::read_list("list.csv", in_pieces(bytes, 65536), {}, 1 << 20, [](RosterRow&&) {}, {}), Error);
    BOOST_CHECK_THROW(knowwho::read_list("list.txt", in_pieces(bytes, 65536), {}, 1000, [](RosterRow&&) {}, {}), Error);
}

BOOST_AUTO_TEST_CASE(a_million_tags_or_a_line_of_ten_megabytes_end_in_bounded_time)
{
    std::string nested;
    for (int index = 0; index < 100000; ++index) {
        nested += "<div>";
    }
    BOOST_CHECK_THROW(read("<html>" + nested), Error);
    BOOST_CHECK_THROW(read(std::string(10 << 20, 'x')), Error);
    BOOST_CHECK_THROW(read(std::string(3 << 20, '[')), Error);
    BOOST_CHECK_THROW(read("<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><schedule>&b;</schedule>"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
