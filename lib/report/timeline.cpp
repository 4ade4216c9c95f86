// SPDX-License-Identifier: MIT
// When and where the targets speak, day by day, for the picture on page 1.
#include "report/timeline.hpp"

#include "report/date_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace knowwho {

namespace {

constexpr int usual_length = 30; ///< minutes
constexpr int whole_day = 24 * 60;

bool is_numeral(char c)
{
    return c >= '0' && c <= '9';
}

/// Minutes since midnight of "14:05" in "2026-11-26 14:05" or "2026-11-26T14:05:00+01:00". Nothing of a time in
/// UTC ("Z"): where it is on the clock of the place is not known.
std::optional<int> minutes_of(std::string_view written)
{
    std::size_t const colon = written.find(':');
    if (written.ends_with('Z') || colon == written.npos || colon < 1 || colon + 2 >= written.size() || !is_numeral(written[colon - 1])
        || !is_numeral(written[colon + 1]) || !is_numeral(written[colon + 2])) {
        return std::nullopt;
    }
    bool const two = colon >= 2 && is_numeral(written[colon - 2]);
    int const hour = (two ? (written[colon - 2] - '0') * 10 : 0) + (written[colon - 1] - '0');
    int const minutes = hour * 60 + (written[colon + 1] - '0') * 10 + (written[colon + 2] - '0');
    return minutes < whole_day ? std::optional{minutes} : std::nullopt;
}

std::string clock(int minutes)
{
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<TimelineItem> item_of(Card const& card, Appearance const& appearance)
{
    auto const begins = minutes_of(appearance.sort_key);
    if (!begins) {
        return std::nullopt;
    }
    auto const ends = minutes_of(appearance.ends_key);
    bool const known = ends && *ends > *begins;
    int const until = known ? *ends : std::min(*begins + usual_length, whole_day);
    return TimelineItem{card.number, card.address, *begins, until,
        known ? clock(*begins) + "–" + clock(until) : clock(*begins), appearance.room};
}

/// "2026-11-26"; what else stands before the time ("9 June 2027"); nothing where only a time is given.
std::string date_in(std::string const& sort_key)
{
    if (sort_key.size() >= 10 && parse_iso_date(sort_key.substr(0, 10))) {
        return sort_key.substr(0, 10);
    }
    std::size_t end = sort_key.find(':');
    while (end > 0 && (is_numeral(sort_key[end - 1]) || sort_key[end - 1] == ' ' || sort_key[end - 1] == ',')) {
        --end;
        if (!is_numeral(sort_key[end])) {
            break;
        }
    }
    std::string day = sort_key.substr(0, end);
    while (day.ends_with(' ') || day.ends_with(',')) {
        day.pop_back();
    }
    return day;
}

/// Days as the list writes them can't be put in order, unless there is one only.
bool can_be_ordered(std::map<std::string, std::vector<TimelineItem>> const& days)
{
    return days.size() < 2 || std::all_of(days.begin(), days.end(), [](auto const& entry) {
        return entry.first.size() == 10 && parse_iso_date(entry.first).has_value();
    });
}

} // namespace

Timeline timeline_of(Briefing const& sheet)
{
    std::map<std::string, std::vector<TimelineItem>> days;
    std::size_t count = 0;
    int first = whole_day, last = 0;
    for (auto const& card : sheet.cards) {
        for (auto const& appearance : card.appearances) {
            if (auto item = item_of(card, appearance)) {
                first = std::min(first, item->begins);
                last = std::max(last, item->ends);
                days[date_in(appearance.sort_key)].push_back(std::move(*item));
                ++count;
            }
        }
    }
    Timeline timeline;
    if (count < 2 || !can_be_ordered(days)) {
        return timeline;
    }
    timeline.opens = first / 60 * 60;
    timeline.closes = (last + 59) / 60 * 60;
    for (auto& [date, items] : days) {
        std::stable_sort(items.begin(), items.end(), [](auto const& a, auto const& b) { return a.begins < b.begins; });
        timeline.days.push_back({date.empty() ? std::string{} : moment(date, sheet.language), std::move(items)});
    }
    return timeline;
}

} // namespace knowwho
