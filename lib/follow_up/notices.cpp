// SPDX-License-Identifier: MIT
#include "follow_up/notices.hpp"

#include "store/notebook.hpp"
#include "store/obtained.hpp"
#include "store/settings.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <tuple>

namespace knowwho {
namespace {

using namespace std::chrono;

std::string setting_of(PersonId person)
{
    return fmt::format("notice:{}", person.value);
}

/// A calendar month later, the last day of it where the month is shorter.
Instant a_month_after(Instant instant)
{
    auto const day = floor<days>(instant);
    auto const date = year_month_day{day};
    auto const month = year_month{date.year(), date.month()} + months{1};
    auto const last = year_month_day_last{month.year(), month_day_last{month.month()}};
    return sys_days{month / std::min(date.day(), last.day())} + (instant - day);
}

std::optional<Instant> sent_at(Notebook const& notebook, PersonId person)
{
    auto const text = setting(notebook, setting_of(person));
    auto seconds = std::int64_t{0};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return error == std::errc{} ? std::optional{Instant{std::chrono::seconds{seconds}}} : std::nullopt;
}

std::optional<NoticeDue> notice_of(Notebook const& notebook, Obtained const& one)
{
    auto person = find_acquaintance(notebook, one.person);
    if (!person) {
        return std::nullopt;
    }
    return NoticeDue{*std::move(person), one.since, a_month_after(one.since), sent_at(notebook, one.person)};
}

} // namespace

std::vector<NoticeDue> notices(Notebook const& notebook)
{
    auto all = std::vector<NoticeDue>{};
    for (auto const& one : closer_people(notebook)) {
        if (auto notice = notice_of(notebook, one)) {
            all.push_back(*std::move(notice));
        }
    }
    std::ranges::sort(all, {}, [](NoticeDue const& one) { return std::tuple{one.due, one.person.person}; });
    return all;
}

std::optional<NoticeDue> notice_for(Notebook const& notebook, PersonId person)
{
    auto const found = obtained_since(notebook, person);
    return found ? notice_of(notebook, *found) : std::nullopt;
}

void note_notice_sent(Notebook& notebook, PersonId person, Instant now)
{
    save_setting(notebook, setting_of(person), std::to_string(now.time_since_epoch().count()));
}

} // namespace knowwho
