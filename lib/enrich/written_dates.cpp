// SPDX-License-Identifier: MIT
// Dates as people write them in German and English text, in addresses and in machine form.
#include "enrich/written_dates.hpp"

#include "data/resources.hpp"
#include "enrich/date_cursor.hpp"
#include "text/latin.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>
#include <unordered_map>

namespace knowwho {

namespace {

constexpr std::size_t longest_text = 4096;

int date_number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// A day that the calendar has, within the years that a page can be from.
std::optional<PartialDate> checked(int year, int month, int day)
{
    using namespace std::chrono;
    if (year < 1990 || year > 2100 || month < 1 || month > 12) {
        return std::nullopt;
    }
    year_month_day const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day == 0 ? 1 : day)}};
    if (day < 0 || day > 31 || !date.ok()) {
        return std::nullopt;
    }
    return PartialDate{year, month, day};
}

int month_number(std::string_view word)
{
    static std::unordered_map<std::string_view, int> const months = [] {
        std::unordered_map<std::string_view, int> table;
        for (auto const& row : read_rows(resource("lexicon/months.tsv"))) {
            table.emplace(row.at(0), date_number(row.at(1)));
        }
        return table;
    }();
    auto const found = months.find(latin_lower(word));
    return found == months.end() ? 0 : found->second;
}

int full_year(std::string_view digits)
{
    int const value = date_number(digits);
    if (digits.size() == 4) {
        return value;
    }
    return digits.size() == 2 ? (value < 70 ? 2000 + value : 1900 + value) : 0;
}

std::optional<WrittenDate> at_place(std::optional<PartialDate> date, std::size_t begin, DateCursor const& cursor)
{
    return date && !cursor.at_digit() ? std::optional{WrittenDate{*date, begin, cursor.at()}} : std::nullopt;
}

/// 2026-11-25, 2026/11/25, 2026.11.25, behind the year.
std::optional<WrittenDate> year_first(DateCursor cursor, std::size_t begin, std::string_view year)
{
    char const mark = cursor.take('-') ? '-' : cursor.take('/') ? '/' : cursor.take('.') ? '.' : 0;
    auto const month = mark != 0 ? cursor.digits() : std::string_view{};
    if (month.empty() || month.size() > 2 || !cursor.take(mark)) {
        return std::nullopt;
    }
    auto const day = cursor.digits();
    if (day.empty() || day.size() > 2) {
        return std::nullopt;
    }
    return at_place(checked(date_number(year), date_number(month), date_number(day)), begin, cursor);
}

/// 25 | 11 | 2026, behind the first number.
std::optional<WrittenDate> between_bars(DateCursor cursor, std::size_t begin, std::string_view first)
{
    cursor.skip(" ");
    bool const bar = cursor.take('|');
    cursor.skip(" ");
    auto const second = bar ? cursor.digits() : std::string_view{};
    cursor.skip(" ");
    if (second.empty() || second.size() > 2 || !cursor.take('|')) {
        return std::nullopt;
    }
    cursor.skip(" ");
    auto const year = cursor.digits();
    return year.size() == 4 ? at_place(checked(full_year(year), date_number(second), date_number(first)), begin, cursor) : std::nullopt;
}

/// 25.11.2026, 25. 11. 26, 25-11-2026, 25/11/2026 or 11/25/2026, behind the first number.
std::optional<WrittenDate> numbers_only(DateCursor cursor, std::size_t begin, std::string_view first)
{
    char const mark = cursor.take('.') ? '.' : cursor.take('/') ? '/' : cursor.take('-') ? '-' : 0;
    if (mark == 0) {
        return std::nullopt;
    }
    cursor.skip(mark == '.' ? " " : "");
    auto const second = cursor.digits();
    if (second.empty() || second.size() > 2 || !cursor.take(mark)) {
        return std::nullopt;
    }
    cursor.skip(mark == '.' ? " " : "");
    auto const year = cursor.digits();
    if (year.size() != 4 && (year.size() != 2 || mark != '.')) {
        return std::nullopt;
    }
    bool const month_first = mark == '/' && date_number(second) > 12;
    bool const american = mark == '/' && date_number(first) <= 12;
    int const day = month_first || american ? date_number(second) : date_number(first);
    int const month = month_first || american ? date_number(first) : date_number(second);
    return at_place(checked(full_year(year), month, day), begin, cursor);
}

