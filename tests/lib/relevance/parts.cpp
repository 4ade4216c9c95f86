// SPDX-License-Identifier: MIT
// Work in parts: each thing once, failures told.
#include "relevance/parts.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

BOOST_AUTO_TEST_SUITE(parts)

using knowwho::in_parts;

BOOST_AUTO_TEST_CASE(everything_is_done_once)
{
    for (std::size_t const count : {0, 1, 7, 1000}) {
        auto times = std::vector<int>(count, 0);
        in_parts(count, 3, [&](std::size_t begin, std::size_t end) {
            std::for_each(times.begin() + static_cast<std::ptrdiff_t>(begin), times.begin() + static_cast<std::ptrdiff_t>(end), [](int& time) { ++time; });
        });
        BOOST_TEST(std::count(times.begin(), times.end(), 1) == static_cast<std::ptrdiff_t>(count));
    }
}

BOOST_AUTO_TEST_CASE(a_failure_of_any_part_is_told)
{
    auto const fail_late = [](std::size_t, std::size_t end) {
        if (end == 100) {
            throw std::runtime_error{"the last part"};
        }
    };
    BOOST_CHECK_THROW(in_parts(100, 1, fail_late), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(what_is_done_between_can_stop_the_rest)
{
    auto const stop = [](std::size_t) { throw std::runtime_error{"stop"}; };
    BOOST_CHECK_THROW(in_parts(1000, 1, [](std::size_t, std::size_t) {}, stop), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
