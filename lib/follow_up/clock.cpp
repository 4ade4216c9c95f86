// SPDX-License-Identifier: MIT
#include "follow_up/clock.hpp"

#include <fmt/format.h>

namespace knowwho {
namespace {

using namespace std::chrono;

std::string span_of(seconds length)
{
    auto const whole_days = duration_cast<days>(length).count();
    if (whole_days >= 2) {
        return fmt::format("{} days", whole_days);
    }
    auto const whole_hours = duration_cast<hours>(length).count();
    return whole_hours == 1 ? std::string{"1 hour"} : fmt::format("{} hours", whole_hours);
}

} // namespace

Urgency urgency(Instant due, Instant now)
{
    if (due < now) {
        return Urgency::overdue;
    }
    if (due - now <= hours{24}) {
        return Urgency::pressing;
    }
    return due - now <= first_word_within ? Urgency::soon : Urgency::later;
}

std::string time_left(Instant due, Instant now)
{
    auto const left = due - now;
    if (abs(left) < hours{1}) {
        return left.count() < 0 ? "just overdue" : "due now";
    }
    return left.count() < 0 ? fmt::format("overdue by {}", span_of(-left)) : fmt::format("due in {}", span_of(left));
}

Instant end_of(PartialDate const& date)
{
    auto const last_month = year{date.year} / (date.month == 0 ? 12 : date.month);
    auto const day_of_month = date.day == 0 ? year_month_day_last{last_month.year(), month_day_last{last_month.month()}}.day() : day{static_cast<unsigned>(date.day)};
    return sys_days{last_month / day_of_month} + hours{17};
}

} // namespace knowwho
