// SPDX-License-Identifier: MIT
// Files made to break readers: each is read or refused in bounded time and memory, with a sentence.
#include "import/read_list.hpp"
#include "model/error.hpp"

#include <zip.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstring>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(hostile)

namespace {

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int count = 0; count < times; ++count) {
        all += text;
    }
    return all;
}

struct Hostile {
    char const* what;
    std::string (*make)();
};

std::ostream& operator<<(std::ostream& out, Hostile const& hostile) { return out << hostile.what; }

Hostile const files[] = {
    {"one line of ten megabytes", [] { return std::string(10'000'000, 'x'); }},
    {"one cell of ten megabytes", [] { return "Name,Firma\nAnna Berg," + std::string(10'000'000, 'x') + "\n"; }},
    {"a line of ten million commas", [] { return "Name,Firma\n" + std::string(10'000'000, ',') + "\n"; }},
    {"a million columns with headers", [] { return repeated("Name,", 1'000'000) + "\n" + repeated("Anna Berg,", 20'000) + "\n"; }},
    {"nothing but quotes", [] { return std::string(5'000'000, '"'); }},
    {"a hundred thousand nested tags", [] { return "<html><body>" + repeated("<div>", 100'000) + "Anna Berg"; }},
    {"a hundred thousand nested tables", [] { return "<html><body>" + repeated("<table><tr><td>", 100'000) + "Anna Berg"; }},
    {"a hundred thousand nested arrays", [] { return "[{\"a\":" + repeated("[", 100'000) + repeated("]", 100'000) + "}]"; }},
    {"a hundred thousand nested objects", [] { return repeated("{\"a\":", 100'000) + "1" + repeated("}", 100'000); }},
    {"a hundred thousand nested elements", [] { return "<schedule>" + repeated("<day>", 100'000); }},
    {"an entity bomb", [] {
         std::string text = "<?xml version=\"1.0\"?><!DOCTYPE schedule [<!ENTITY a \"aaaaaaaaaa\">";
         for (char entity = 'b'; entity < 'z'; ++entity) {
             text += std::string("<!ENTITY ") + entity + " \"" + repeated(std::string("&") + char(entity - 1) + ";", 10) + "\">";
         }
         return text + "]><schedule><day><room><event><persons><person>&y;</person></persons></event></room></day></schedule>";
     }},
    {"a card of a million lines", [] { return "BEGIN:VCARD\n" + repeated("FN:Anna Berg\n ", 1'000'000) + "END:VCARD\n"; }},
    {"a calendar without an end", [] { return "BEGIN:VCALENDAR\n" + repeated("ATTENDEE;CN=\"", 500'000); }},
    {"a million labels", [] {
         std::string text;
         for (int label = 0; label < 300'000; ++label) {
             text += "- l" + std::to_string(label % 1000) + ": x\n";
         }
         return text;
     }},
};

/// A workbook of the given parts; a part may be a number of zero bytes instead of a text.
class Workbook {
public:
    Workbook()
    {
        zip_error_t error;
        zip_error_init(&error);
        m_source = zip_source_buffer_create(nullptr, 0, 0, &error);
        zip_source_keep(m_source);
        m_zip = zip_open_from_source(m_source, ZIP_TRUNCATE, &error);
    }

    Workbook& part(char const* name, std::string text)
    {
        m_parts.push_back(std::make_unique<std::string>(std::move(text)));
        auto* source = zip_source_buffer(m_zip, m_parts.back()->data(), m_parts.back()->size(), 0);
        auto const index = zip_file_add(m_zip, name, source, 0);
        zip_set_file_compression(m_zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
        return *this;
    }

    std::string bytes()
    {
        zip_close(m_zip);
        zip_source_open(m_source);
        zip_source_seek(m_source, 0, SEEK_END);
        std::string all(static_cast<std::size_t>(zip_source_tell(m_source)), '\0');
        zip_source_seek(m_source, 0, SEEK_SET);
        zip_source_read(m_source, all.data(), all.size());
        zip_source_close(m_source);
        zip_source_free(m_source);
        return all;
    }

private:
    zip_source_t* m_source;
    zip_t* m_zip;
    std::vector<std::unique_ptr<std::string>> m_parts;
};

std::string relations(char const* target)
{
    return std::string("<Relationships><Relationship Id=\"r1\" Target=\"") + target + "\"/></Relationships>";
}

constexpr char const* one_sheet = "<workbook><sheets><sheet name=\"Liste\" r:id=\"r1\"/></sheets></workbook>";

} // namespace

BOOST_DATA_TEST_CASE(a_hostile_text_is_read_or_refused, data::make(files), hostile)
{
    auto const bytes = hostile.make();
    try {
        BOOST_TEST(read_list("liste", bytes, {}, {}).rows.size() < 1'100'000U);
    } catch (Error const& error) {
        BOOST_TEST(std::strlen(error.what()) > 0U);
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_could_not_be_read_as_a_whole_says_why_it_holds_nobody)
{
    auto const says_why = [](Error const& error) { return std::string_view(error.what()).find("broken or cut off") != std::string_view::npos; };
    BOOST_CHECK_EXCEPTION(read_list("liste.json", "[{\"Name\": \"\"}, {", {}, {}), Error, says_why);
}

BOOST_AUTO_TEST_CASE(a_workbook_that_unpacks_to_more_than_memory_is_refused)
{
    auto const bytes = Workbook().part("xl/workbook.xml", one_sheet).part("xl/_rels/workbook.xml.rels", relations("sheet.xml")).part("xl/sheet.xml", std::string(300'000'000, ' ')).bytes();
    BOOST_TEST(bytes.size() < 10'000'000U);
    BOOST_CHECK_THROW(read_list("liste.xlsx", bytes, {}, {}), Error);
}

BOOST_AUTO_TEST_CASE(a_sheet_that_points_to_the_workbook_itself_holds_nobody)
{
    auto const bytes = Workbook().part("xl/workbook.xml", one_sheet).part("xl/_rels/workbook.xml.rels", relations("workbook.xml")).bytes();
    BOOST_CHECK_THROW(read_list("liste.xlsx", bytes, {}, {}), Error);
}

BOOST_AUTO_TEST_CASE(shared_strings_inside_each_other_are_not_followed)
{
    auto const strings = "<sst><si>" + repeated("<r>", 100'000) + "<t>Anna Berg</t></si></sst>";
    std::string const sheet = "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2147483647\"><c t=\"s\"><v>99999999999</v></c></row><row><c r=\"ZZZZ9\"/></row></sheetData></worksheet>";
    auto const bytes = Workbook().part("xl/workbook.xml", one_sheet).part("xl/_rels/workbook.xml.rels", relations("sheet.xml")).part("xl/sheet.xml", sheet).part("xl/sharedStrings.xml", strings).bytes();
    BOOST_CHECK_THROW(read_list("liste.xlsx", bytes, {}, {}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
