// SPDX-License-Identifier: MIT
#include "follow_up/wake.hpp"

#include "follow_up/matching.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <set>

namespace knowwho {
namespace {

std::vector<FittingContact> fitting(Notebook const& notebook, std::vector<std::string> const& needs, Sleep sleep, double least_likeness)
{
    auto people = std::vector<Acquaintance>{};
    auto texts = std::vector<std::string>{};
    for (auto& person : acquaintances(notebook, Who::contacts)) {
        auto const contact = find_contact(notebook, person.person);
        if (sleep != Sleep::either && contact->asleep != (sleep == Sleep::asleep)) {
            continue;
        }
        texts.push_back(text_about(notebook, person) + contact->wants);
        people.push_back(std::move(person));
    }
    auto found = std::vector<FittingContact>{};
    auto seen = std::set<std::size_t>{};
    for (auto& served : who_serves(needs, texts, least_likeness)) {
        if (seen.insert(served.text).second) {
            found.push_back({people[served.text], served.need, served.likeness, std::move(served.words)});
        }
    }
    return found;
}

} // namespace

std::vector<FittingContact> contacts_for_goals(Notebook const& notebook, Goals const& goals, Sleep sleep)
{
    auto wants = std::vector<std::string>{};
    std::ranges::transform(goals.goals, std::back_inserter(wants), &Goal::want);
    constexpr double one_telling_word = 0.05; // a suggestion for the user, who knows them
    return fitting(notebook, wants, sleep, one_telling_word);
}

std::vector<FittingContact> contacts_who_care(Notebook const& notebook, std::string_view text)
{
    return fitting(notebook, {std::string{text}}, Sleep::awake, 0.1);
}

} // namespace knowwho