/// 25. November 2026, 25th of November 2026, 25 Nov. 2026, behind the day.
std::optional<WrittenDate> day_first(DateCursor cursor, std::size_t begin, std::string_view day)
{
    if (day.size() > 2) {
        return std::nullopt;
    }
    cursor.skip(". -");
    auto word = cursor.word();
    if (word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of") {
        cursor.skip(". ");
        word = cursor.word();
        if (word == "of") {
            cursor.skip(" ");
            word = cursor.word();
        }
    }
    int const month = month_number(word);
    cursor.skip("., -");
    auto const year = month == 0 ? std::string_view{} : cursor.digits();
    if (year.size() != 4 && year.size() != 2) {
        return std::nullopt;
    }
    return at_place(checked(full_year(year), month, date_number(day)), begin, cursor);
}

/// November 25, 2026; November 25th 2026; November 2026, behind the month.
std::optional<WrittenDate> month_first(DateCursor cursor, std::size_t begin, int month)
{
    cursor.skip("., ");
    auto const first = cursor.digits();
    if (first.size() == 4) {
        return at_place(checked(date_number(first), month, 0), begin, cursor);
    }
    if (first.empty() || first.size() > 2) {
        return std::nullopt;
    }
    if (cursor.at_letter()) {
        auto const ending = cursor.word();
        if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") {
            return std::nullopt;
        }
    }
    cursor.skip("., ");
    auto const year = cursor.digits();
    if (year.size() != 4) {
        return std::nullopt;
    }
    return at_place(checked(date_number(year), month, date_number(first)), begin, cursor);
}

std::optional<WrittenDate> date_at(std::string_view text, std::size_t begin)
{
    DateCursor cursor{text, begin};
    if (cursor.at_letter()) {
        int const month = month_number(cursor.word());
        return month == 0 ? std::nullopt : month_first(cursor, begin, month);
    }
    auto const digits = cursor.digits();
    if (digits.size() == 4) {
        return year_first(cursor, begin, digits);
    }
    if (digits.empty() || digits.size() > 2) {
        return std::nullopt;
    }
    auto const bars = between_bars(cursor, begin, digits);
    auto const plain = bars ? bars : numbers_only(cursor, begin, digits);
    return plain ? plain : day_first(cursor, begin, digits);
}

std::optional<PartialDate> from_unix_time(std::string_view digits)
{
    if (digits.size() != 10 && digits.size() != 13) {
        return std::nullopt;
    }
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    seconds = digits.size() == 13 ? seconds / 1000 : seconds;
    PartialDate const date = day_of(Instant{std::chrono::seconds{seconds}});
    return checked(date.year, date.month, date.day);
}

/// 20261125 or 20261125T0830.
std::optional<PartialDate> from_eight_digits(std::string_view text)
{
    if (text.size() < 8 || text.substr(0, 8).find_first_not_of("0123456789") != std::string_view::npos
        || (text.size() > 8 && is_date_digit(text[8]))) {
        return std::nullopt;
    }
    return checked(date_number(text.substr(0, 4)), date_number(text.substr(4, 2)), date_number(text.substr(6, 2)));
}

} // namespace

std::optional<WrittenDate> find_date(std::string_view text)
{
    text = text.substr(0, longest_text);
    for (std::size_t at = 0; at < text.size();) {
        bool const digit = is_date_digit(text[at]);
        if (!digit && !is_date_letter(text[at])) {
            ++at;
            continue;
        }
        if (auto const found = date_at(text, at)) {
            return found;
        }
        while (at < text.size() && (digit ? is_date_digit(text[at]) : is_date_letter(text[at]))) {
            ++at;
        }
    }
    return std::nullopt;
}

std::optional<PartialDate> date_in_address(std::string_view address)
{
    for (std::size_t at = 0; at + 8 <= address.size(); ++at) {
        if (!is_date_digit(address[at]) || (at > 0 && is_date_digit(address[at - 1]))) {
            continue;
        }
        DateCursor cursor{address, at};
        auto const digits = cursor.digits();
        if (digits.size() == 4) {
            if (auto const found = year_first(cursor, at, digits)) {
                return found->date;
            }
        } else if (digits.size() == 2) {
            if (auto const found = numbers_only(cursor, at, digits)) {
                return found->date;
            }
        } else if (auto const date = from_eight_digits(address.substr(at)); date && digits.empty()) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<PartialDate> read_date(std::string_view value)
{
    value.remove_prefix(std::min(value.find_first_not_of(" \n\t"), value.size()));
    if (auto const date = from_unix_time(value)) {
        return date;
    }
    if (auto const date = from_eight_digits(value)) {
        return date;
    }
    auto const found = find_date(value);
    return found ? std::optional{found->date} : std::nullopt;
}

} // namespace knowwho
