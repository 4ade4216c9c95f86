// SPDX-License-Identifier: MIT
// The event, the targets' talks and the follow-up slot as a calendar file (RFC 5545).
#include "report/calendar.hpp"

#include "report/date_forms.hpp"
#include "report/phrases.hpp"
#include "text/content_line.hpp"
#include "text/fnv.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {

namespace {

/// 20261126 of a date with a day.
std::string compact(PartialDate const& date)
{
    return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

/// 20261126T141500 of "2026-11-26 14:15", with Z of "2026-11-26T14:15:00Z"; empty without day and time.
std::string compact_moment(std::string const& moment)
{
    auto const date = moment.size() >= 16 ? parse_iso_date(std::string_view{moment}.substr(0, 10)) : std::nullopt;
    bool const timed = date && date->day != 0 && moment[13] == ':' && moment[11] >= '0' && moment[11] <= '2';
    return timed ? fmt::format("{}T{}{}00{}", compact(*date), moment.substr(11, 2), moment.substr(14, 2), moment.ends_with('Z') ? "Z" : "") : std::string{};
}

std::string stamp(Instant now)
{
    std::string out = to_iso(now);
    std::erase_if(out, [](char c) { return c == '-' || c == ':'; });
    return out;
}

class Calendar {
public:
    explicit Calendar(Instant now) : m_stamp(stamp(now))
    {
        m_out += "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//knowwho//briefing//EN\r\nCALSCALE:GREGORIAN\r\n";
    }

    /// `when` holds the lines of beginning and end or duration.
    void event(std::string_view uid, std::string_view title, std::string_view when, std::string_view place, std::string_view note)
    {
        m_out += "BEGIN:VEVENT\r\n";
        m_out += folded_line(fmt::format("UID:{}@knowwho", uid));
        m_out += folded_line("DTSTAMP:" + m_stamp);
        m_out += when;
        m_out += folded_line("SUMMARY:" + escaped_text(title));
        for (auto const& [name, value] : {std::pair{"LOCATION:", place}, std::pair{"DESCRIPTION:", note}}) {
            m_out += value.empty() ? "" : folded_line(name + escaped_text(value));
        }
        m_out += "END:VEVENT\r\n";
    }

    std::string finish() { return m_out + "END:VCALENDAR\r\n"; }

private:
    std::string m_stamp;
    std::string m_out;
};

/// The key of an event that stays the same when the file is made again.
std::string key_of(Briefing const& sheet, std::string_view part)
{
    return fmt::format("{:016x}-{}", fnv1a(sheet.event + sheet.dates), part);
}

void add_event(Calendar& calendar, Briefing const& sheet, EventPlan const& event)
{
    PartialDate const ends = event.ends ? *event.ends : *event.starts;
    std::string const when = fmt::format(
        "DTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\n", compact(*event.starts), compact(day_after(ends)));
    calendar.event(key_of(sheet, "event"), sheet.event, when, sheet.place, "");
}

void add_talks(Calendar& calendar, Briefing const& sheet, Phrases const& phrases)
{
    for (auto const& card : sheet.cards) {
        for (auto const& talk : card.appearances) {
            std::string const begin = compact_moment(talk.sort_key);
            if (begin.empty()) {
                continue;
            }
            std::string const uid = key_of(sheet, fmt::format("talk-{}-{}", card.person.value, begin));
            std::string const title = card.address + ": " + talk.title;
            calendar.event(uid, title, fmt::format("DTSTART:{}\r\nDURATION:PT45M\r\n", begin), talk.room,
                phrases.fill("page_of", {{"page", std::to_string(card.number + 1)}, {"pages", std::to_string(sheet.cards.size() + 2)}}));
        }
    }
}

void add_follow_up(Calendar& calendar, Briefing const& sheet, Phrases const& phrases, EventPlan const& event)
{
    PartialDate const last = event.ends ? *event.ends : *event.starts;
    PartialDate const next = next_working_day(last);
    calendar.event(key_of(sheet, "follow-up"), sheet.event + ": " + std::string{phrases("follow_up")},
        fmt::format("DTSTART:{}T090000\r\nDURATION:PT45M\r\n", compact(next)), "", sheet.follow_up);
    PartialDate const limit = day_after(day_after(day_after(last)));
    calendar.event(key_of(sheet, "limit"), std::string{phrases("box_72")} + ": " + sheet.event,
        fmt::format("DTSTART;VALUE=DATE:{}\r\n", compact(limit)), "", "");
}

} // namespace

std::string to_calendar(Briefing const& briefing, Goals const& goals, Instant now)
{
    Phrases const phrases{briefing.language};
    Calendar calendar{now};
    bool const dated = goals.event.starts && goals.event.starts->day != 0 && (!goals.event.ends || goals.event.ends->day != 0);
    if (dated) {
        add_event(calendar, briefing, goals.event);
        add_follow_up(calendar, briefing, phrases, goals.event);
    }
    add_talks(calendar, briefing, phrases);
    return calendar.finish();
}

} // namespace knowwho
