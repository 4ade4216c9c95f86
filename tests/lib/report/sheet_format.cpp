// SPDX-License-Identifier: MIT
// The ending of a name chooses the form.
#include "report/sheet_format.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(sheet_format)

BOOST_AUTO_TEST_CASE(every_ending_gives_its_form)
{
    World const world = sample_world();
    Briefing const sheet = world.briefing();
    std::pair<char const*, char const*> const forms[] = {{"a.html", "<!DOCTYPE"}, {"a.htm", "<!DOCTYPE"}, {"a.pdf", "%PDF"},
        {"a.pocket.pdf", "%PDF"}, {"a.md", "# Forum"}, {"a.json", "{\n"}, {"a.ics", "BEGIN:VCALENDAR"}, {"a.vcf", "BEGIN:VCARD"}};
    for (auto const& [file, beginning] : forms) {
        auto const format = sheet_format_of(file);
        BOOST_REQUIRE(format.has_value());
        BOOST_TEST(write_sheet(sheet, world.input(), *format, {}, Instant{}).starts_with(beginning), file);
    }
    BOOST_TEST((*sheet_format_of("a.pocket.pdf") == SheetFormat::pocket_card));
}

BOOST_AUTO_TEST_CASE(other_endings_give_none)
{
    for (char const* const file : {"a.txt", "a", ".pdf", "pdf", "a.pdf.gz", ""}) {
        BOOST_TEST(!sheet_format_of(file), file);
    }
}

BOOST_AUTO_TEST_SUITE_END()
