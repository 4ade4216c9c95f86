// SPDX-License-Identifier: MIT
#include "follow_up/rhythm.hpp"

#include "data/resources.hpp"
#include "store/encounters.hpp"
#include "store/notebook.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace knowwho {
namespace {

using namespace std::chrono;

int whole_days(seconds span)
{
    return static_cast<int>(floor<days>(span).count());
}

/// The real contacts that have happened, oldest first.
std::vector<Instant> contact_times(std::span<Encounter const> encounters, Instant now)
{
    auto times = std::vector<Instant>{};
    for (auto const& one : encounters) {
        if (one.kind != EncounterKind::note && one.happened_at <= now) {
            times.push_back(one.happened_at);
        }
    }
    std::ranges::sort(times);
    return times;
}

void measure_pace(std::vector<Instant> const& times, Instant now, ContactState& state)
{
    for (std::size_t index = 0; index < times.size(); ++index) {
        auto const until = index + 1 < times.size() ? times[index + 1] : now;
        state.longest_silence_days = std::max(state.longest_silence_days, whole_days(until - times[index]));
        auto const month_end = std::ranges::upper_bound(times, times[index] + days{30});
        state.most_in_a_month = std::max(state.most_in_a_month, static_cast<int>(month_end - times.begin()) - static_cast<int>(index));
        auto const months_ago = static_cast<int>(duration<double, days::period>{now - times[index]}.count() / days_per_month);
        if (months_ago < 12) {
            ++state.months[static_cast<std::size_t>(11 - months_ago)];
        }
    }
}

Balance balance_of(std::span<Encounter const> encounters, std::span<Promise const> promises)
{
    auto balance = Balance{};
    for (auto const& one : encounters) {
        // A talk face to face is nobody's step towards the other.
        if (one.kind != EncounterKind::note && one.kind != EncounterKind::met) {
            ++(one.by_them ? balance.taken : balance.given);
        }
    }
    for (auto const& one : promises) {
        if (one.state == PromiseState::kept) {
            ++(one.by_them ? balance.taken : balance.given);
        }
    }
    return balance;
}

template <typename Thing>
auto by_person(std::vector<Thing> things)
{
    auto sorted = std::unordered_map<PersonId, std::vector<Thing>>{};
    for (auto& thing : things) {
        sorted[thing.person].push_back(std::move(thing));
    }
    return sorted;
}

} // namespace

ContactState contact_state(Contact const& contact, std::span<Encounter const> encounters, std::span<Promise const> promises, Instant now)
{
    auto state = ContactState{};
    state.contact = contact;
    auto const times = contact_times(encounters, now);
    if (!times.empty()) {
        state.last = times.back();
    }
    state.rhythm_days = contact.rhythm_days > 0 ? contact.rhythm_days : usual_rhythm_days;
    state.next = state.last.value_or(contact.added_at) + days{state.rhythm_days};
    state.overdue_days = whole_days(now - state.next);
    state.depth = {!contact.does.empty(), !contact.why.empty(), !contact.wants.empty()};
    state.balance = balance_of(encounters, promises);
    measure_pace(times, now, state);
    return state;
}

std::vector<ContactState> contact_states(Notebook const& notebook, Instant now)
{
    auto const met = by_person(encounters(notebook));
    auto const promised = by_person(promises(notebook));
    auto people = acquaintances(notebook, Who::contacts);
    auto const of = [](auto const& map, PersonId person) {
        auto const found = map.find(person);
        using Things = std::remove_cvref_t<decltype(found->second)>;
        return found == map.end() ? std::span<typename Things::value_type const>{} : std::span<typename Things::value_type const>{found->second};
    };
    auto states = std::vector<ContactState>{};
    auto const all = contacts(notebook);
    for (std::size_t index = 0; index < all.size(); ++index) {
        states.push_back(contact_state(all[index], of(met, all[index].person), of(promised, all[index].person), now));
        states.back().person = std::move(people[index]); // both by id
    }
    std::ranges::sort(states, {}, [](ContactState const& one) { return std::tuple{one.contact.asleep, -one.overdue_days, one.contact.person}; });
    return states;
}

bool is_burst_and_silence(ContactState const& state) noexcept
{
    return state.most_in_a_month >= 3 && state.longest_silence_days > 2 * state.rhythm_days;
}

Budget budget_for(std::span<ContactState const> states, double hours_a_month)
{
    auto budget = Budget{};
    budget.contacts_a_month = hours_a_month * 60 / minutes_per_contact;
    std::size_t awake = 0;
    for (auto const& state : states) {
        if (state.contact.asleep) {
            continue;
        }
        ++awake;
        budget.wanted_a_month += days_per_month / state.rhythm_days;
        budget.due_this_month += state.overdue_days >= -30 ? 1 : 0;
    }
    budget.fitting = std::min(budget.due_this_month, static_cast<std::size_t>(budget.contacts_a_month));
    if (budget.contacts_a_month > 0) {
        budget.rhythm_that_fits = static_cast<int>(std::ceil(static_cast<double>(awake) * days_per_month / budget.contacts_a_month));
    }
    return budget;
}

std::vector<std::string> questions_for(Depth const& depth, Language language, Address address)
{
    auto const column = language == Language::english ? std::size_t{3} : address == Address::du ? std::size_t{2} : std::size_t{1};
    auto questions = std::vector<std::string>{};
    for (auto const& row : read_rows(resource("follow_up/questions.tsv"))) {
        bool const known = row[0] == "does" ? depth.does : row[0] == "why" ? depth.why : row[0] == "wants" ? depth.wants : true;
        if (!known && row.size() > column) {
            questions.emplace_back(row[column]);
        }
    }
    return questions;
}

} // namespace knowwho
