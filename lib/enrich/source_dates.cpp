// SPDX-License-Identifier: MIT
#include "enrich/source_dates.hpp"

#include "fetch/retry.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

namespace knowwho {
namespace {

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::int64_t number(std::string_view digits)
{
    auto value = std::int64_t{0};
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// "2026", "2026 5", "2026,5,11".
std::optional<PartialDate> from_parts(std::string_view text)
{
    auto parts = std::vector<std::int64_t>{};
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of(", "), text.size());
        if (!all_digits(text.substr(0, end))) {
            return std::nullopt;
        }
        parts.push_back(number(text.substr(0, end)));
        text.remove_prefix(std::min(text.find_first_not_of(", ", end), text.size()));
    }
    if (parts.empty() || parts.size() > 3 || parts[0] < 1000 || parts[0] > 9999) {
        return std::nullopt;
    }
    parts.resize(3, 0);
    auto const month = parts[1] <= 12 ? static_cast<int>(parts[1]) : 0;
    auto const day = month != 0 && parts[2] <= 31 ? static_cast<int>(parts[2]) : 0;
    return PartialDate{static_cast<int>(parts[0]), month, day};
}

/// "2026-00-00T…" of Wikidata: a zero is an unknown part.
std::optional<PartialDate> from_iso(std::string_view text)
{
    auto const day = text.substr(0, 10);
    if (day.ends_with("-00-00")) {
        return parse_iso_date(day.substr(0, 4));
    }
    return parse_iso_date(day.ends_with("-00") ? day.substr(0, 7) : text);
}

std::optional<PartialDate> from_compact(std::string_view text)
{
    if (text.size() < 8 || !all_digits(text.substr(0, 8)) || (text.size() > 8 && text[8] != 'T')) {
        return std::nullopt;
    }
    auto iso = std::string{text.substr(0, 4)} + "-" + std::string{text.substr(4, 2)} + "-" + std::string{text.substr(6, 2)};
    return parse_iso_date(iso);
}

/// "11.05.2026".
std::optional<PartialDate> from_german(std::string_view text)
{
    auto const first = text.find('.');
    auto const second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || first > 2 || second - first > 3 || !all_digits(text.substr(0, first))
        || !all_digits(text.substr(first + 1, second - first - 1)) || !all_digits(text.substr(second + 1, 4))
        || text.size() != second + 5) {
        return std::nullopt;
    }
    auto const two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return parse_iso_date(std::string{text.substr(second + 1)} + "-" + two(number(text.substr(first + 1, second - first - 1))) + "-"
        + two(number(text.substr(0, first))));
}

std::optional<PartialDate> from_epoch(std::string_view text)
{
    constexpr auto thirteen = 13U; // digits of milliseconds in our time
    if (!all_digits(text) || text.size() < 9 || text.size() > thirteen) {
        return std::nullopt;
    }
    auto const seconds = text.size() >= 12 ? number(text) / 1000 : number(text);
    return day_of(Instant{std::chrono::seconds{seconds}});
}

} // namespace

std::optional<PartialDate> parse_source_date(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    for (auto* const form : {&from_epoch, &from_compact, &from_iso, &from_german, &from_parts}) {
        if (auto const date = form(text)) {
            return date;
        }
    }
    auto const instant = parse_http_date(text);
    return instant ? std::optional{day_of(*instant)} : std::nullopt;
}

} // namespace knowwho
