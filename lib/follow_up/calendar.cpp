// SPDX-License-Identifier: MIT
#include "follow_up/calendar.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <libical/ical.h>
#include <memory>

namespace knowwho {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype time_of(Instant instant)
{
    return icaltime_from_timet_with_zone(instant.time_since_epoch().count(), 0, icaltimezone_get_utc_timezone());
}

/// The component takes the property over.
void add(icalcomponent* to, icalproperty* property)
{
    icalcomponent_add_property(to, property);
}

/// NUL ends a C string, so it must not cut a text short.
std::string c_text(std::string text)
{
    std::erase(text, '\0');
    return text;
}

icalcomponent* alarm_for(CalendarEntry const& entry)
{
    auto* const alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    auto before = icaltriggertype{};
    before.time = icaltime_null_time();
    before.duration = icaldurationtype_from_int(-24 * 60 * 60);
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(alarm, icalproperty_new_trigger(before));
    add(alarm, icalproperty_new_description(c_text(entry.summary).c_str()));
    return alarm;
}

icalcomponent* event_for(CalendarEntry const& entry)
{
    auto* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid(c_text(entry.uid).c_str()));
    add(event, icalproperty_new_dtstamp(time_of(entry.changed_at)));
    add(event, icalproperty_new_sequence(entry.revision));
    add(event, icalproperty_new_dtstart(time_of(entry.due)));
    add(event, icalproperty_new_duration(icaldurationtype_from_int(15 * 60)));
    add(event, icalproperty_new_summary(c_text((entry.done ? "✓ " : "") + entry.summary).c_str()));
    if (!entry.description.empty()) {
        add(event, icalproperty_new_description(c_text(entry.description).c_str()));
    }
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    add(event, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    if (!entry.cancelled && !entry.done) {
        icalcomponent_add_component(event, alarm_for(entry));
    }
    return event;
}

} // namespace

std::string to_calendar(std::span<CalendarEntry const> entries)
{
    auto const calendar = Component{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//knowwho//follow-ups//EN"));
    for (auto const& entry : entries) {
        icalcomponent_add_component(calendar.get(), event_for(entry));
    }
    auto const text = std::unique_ptr<char, decltype(&std::free)>{icalcomponent_as_ical_string_r(calendar.get()), &std::free};
    return text ? std::string{text.get()} : std::string{};
}

std::vector<CalendarEntry> calendar_entries(std::span<AgendaItem const> items)
{
    auto entries = std::vector<CalendarEntry>{};
    for (auto const& item : items) {
        auto const& follow_up = item.follow_up;
        auto const day = to_iso(day_of(item.encounter.happened_at));
        entries.push_back({follow_up.uid, fmt::format("{}: {}", said_name(item.whom.name), what_to_do(item)),
            item.event.empty() ? day : fmt::format("{} ({})", item.event, day), follow_up.due, follow_up.revision, follow_up.changed_at,
            follow_up.state == FollowUpState::dropped, follow_up.state == FollowUpState::done});
    }
    return entries;
}

} // namespace knowwho
