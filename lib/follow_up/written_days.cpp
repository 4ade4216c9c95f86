// SPDX-License-Identifier: MIT
#include "follow_up/written_days.hpp"

#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <vector>

namespace knowwho {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> german_months{"januar", "februar", "marz", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "dezember"};
constexpr std::array<std::string_view, 12> english_months{"january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> german_weekdays{"sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"};
constexpr std::array<std::string_view, 7> english_weekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

template <std::size_t count>
int place_in(std::array<std::string_view, count> const& words, std::string_view word)
{
    auto const found = std::ranges::find(words, word);
    return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

/// 1 to 12, or 0.
int month_named(std::string_view word)
{
    return std::max(place_in(german_months, word), place_in(english_months, word)) + 1;
}

int number_in(std::string_view word)
{
    int number = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc{} && end == word.data() + word.size() ? number : -1;
}

std::optional<PartialDate> day_if_real(int year_of, int month_of, int day_of_month)
{
    auto const date = year{year_of} / month_of / day_of_month;
    bool const is_one = month_of > 0 && day_of_month > 0 && year_of > 1900 && year_of < 2200 && date.ok();
    return is_one ? std::optional{PartialDate{year_of, month_of, day_of_month}} : std::nullopt;
}

PartialDate partial(sys_days day)
{
    auto const date = year_month_day{day};
    return {static_cast<int>(date.year()), static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()})};
}

sys_days whole(PartialDate date) { return sys_days{year{date.year} / date.month / date.day}; }

/// Day, month and, if there is one, year ("26" is 2026); the words of "26.11.26", "26. November", "November 26 2026".
struct Parts {
    int day = -1;
    int month = -1;
    int year = -1;
};

std::optional<Parts> parts_of(std::vector<std::string_view> const& words)
{
    if (words.size() < 2 || words.size() > 3) {
        return std::nullopt;
    }
    auto parts = Parts{number_in(words[0]), month_named(words[1]), -1};
    if (month_named(words[0]) > 0) {
        parts = {number_in(words[1]), month_named(words[0]), -1};
    } else if (parts.month == 0) {
        parts.month = number_in(words[1]);
    }
    if (words.size() == 3) {
        parts.year = number_in(words[2]);
        parts.year += parts.year >= 0 && parts.year < 100 ? (parts.year < 70 ? 2000 : 1900) : 0;
    }
    bool const sound = parts.day > 0 && parts.month > 0 && (words.size() == 2 || parts.year > 0);
    return sound ? std::optional{parts} : std::nullopt;
}

std::optional<PartialDate> next_day_of_year(int month_of, int day_of_month, PartialDate today)
{
    for (int year_of = today.year; year_of < today.year + 5; ++year_of) {
        auto const day = day_if_real(year_of, month_of, day_of_month);
        if (day && days_between(today, *day) >= 0) {
            return day;
        }
    }
    return std::nullopt;
}

PartialDate last_of_month(int year_of, int month_of)
{
    return partial(sys_days{year{year_of} / month_of / last});
}

/// The middle of the month, if `part` says so, else its last day: the next one from `today` on.
PartialDate of_month(std::string_view part, int month_of, PartialDate today)
{
    bool const middle = part == "mitte" || part == "mid" || part == "middle";
    auto const of_year = [&](int year_of) { return middle ? PartialDate{year_of, month_of, 15} : last_of_month(year_of, month_of); };
    auto const this_year = of_year(today.year);
    return this_year < today ? of_year(today.year + 1) : this_year;
}

PartialDate friday_of_week(PartialDate today, int weeks)
{
    auto const day = whole(today);
    auto const since_monday = (weekday{day} - Monday).count();
    return partial(day + days{4 - since_monday + 7L * weeks});
}

std::optional<PartialDate> by_weekday(std::string_view word, PartialDate today)
{
    int const wanted = std::max(place_in(german_weekdays, word), place_in(english_weekdays, word));
    if (wanted < 0) {
        return std::nullopt;
    }
    auto const ahead = (weekday{static_cast<unsigned>(wanted)} - weekday{whole(today)}).count();
    return partial(whole(today) + days{ahead == 0 ? 7 : ahead});
}

/// What is said in words that stand alone.
std::optional<PartialDate> by_phrase(std::string_view phrase, PartialDate today)
{
    struct Phrase {
        std::string_view words;
        int days;
    };
    static constexpr Phrase phrases[] = {{"heute", 0}, {"today", 0}, {"morgen", 1}, {"tomorrow", 1}, {"ubermorgen", 2}};
    auto const* const found = std::ranges::find(phrases, phrase, &Phrase::words);
    if (found != std::end(phrases)) {
        return partial(whole(today) + days{found->days});
    }
    if (phrase == "ende der woche" || phrase == "wochenende" || phrase == "diese woche" || phrase == "end of the week" || phrase == "this week") {
        auto const friday = friday_of_week(today, 0);
        return days_between(today, friday) >= 0 ? friday : today;
    }
    if (phrase == "nachste woche" || phrase == "ende nachster woche" || phrase == "kommende woche" || phrase == "next week" || phrase == "end of next week") {
        return friday_of_week(today, 1);
    }
    if (phrase == "monatsende" || phrase == "ende des monats" || phrase == "end of the month") {
        return last_of_month(today.year, today.month);
    }
    return std::nullopt;
}

std::string_view without_beginnings(std::string_view folded)
{
    for (std::string_view const word : {"am ", "zum ", "zur ", "den ", "dem ", "on ", "the ", "nachsten ", "nachster ", "kommenden ", "next "}) {
        bool const week = folded.ends_with("week") || folded.ends_with("woche");
        folded.remove_prefix(folded.starts_with(word) && !week ? word.size() : 0);
    }
    return folded;
}

} // namespace

