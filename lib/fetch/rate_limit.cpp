// SPDX-License-Identifier: MIT
#include "fetch/rate_limit.hpp"

#include "fetch/retry.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>

namespace knowwho {
namespace {

constexpr std::int64_t longest_wait = 10LL * 365 * 86400;

/// A whole number, maybe with a fraction that is rounded up; nothing for other words.
std::optional<std::int64_t> number_in(std::string_view text)
{
    text = trimmed(text);
    auto number = std::int64_t{0};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0 || number == std::numeric_limits<std::int64_t>::max()) { // room to round up
        return std::nullopt;
    }
    auto const rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (rest.empty()) {
        return number;
    }
    auto const fraction = rest.starts_with('.') && rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
    return fraction ? std::optional{number + (rest.find_first_not_of('0', 1) != std::string_view::npos ? 1 : 0)} : std::nullopt;
}

/// "2026-11-25T09:15:00.123Z", with or without the fraction; always taken as UTC.
std::optional<Instant> parse_iso_time(std::string_view text)
{
    auto field = [&](std::size_t at, std::size_t length) {
        auto value = -1;
        std::from_chars(text.data() + at, text.data() + at + length, value);
        return value;
    };
    if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    auto const day = std::chrono::year{field(0, 4)} / field(5, 2) / field(8, 2);
    if (!day.ok() || field(11, 2) < 0 || field(14, 2) < 0 || field(17, 2) < 0) {
        return std::nullopt;
    }
    return std::chrono::sys_days{day} + std::chrono::hours{field(11, 2)} + std::chrono::minutes{field(14, 2)} + std::chrono::seconds{field(17, 2)};
}

std::optional<std::chrono::seconds> wait_until(Instant when, Instant now)
{
    return std::clamp(std::chrono::duration_cast<std::chrono::seconds>(when - now), std::chrono::seconds{0}, std::chrono::seconds{longest_wait});
}

/// A parameter of a structured field: "remaining=0", "r=0"; several limits may stand in one field.
std::string_view parameter(std::string_view item, std::string_view name)
{
    for (auto at = item.find(name); at != std::string_view::npos; at = item.find(name, at + 1)) {
        auto const begins = at == 0 || item[at - 1] == ' ' || item[at - 1] == ',' || item[at - 1] == ';';
        auto const rest = item.substr(at + name.size());
        if (begins && rest.starts_with('=')) {
            return rest.substr(1, rest.find_first_of(",; ", 1) - 1);
        }
    }
    return {};
}

/// The longest wait among the limits of a RateLimit field that are spent.
std::optional<std::chrono::seconds> wait_by_field(std::string_view field)
{
    auto longest = std::optional<std::chrono::seconds>{};
    auto const take = [&](std::string_view left, std::string_view reset) {
        if (auto const seconds = number_in(reset); seconds && number_in(left) == 0) {
            longest = std::max(longest.value_or(std::chrono::seconds{0}), std::chrono::seconds{std::min(*seconds, longest_wait)});
        }
    };
    take(parameter(field, "remaining"), parameter(field, "reset"));
    while (!field.empty()) {
        auto const end = std::min(field.find(','), field.size());
        take(parameter(field.substr(0, end), "r"), parameter(field.substr(0, end), "t"));
        field.remove_prefix(std::min(end + 1, field.size()));
    }
    return longest;
}

} // namespace

std::optional<std::chrono::seconds> parse_reset(std::string_view value, Instant now)
{
    constexpr std::int64_t shortest_epoch = 1'000'000'000; // September 2001: no server makes anybody wait for 30 years
    constexpr std::int64_t shortest_milliseconds = 100'000'000'000;
    value = trimmed(value);
    if (auto const number = number_in(value)) {
        if (*number < shortest_epoch) {
            return std::chrono::seconds{std::min(*number, longest_wait)};
        }
        return wait_until(Instant{std::chrono::seconds{*number >= shortest_milliseconds ? *number / 1000 : *number}}, now);
    }
    auto const date = parse_iso_time(value);
    auto const when = date ? date : parse_http_date(value);
    return when ? wait_until(*when, now) : std::nullopt;
}

std::optional<std::chrono::seconds> wait_for_quota(Response const& response, Instant now)
{
    if (auto const wait = wait_by_field(response.header("ratelimit"))) {
        return wait;
    }
    for (auto const* const prefix : {"x-ratelimit-", "x-rate-limit-", "ratelimit-"}) {
        auto const left = response.header(std::string{prefix} + "remaining");
        auto const reset = response.header(std::string{prefix} + "reset");
        auto const spent = number_in(left) == 0 || (left.empty() && response.status == 429);
        if (spent && !reset.empty()) {
            return parse_reset(reset, now);
        }
    }
    return std::nullopt;
}

} // namespace knowwho
