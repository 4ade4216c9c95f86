// SPDX-License-Identifier: MIT
// Talks whose time and room stand in brackets behind the title, as office lists write them.
#include "text/talk_cells.hpp"

#include "text/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// One or two digits at `at`, followed by `mark` and, if wanted, two more: 9:30, 11.15, 26.11.
struct Pair {
    int first = 0, second = 0;
};

std::optional<Pair> pair_in(std::string_view text, char mark)
{
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && at - begin < 2 && is_digit(text[begin - 1])) {
            --begin;
        }
        std::size_t end = at + 1;
        while (end < text.size() && end - at <= 2 && is_digit(text[end])) {
            ++end;
        }
        if (begin < at && end - at > 1) {
            auto const number = [&](std::size_t from, std::size_t to) {
                int value = 0;
                for (std::size_t i = from; i < to; ++i) {
                    value = value * 10 + (text[i] - '0');
                }
                return value;
            };
            return Pair{number(begin, at), number(at + 1, end)};
        }
    }
    return std::nullopt;
}

/// What the brackets hold.
struct Slot {
    std::optional<Pair> time, day;
    std::string room;
};

Slot read_slot(std::string_view text)
{
    Slot slot;
    while (!text.empty()) {
        std::size_t const comma = std::min(text.find(','), text.size());
        std::string_view const part = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        auto const time = pair_in(part, ':');
        auto const day = pair_in(part, '.');
        slot.time = slot.time ? slot.time : time;
        slot.day = slot.day ? slot.day : day;
        if (!time && !day && !part.empty()) {
            slot.room = part;
        }
    }
    return slot;
}

std::string moment_of(Slot const& slot, EventPlan const& event)
{
    std::string time = fmt::format("{:02}:{:02}", slot.time->first, slot.time->second);
    bool const dated = slot.day && event.starts && slot.day->second >= 1 && slot.day->second <= 12;
    if (!dated) {
        return time;
    }
    PartialDate const day{event.starts->year, slot.day->second, slot.day->first};
    return parse_iso_date(to_iso(day)) ? to_iso(day) + " " + time : time;
}

} // namespace

Talk with_time_and_room(Talk const& talk, EventPlan const& event)
{
    std::string_view const title = trimmed(talk.title);
    std::size_t const open = title.rfind('(');
    bool const plain = !talk.starts.empty() || !talk.room.empty() || !title.ends_with(')') || open == title.npos || open == 0;
    if (plain) {
        return talk;
    }
    Slot const slot = read_slot(title.substr(open + 1, title.size() - open - 2));
    if (!slot.time || slot.time->first > 23 || slot.time->second > 59) {
        return talk;
    }
    Talk out = talk;
    out.title = trimmed(title.substr(0, open));
    out.starts = moment_of(slot, event);
    out.room = slot.room;
    return out;
}

std::vector<Talk> talks_of(RosterRow const& row, EventPlan const& event)
{
    std::vector<Talk> talks;
    for (auto const& talk : row.talks) {
        talks.push_back(with_time_and_room(talk, event));
    }
    std::stable_sort(talks.begin(), talks.end(), [](Talk const& a, Talk const& b) { return a.starts < b.starts; });
    return talks;
}

} // namespace knowwho
