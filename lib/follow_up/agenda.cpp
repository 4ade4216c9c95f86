// SPDX-License-Identifier: MIT
#include "follow_up/agenda.hpp"

#include "follow_up/clock.hpp"
#include "store/encounters.hpp"
#include "store/follow_ups.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <unordered_map>

namespace knowwho {
namespace {

/// Looks up people once each, as one may be on the agenda many times.
class People {
public:
    explicit People(Notebook const& notebook) : m_notebook(notebook) {}

    Acquaintance const& of(PersonId person)
    {
        auto const [at, is_new] = m_people.try_emplace(person);
        if (is_new) {
            at->second = find_acquaintance(m_notebook, person).value_or(Acquaintance{});
        }
        return at->second;
    }

private:
    Notebook const& m_notebook;
    std::unordered_map<PersonId, Acquaintance> m_people;
};

template <typename Thing>
auto by_id(std::vector<Thing> things)
{
    auto found = std::unordered_map<std::int64_t, Thing>{};
    for (auto& thing : things) {
        auto const id = thing.id.value;
        found.emplace(id, std::move(thing));
    }
    return found;
}

auto place_on_agenda(AgendaItem const& item, Instant now)
{
    bool const by_others = !item.introducer.empty();
    return std::tuple{urgency(item.follow_up.due, now), !by_others, item.follow_up.kind, item.follow_up.due, item.follow_up.id};
}

} // namespace

std::vector<AgendaItem> agenda(Notebook const& notebook, Which which, Instant now)
{
    auto const all_encounters = by_id(encounters(notebook));
    auto const all_promises = by_id(promises(notebook));
    auto const all_events = by_id(events(notebook));
    auto people = People{notebook};
    auto items = std::vector<AgendaItem>{};
    for (auto& follow_up : which == Which::open ? open_follow_ups(notebook) : follow_ups(notebook)) {
        auto item = AgendaItem{};
        item.encounter = all_encounters.at(follow_up.encounter.value);
        item.whom = people.of(follow_up.person);
        item.met = people.of(item.encounter.person);
        item.introducer = item.encounter.introduced_by ? said_name(people.of(item.encounter.introduced_by).name) : item.encounter.introduced_by_name;
        if (follow_up.promise) {
            item.promise = all_promises.at(follow_up.promise.value);
        }
        if (item.encounter.event) {
            item.event = all_events.at(item.encounter.event.value).name;
        }
        item.follow_up = std::move(follow_up);
        items.push_back(std::move(item));
    }
    std::ranges::sort(items, {}, [&](AgendaItem const& item) { return place_on_agenda(item, now); });
    return items;
}

std::string what_to_do(AgendaItem const& item)
{
    switch (item.follow_up.kind) {
    case FollowUpKind::thank_introducer:
        return fmt::format("thank for the introduction to {}", said_name(item.met.name));
    case FollowUpKind::promise:
        return fmt::format("keep your promise: {}", item.promise ? item.promise->what : "");
    case FollowUpKind::thanks:
        return "thank for the talk and ask for the contact";
    case FollowUpKind::next_step:
        return fmt::format("next step: {}", item.encounter.next_step);
    case FollowUpKind::their_promise:
        return fmt::format("ask kindly for what they promised: {}", item.promise ? item.promise->what : "");
    case FollowUpKind::tell_introducer:
        return fmt::format("tell what came of the introduction to {}", said_name(item.met.name));
    }
    return {};
}

std::vector<EventState> event_states(Notebook const& notebook)
{
    auto open = std::set<EncounterId>{};
    for (auto const& one : open_follow_ups(notebook)) {
        open.insert(one.encounter);
    }
    auto states = std::vector<EventState>{};
    for (auto const& event : events(notebook)) {
        auto met = std::set<PersonId>{};
        auto left = std::set<PersonId>{};
        for (auto const& encounter : encounters(notebook, event.id)) {
            met.insert(encounter.person);
            if (open.contains(encounter.id)) {
                left.insert(encounter.person);
            }
        }
        if (!met.empty()) {
            states.push_back({event, static_cast<int>(met.size()), static_cast<int>(left.size())});
        }
    }
    return states;
}

} // namespace knowwho