std::optional<PartialDate> parse_full_day(std::string_view text)
{
    if (auto const iso = parse_iso_date(trimmed(text))) {
        return iso->day != 0 ? iso : std::nullopt;
    }
    auto const folded = fold(text);
    auto const parts = parts_of(split_at_blanks(folded));
    return parts && parts->year > 0 ? day_if_real(parts->year, parts->month, parts->day) : std::nullopt;
}

std::optional<PartialDate> parse_deadline(std::string_view text, PartialDate today)
{
    if (auto const day = parse_full_day(text)) {
        return day;
    }
    auto const folded = fold(text);
    auto const phrase = without_beginnings(folded);
    if (auto const day = by_phrase(phrase, today)) {
        return day;
    }
    auto words = split_at_blanks(phrase);
    if (words.size() == 1) {
        auto const month_of = month_named(words[0]);
        return month_of > 0 ? std::optional{of_month({}, month_of, today)} : by_weekday(words[0], today);
    }
    std::erase(words, "of");
    bool const part = words.size() == 2 && (words[0] == "ende" || words[0] == "end" || words[0] == "mitte" || words[0] == "mid" || words[0] == "middle");
    if (part) {
        auto const month_of = month_named(words[1]);
        return month_of > 0 ? std::optional{of_month(words[0], month_of, today)} : std::nullopt;
    }
    auto const parts = parts_of(words);
    return parts && parts->year < 0 ? next_day_of_year(parts->month, parts->day, today) : std::nullopt;
}

std::string parse_birthday(std::string_view text)
{
    auto const written = trimmed(text);
    if (auto const day = parse_full_day(written)) {
        return to_iso(*day);
    }
    bool const in_iso = written.size() == 7 && written.starts_with("--") && written[4] == '-';
    auto const folded = fold(in_iso ? fmt::format("{} {}", written.substr(5), written.substr(2, 2)) : std::string{written});
    auto const parts = parts_of(split_at_blanks(folded));
    bool const is_one = parts && parts->year < 0 && day_if_real(2000, parts->month, parts->day);
    return is_one ? fmt::format("--{:02}-{:02}", parts->month, parts->day) : std::string{};
}

} // namespace knowwho
