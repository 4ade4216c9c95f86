// SPDX-License-Identifier: MIT
#include "follow_up/occasions.hpp"

#include "store/attendances.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace knowwho {
namespace {

using namespace std::chrono;

/// Month and day of "1980-05-17" and "--05-17".
std::optional<month_day> month_day_of(std::string_view birthday)
{
    auto const date = parse_iso_date(birthday.starts_with("--") && birthday.size() == 7 ? "2000" + std::string{birthday.substr(1)} : std::string{birthday});
    if (!date || date->day == 0) {
        return std::nullopt;
    }
    return month{static_cast<unsigned>(date->month)} / static_cast<int>(date->day);
}

PartialDate next_birthday(month_day birthday, PartialDate today)
{
    for (int year_of = today.year; ; ++year_of) {
        auto date = year{year_of} / birthday;
        date = date.ok() ? date : year_month_day{year{year_of} / February / last};
        auto const next = PartialDate{year_of, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()})};
        if (days_between(today, next) >= 0) {
            return next;
        }
    }
}

class Occasions {
public:
    Occasions(Notebook const& notebook, Instant now, int days) : m_notebook(notebook), m_now(now), m_days(days) {}

    std::vector<Occasion> find()
    {
        for (auto const& contact : contacts(m_notebook)) {
            if (!contact.asleep) {
                m_awake.insert(contact.person);
                add_birthday(contact);
            }
        }
        for (auto const& event : events(m_notebook)) {
            add_event(event);
        }
        std::ranges::sort(m_found, {}, [](Occasion const& one) { return std::tuple{one.day, one.kind, one.person.person}; });
        return std::move(m_found);
    }

private:
    bool is_near(PartialDate day) const
    {
        auto const left = days_between(day_of(m_now), day);
        return left >= 0 && left <= m_days;
    }

    void add_birthday(Contact const& contact)
    {
        auto const birthday = month_day_of(contact.birthday);
        auto const day = birthday ? next_birthday(*birthday, day_of(m_now)) : PartialDate{};
        if (birthday && is_near(day)) {
            add({OccasionKind::birthday, {}, day, {}, {}, {}}, contact.person);
        }
    }

    void add_event(Event const& event)
    {
        if (!event.starts || event.starts->day == 0 || !is_near(*event.starts)) {
            return;
        }
        for (auto const person : m_awake) {
            auto const rows = attendances(m_notebook, person);
            if (std::ranges::any_of(rows, [&](Attendance const& row) { return row.event == event.id && !row.gone; })) {
                add({OccasionKind::same_event, {}, *event.starts, event.name, {}, {}}, person);
            }
        }
    }

    void add(Occasion occasion, PersonId person)
    {
        for (auto const& talk : encounters(m_notebook, person)) {
            if (!talk.talked.empty() && talk.kind != EncounterKind::note) {
                occasion.topic = talk.talked;
                occasion.talked = day_of(talk.happened_at);
            }
        }
        if (!occasion.topic.empty()) {
            occasion.person = find_acquaintance(m_notebook, person).value_or(Acquaintance{});
            m_found.push_back(std::move(occasion));
        }
    }

    Notebook const& m_notebook;
    Instant m_now;
    int m_days;
    std::set<PersonId> m_awake;
    std::vector<Occasion> m_found;
};

} // namespace

std::vector<Occasion> occasions(Notebook const& notebook, Instant now, int days)
{
    return Occasions{notebook, now, days}.find();
}

} // namespace knowwho
