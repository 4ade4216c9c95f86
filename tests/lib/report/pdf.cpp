// SPDX-License-Identifier: MIT
// The PDF: the same bytes for the same values, and a page for whatever a list may hold.
#include "report/pdf.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(pdf)

namespace {

std::size_t pages_of(std::string const& pdf)
{
    std::size_t count = 0;
    for (std::size_t at = pdf.find("/Type /Page %"); at != std::string::npos; at = pdf.find("/Type /Page %", at + 1)) {
        ++count;
    }
    return count;
}

std::string printed(World const& world, SheetOptions const& options = {})
{
    return to_pdf(world.briefing(), options, Instant{std::chrono::seconds{1'795'000'000}});
}

World with_people(int count)
{
    World world;
    world.goals = sample_goals();
    for (int i = 0; i < count; ++i) {
        PersonBuilder("Ada" + std::to_string(i), "Lang").mrs().works("Meisterin", "Bandgut AG").join(world);
    }
    return world;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_same_briefing_and_moment_give_the_same_bytes)
{
    std::string const first = printed(sample_world());
    BOOST_TEST(first.starts_with("%PDF-1.5"));
    BOOST_TEST((first == printed(sample_world())));
    BOOST_TEST((first != to_pdf(sample_world().briefing(), {}, Instant{})));
}

BOOST_AUTO_TEST_CASE(there_is_a_page_for_every_target_between_the_first_and_the_last)
{
    for (int const count : {0, 1, 3, 5, 7}) {
        BOOST_TEST(pages_of(printed(with_people(count))) == static_cast<std::size_t>(count) + 2, "targets: " << count);
    }
}

BOOST_AUTO_TEST_CASE(letter_and_large_print_can_be_had)
{
    BOOST_TEST(printed(sample_world(), {Paper::letter, false, false}).find("/MediaBox [ 0 0 612 792 ]") != std::string::npos);
    BOOST_TEST(pages_of(printed(sample_world(), {Paper::a4, true, true})) > pages_of(printed(sample_world())));
}

BOOST_AUTO_TEST_CASE(names_of_all_scripts_and_hostile_texts_can_be_printed)
{
    World world;
    world.goals = sample_goals();
    world.goals.event.name = "'] /JS (x) \\ \u202E";
    PersonBuilder("محمد", "علي").works("مدير", "شركة").speaks(std::string(400, 'W')).join(world);
    PersonBuilder("太郎", "山田").works("部長", "製作所").join(world);
    PersonBuilder(std::string("x\0\x01<b>", 6), "\xff\xfe").works("&amp; <span>", "=HYPERLINK(\"x\")").join(world);
    std::string many;
    for (int i = 0; i < 80; ++i) {
        many += "Langwort ";
    }
    PersonBuilder(many, many).works(many, many).text(PageKind::article, many, many).join(world);
    std::string const pdf = printed(world);
    BOOST_TEST(pages_of(pdf) >= 6u);
    BOOST_TEST(pdf.find("/JavaScript") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
