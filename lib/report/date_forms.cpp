// SPDX-License-Identifier: MIT
// Dates, times, lists and per cents as German and English print them.
#include "report/date_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace knowwho {

namespace {

constexpr std::array<std::string_view, 12> german_months{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
    "August", "September", "Oktober", "November", "Dezember"};
constexpr std::array<std::string_view, 12> english_months{"January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> german_days{"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"};
constexpr std::array<std::string_view, 7> english_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string_view month_name(int month, Language language)
{
    auto const index = static_cast<std::size_t>(std::clamp(month, 1, 12) - 1);
    return language == Language::german ? german_months[index] : english_months[index];
}

std::string day_and_month(PartialDate const& date, Language language)
{
    std::string_view const dot = language == Language::german ? "." : "";
    return fmt::format("{}{} {}", date.day, dot, month_name(date.month, language));
}

std::chrono::sys_days calendar_day(PartialDate const& date)
{
    return std::chrono::sys_days{std::chrono::year{date.year} / date.month / date.day};
}

bool is_next_day(PartialDate const& first, PartialDate const& second)
{
    return calendar_day(second) - calendar_day(first) == std::chrono::days{1};
}

/// "17:15" out of "17:15:00+01:00" or "T17:15", "17:15 UTC" out of "17:15:00Z"; empty for anything else.
std::string time_of_day(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == 'T')) {
        text.remove_prefix(1);
    }
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() >= 5 && digit(text[0]) && digit(text[1]) && text[2] == ':' && digit(text[3]) && digit(text[4])) {
        return std::string{text.substr(0, 5)} + (text.ends_with('Z') ? " UTC" : "");
    }
    return {};
}

std::string span_in_one_month(PartialDate const& starts, PartialDate const& ends, Language language)
{
    if (language == Language::german) {
        return fmt::format("{}. {} {}", starts.day, is_next_day(starts, ends) ? "und" : "bis", long_date(ends, language));
    }
    return fmt::format("{}–{}", starts.day, long_date(ends, language));
}

} // namespace

std::string long_date(PartialDate const& date, Language language)
{
    if (date.month == 0) {
        return fmt::format("{}", date.year);
    }
    if (date.day == 0) {
        return fmt::format("{} {}", month_name(date.month, language), date.year);
    }
    return fmt::format("{} {}", day_and_month(date, language), date.year);
}

std::string date_span(
    std::optional<PartialDate> const& starts, std::optional<PartialDate> const& ends, Language language)
{
    if (!starts || !ends || *starts == *ends) {
        auto const& one = starts ? starts : ends;
        return one ? long_date(*one, language) : std::string{};
    }
    bool const days = starts->day != 0 && ends->day != 0;
    if (days && starts->year == ends->year && starts->month == ends->month) {
        return span_in_one_month(*starts, *ends, language);
    }
    std::string_view const to = language == Language::german ? " bis " : " to ";
    bool const same_year = days && starts->year == ends->year;
    return (same_year ? day_and_month(*starts, language) : long_date(*starts, language)).append(to)
        + long_date(*ends, language);
}

std::string moment(std::string_view written, Language language)
{
    auto const date = written.size() >= 10 ? parse_iso_date(written.substr(0, 10)) : std::nullopt;
    if (!date || date->day == 0) {
        std::string const time = time_of_day(written);
        return time.empty() ? std::string{written} : time;
    }
    auto const& names = language == Language::german ? german_days : english_days;
    std::string out = fmt::format("{}{} {}", names[static_cast<std::size_t>(*weekday(*date))],
        language == Language::german ? "," : "", day_and_month(*date, language));
    std::string const time = time_of_day(written.substr(10));
    return time.empty() ? out : out + ", " + time;
}

std::string moment(std::string_view starts, std::string_view ends, Language language)
{
    std::string out = moment(starts, language);
    bool const dated = ends.size() > 10 && parse_iso_date(ends.substr(0, 10));
    std::string const end = time_of_day(dated ? ends.substr(10) : ends);
    bool const has_time = out.size() >= 5 && out[out.size() - 3] == ':';
    return has_time && !end.empty() ? out + "–" + end : out;
}

std::optional<int> weekday(PartialDate const& date)
{
    if (date.day == 0 || date.month == 0) {
        return std::nullopt;
    }
    return static_cast<int>(std::chrono::weekday{calendar_day(date)}.iso_encoding()) - 1;
}

PartialDate day_after(PartialDate const& date)
{
    std::chrono::year_month_day const next{calendar_day(date) + std::chrono::days{1}};
    return {static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
        static_cast<int>(static_cast<unsigned>(next.day()))};
}

PartialDate next_working_day(PartialDate const& date)
{
    PartialDate next = day_after(date);
    while (*weekday(next) > 4) {
        next = day_after(next);
    }
    return next;
}

std::string per_cent(double share, Language language)
{
    int value = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
    value = share < 1 ? std::min(value, 99) : value;
    value = share > 0 ? std::max(value, 1) : value;
    return fmt::format("{}{}%", value, language == Language::german ? "\u00a0" : "");
}

std::string joined(std::vector<std::string> const& parts, Language language)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        bool const last = i + 1 == parts.size();
        out += i == 0 ? "" : last ? (language == Language::german ? " und " : " and ") : ", ";
        out += parts[i];
    }
    return out;
}

} // namespace knowwho
