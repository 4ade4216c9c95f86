// SPDX-License-Identifier: MIT
// What servers write when a quota is spent, and how long that is.
#include "fetch/rate_limit.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(rate_limit)
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Told {
    Headers headers;
    int seconds; ///< -1: nothing to wait for
};

std::ostream& operator<<(std::ostream& out, Told const& one)
{
    for (auto const& [name, value] : one.headers) {
        out << name << ": " << value << "; ";
    }
    return out;
}

/// 2026-11-25T09:00:00Z
Instant const now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + std::chrono::hours{9};

Told const told[] = {
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "40"}}, 40},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "1795597240"}}, 40},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "1795597240000"}}, 40},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "2026-11-25T09:00:40.123456Z"}}, 40},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "Wed, 25 Nov 2026 09:00:40 GMT"}}, 40},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "1795597000"}}, 0},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "0.25"}}, 1},
    {{{"x-rate-limit-remaining", "0"}, {"x-rate-limit-reset", "7"}}, 7},
    {{{"ratelimit-remaining", "0"}, {"ratelimit-reset", "3600"}}, 3600},
    {{{"ratelimit", "limit=100, remaining=0, reset=50"}}, 50},
    {{{"ratelimit", "\"default\";r=0;t=30"}}, 30},
    {{{"ratelimit", "\"minute\";r=0;t=20, \"day\";r=0;t=500, \"year\";r=9;t=90000"}}, 500},
    {{{"x-ratelimit-remaining", "1"}, {"x-ratelimit-reset", "40"}}, -1},
    {{{"ratelimit", "limit=100, remaining=3, reset=50"}}, -1},
    {{{"ratelimit", "\"default\";r=5;t=30"}}, -1},
    {{{"x-ratelimit-remaining", "0"}}, -1},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "tomorrow"}}, -1},
    {{{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "-3"}}, -1},
    {{{"x-ratelimit-remaining-usd", "0.0990"}, {"x-ratelimit-reset", "40"}}, -1},
    {{{"ratelimit", ";;,,=r=t=0"}}, -1},
};

} // namespace

BOOST_DATA_TEST_CASE(a_spent_quota_tells_its_wait, boost::unit_test::data::make(told), one)
{
    auto response = Response{};
    response.headers = one.headers;
    auto const wait = wait_for_quota(response, now);
    BOOST_TEST(wait.value_or(std::chrono::seconds{-1}).count() == one.seconds);
}

BOOST_AUTO_TEST_CASE(too_many_requests_needs_no_count)
{
    auto response = Response{};
    response.headers = {{"ratelimit-reset", "12"}};
    BOOST_TEST(!wait_for_quota(response, now).has_value());
    response.status = 429;
    BOOST_TEST(wait_for_quota(response, now).value_or(std::chrono::seconds{-1}).count() == 12);
}

BOOST_AUTO_TEST_CASE(no_number_makes_anybody_wait_for_ever)
{
    BOOST_TEST(parse_reset("999999999", now)->count() <= 10 * 365 * 86400);
    BOOST_TEST(parse_reset("99999999999999999", now)->count() <= 10 * 365 * 86400);
    BOOST_TEST(!parse_reset("99999999999999999999999", now).has_value());
    BOOST_TEST(!parse_reset("9223372036854775807.5", now).has_value()); // could not be rounded up
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
