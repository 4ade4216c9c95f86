// SPDX-License-Identifier: MIT
// The pocket card has four panels a side, whatever the number of targets.
#include "report/pdf_pocket.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(pdf_pocket)

namespace {

std::size_t sides_of(std::size_t targets)
{
    World world;
    world.goals = sample_goals();
    for (std::size_t i = 0; i < targets; ++i) {
        PersonBuilder("Ada" + std::to_string(i), std::string(200, 'W')).works(std::string(300, 'x'), "Bandgut AG").join(world);
    }
    std::string const pdf = to_pocket_card(world.briefing(), {}, Instant{});
    std::size_t count = 0;
    for (std::size_t at = pdf.find("/Type /Page %"); at != std::string::npos; at = pdf.find("/Type /Page %", at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

BOOST_AUTO_TEST_CASE(panels_fill_whole_sides)
{
    BOOST_TEST(sides_of(0) == 1u);
    BOOST_TEST(sides_of(2) == 1u);
    BOOST_TEST(sides_of(3) == 2u);
    BOOST_TEST(sides_of(5) == 2u);
}

BOOST_AUTO_TEST_CASE(the_same_briefing_gives_the_same_bytes)
{
    Briefing const sheet = sample_world().briefing();
    BOOST_TEST((to_pocket_card(sheet, {}, Instant{}) == to_pocket_card(sheet, {}, Instant{})));
}

BOOST_AUTO_TEST_SUITE_END()
