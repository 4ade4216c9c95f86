// SPDX-License-Identifier: MIT
#include "follow_up/introduce.hpp"

#include "follow_up/matching.hpp"
#include "identity/organisation.hpp"
#include "store/attendances.hpp"
#include "store/encounters.hpp"
#include "store/introductions.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace knowwho {
namespace {

using Pair = std::pair<PersonId, PersonId>;

Pair pair_of(PersonId one, PersonId other)
{
    return std::minmax(one, other);
}

/// Who was asked before, and who brought me together with whom: they know each other.
std::set<Pair> settled_pairs(Notebook const& notebook)
{
    auto pairs = std::set<Pair>{};
    for (auto const& one : introductions(notebook)) {
        pairs.emplace(one.first, one.second);
    }
    for (auto const& met : encounters(notebook)) {
        if (met.introduced_by.value != 0) {
            pairs.insert(pair_of(met.person, met.introduced_by));
        }
    }
    return pairs;
}

struct Circle {
    std::vector<Acquaintance> wanting;
    std::vector<std::string> wants;
    std::vector<Acquaintance> serving;
    std::vector<std::string> texts;
};

void add_contacts(Notebook const& notebook, Circle& circle)
{
    for (auto& person : acquaintances(notebook, Who::contacts)) {
        auto const contact = find_contact(notebook, person.person);
        if (contact->asleep) {
            continue;
        }
        if (!contact->wants.empty()) {
            circle.wanting.push_back(person);
            circle.wants.push_back(contact->wants);
        }
        circle.texts.push_back(text_about(notebook, person));
        circle.serving.push_back(std::move(person));
    }
}

void add_attendees(Notebook const& notebook, EventId event, Circle& circle)
{
    auto known = std::set<PersonId>{};
    for (auto const& one : circle.serving) {
        known.insert(one.person);
    }
    for (auto const& attendance : attendances(notebook, event, RawCells::leave)) {
        auto const person = known.insert(attendance.person).second ? find_acquaintance(notebook, attendance.person) : std::nullopt;
        if (person && !attendance.gone && !find_contact(notebook, attendance.person)) {
            circle.texts.push_back(text_about(notebook, *person));
            circle.serving.push_back(*person);
        }
    }
}

} // namespace

std::vector<IntroductionIdea> introduction_ideas(Notebook const& notebook, std::optional<EventId> event)
{
    auto circle = Circle{};
    add_contacts(notebook, circle);
    if (event) {
        add_attendees(notebook, *event, circle);
    }
    auto taken = settled_pairs(notebook);
    auto ideas = std::vector<IntroductionIdea>{};
    for (auto& served : who_serves(circle.wants, circle.texts)) {
        auto const& wants = circle.wanting[served.need];
        auto const& serves = circle.serving[served.text];
        bool const apart = wants.person != serves.person && !same_organisation(wants.organisation, serves.organisation);
        if (apart && taken.insert(pair_of(wants.person, serves.person)).second) {
            ideas.push_back({wants, serves, circle.wants[served.need], std::move(served.words), served.likeness});
        }
    }
    return ideas;
}

} // namespace knowwho
