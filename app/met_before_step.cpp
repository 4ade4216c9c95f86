// SPDX-License-Identifier: MIT
#include "app/met_before_step.hpp"

#include "store/encounters.hpp"

#include <algorithm>
#include <optional>

namespace knowwho {
namespace {

/// The latest time of being in touch that was a conversation; letters and mere notes are none.
std::optional<Encounter> last_conversation(std::vector<Encounter> const& all, EventId except)
{
    auto const spoke = [&](Encounter const& one) {
        bool const talk = one.kind == EncounterKind::met || one.kind == EncounterKind::meeting || one.kind == EncounterKind::call;
        return talk && (one.event != except || !one.event);
    };
    auto const found = std::find_if(all.rbegin(), all.rend(), spoke);
    return found == all.rend() ? std::nullopt : std::optional{*found};
}

std::string open_promise(std::vector<Promise> const& all)
{
    auto const open = std::ranges::find_if(all, [](Promise const& one) { return !one.by_them && one.state == PromiseState::open; });
    return open == all.end() ? std::string{} : open->what;
}

std::string name_of(std::vector<Event> const& known, EventId event)
{
    auto const found = std::ranges::find(known, event, &Event::id);
    return found == known.end() ? std::string{} : found->name;
}

} // namespace

std::vector<MetBefore> met_before_event(Notebook const& notebook, Event const& event, Ranking const& ranking)
{
    auto met = std::vector<MetBefore>{};
    auto const known = events(notebook);
    for (auto const target : ranking.shortlist.targets) {
        auto const person = ranking.matches[target].person;
        if (auto const last = last_conversation(encounters(notebook, person), event.id)) {
            auto const occasion = last->event ? name_of(known, last->event) : last->occasion;
            met.push_back({person, last->id, day_of(last->happened_at), occasion, last->talked, open_promise(promises(notebook, person))});
        }
    }
    return met;
}

} // namespace knowwho
