// SPDX-License-Identifier: MIT
#include "model/date.hpp"

#include <charconv>
#include <fmt/format.h>

namespace knowwho {
namespace {

std::optional<int> parse_digits(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') {
        return std::nullopt;
    }
    return number;
}

bool exists(PartialDate const& date)
{
    using namespace std::chrono;
    if (date.year < 1 || date.year > 9999) {
        return false;
    }
    if (date.month == 0) {
        return date.day == 0;
    }
    auto const the_year = year{date.year};
    auto const the_month = month{static_cast<unsigned>(date.month)};
    if (date.day == 0) {
        return the_month.ok();
    }
    return year_month_day{the_year, the_month, day{static_cast<unsigned>(date.day)}}.ok();
}

std::chrono::sys_days middle_of(PartialDate const& date)
{
    using namespace std::chrono;
    auto const month_number = static_cast<unsigned>(date.month == 0 ? 7 : date.month);
    auto const day_number = static_cast<unsigned>(date.day != 0 ? date.day : date.month == 0 ? 1 : 15);
    return sys_days{year{date.year} / month{month_number} / day{day_number}};
}

} // namespace

std::optional<PartialDate> parse_iso_date(std::string_view text)
{
    if (text.size() > 10) {
        if (text[10] != 'T' && text[10] != ' ') {
            return std::nullopt;
        }
        text = text.substr(0, 10);
    }
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return std::nullopt;
    }
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) {
        return std::nullopt;
    }
    auto const the_year = parse_digits(text.substr(0, 4));
    auto const the_month = text.size() > 4 ? parse_digits(text.substr(5, 2)) : 0;
    auto const the_day = text.size() > 7 ? parse_digits(text.substr(8, 2)) : 0;
    if (!the_year || !the_month || !the_day) {
        return std::nullopt;
    }
    auto const date = PartialDate{*the_year, *the_month, *the_day};
    bool const zero_written = (text.size() > 4 && date.month == 0) || (text.size() > 7 && date.day == 0);
    if (zero_written || !exists(date)) {
        return std::nullopt;
    }
    return date;
}

std::string to_iso(PartialDate const& date)
{
    if (date.month == 0) {
        return fmt::format("{:04}", date.year);
    }
    if (date.day == 0) {
        return fmt::format("{:04}-{:02}", date.year, date.month);
    }
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_iso(Instant instant)
{
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    auto const time = std::chrono::hh_mm_ss{instant - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day_of(instant)), time.hours().count(),
        time.minutes().count(), time.seconds().count());
}

PartialDate day_of(Instant instant)
{
    auto const date = std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(instant)};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day()))};
}

int days_between(PartialDate const& earlier, PartialDate const& later)
{
    return static_cast<int>((middle_of(later) - middle_of(earlier)).count());
}

} // namespace knowwho
