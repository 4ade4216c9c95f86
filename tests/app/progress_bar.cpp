// SPDX-License-Identifier: MIT
#include "app/progress_bar.hpp"

#include <boost/test/unit_test.hpp>
#include <sstream>

namespace knowwho::test_progress_bar {
namespace {

using namespace std::chrono_literals;

/// A bar whose clock is moved by hand.
struct Fixture {
    std::ostringstream screen;
    ProgressBar::Clock::time_point time{};
    ProgressBar bar{screen, true, [this] { return time; }};

    std::string drawn_after(std::chrono::milliseconds passed, std::int64_t done, std::int64_t total)
    {
        time += passed;
        screen.str({});
        bar.update("writing people", done, total);
        return screen.str();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(progress_bar, Fixture)

BOOST_AUTO_TEST_CASE(quick_work_shows_no_bar)
{
    BOOST_TEST(drawn_after(0ms, 0, 100).empty());
    BOOST_TEST(drawn_after(900ms, 90, 100).empty());
}

BOOST_AUTO_TEST_CASE(after_a_second_it_says_rate_and_time_left)
{
    drawn_after(0ms, 0, 100);
    auto const line = drawn_after(2s, 50, 100);
    BOOST_TEST(line.find("writing people") != std::string::npos);
    BOOST_TEST(line.find("50/100, 25/s, 2 s left") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(work_of_unknown_size_has_no_time_left)
{
    drawn_after(0ms, 0, 0);
    auto const line = drawn_after(2s, 50, 0);
    BOOST_TEST(line.find("50, 25/s") != std::string::npos);
    BOOST_TEST(line.find("left") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(it_is_not_drawn_more_than_ten_times_a_second)
{
    drawn_after(0ms, 0, 100);
    BOOST_TEST(!drawn_after(2s, 50, 100).empty());
    BOOST_TEST(drawn_after(50ms, 51, 100).empty());
    BOOST_TEST(!drawn_after(60ms, 52, 100).empty());
}

BOOST_AUTO_TEST_CASE(where_no_terminal_is_nothing_is_drawn)
{
    auto hidden = ProgressBar{screen, false, [this] { return time; }};
    hidden.update("step", 0, 10);
    time += 5s;
    hidden.update("step", 5, 10);
    BOOST_TEST(screen.str().empty());
}

BOOST_AUTO_TEST_CASE(what_changes_behind_the_colon_is_the_same_step)
{
    bar.update("asking: 1 request", 0, 10);
    time += 2s;
    screen.str({});
    bar.update("asking: 7 requests", 5, 10);
    BOOST_TEST(screen.str().find("asking: 7 requests") != std::string::npos, screen.str());
    BOOST_TEST(screen.str().find("2 s left") != std::string::npos, screen.str());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_progress_bar
