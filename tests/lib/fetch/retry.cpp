// SPDX-License-Identifier: MIT
// Retry-After in both forms, and waits that grow but differ.
#include "fetch/retry.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(retry)
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

auto const noon = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + std::chrono::hours{12}};

} // namespace

BOOST_AUTO_TEST_CASE(retry_after_may_be_seconds_or_a_date)
{
    BOOST_TEST((parse_retry_after("120", noon) == seconds{120}));
    BOOST_TEST((parse_retry_after(" 0", noon) == seconds{0}));
    BOOST_TEST((parse_retry_after("Wed, 25 Nov 2026 12:00:30 GMT", noon) == seconds{30}));
    BOOST_TEST((parse_retry_after("Wednesday, 25-Nov-26 12:01:00 GMT", noon) == seconds{60}));
    BOOST_TEST((parse_retry_after("Wed, 25 Nov 2026 11:00:00 GMT", noon) == seconds{0}));
    BOOST_TEST(!parse_retry_after("soon", noon).has_value());
    BOOST_TEST(!parse_retry_after("", noon).has_value());
}

BOOST_AUTO_TEST_CASE(waits_double_within_their_upper_half)
{
    auto backoff = Backoff{7};
    for (auto failures = 1; failures <= 4; ++failures) {
        auto const step = milliseconds{2000} * (1 << (failures - 1));
        auto const wait = backoff.wait_after(failures, {});
        BOOST_TEST((wait >= step / 2 && wait <= step), wait.count());
    }
    BOOST_TEST((backoff.wait_after(1000, {}) <= milliseconds{60'000}));
}

BOOST_AUTO_TEST_CASE(the_same_seed_waits_the_same)
{
    auto one = Backoff{42};
    auto same = Backoff{42};
    auto other = Backoff{43};
    auto const wait = one.wait_after(3, {});
    BOOST_TEST((wait == same.wait_after(3, {})));
    BOOST_TEST((wait != other.wait_after(3, {})));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
