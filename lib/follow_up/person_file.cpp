// SPDX-License-Identifier: MIT
#include "follow_up/person_file.hpp"

#include "follow_up/purge.hpp"
#include "store/attendances.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/follow_ups.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {

std::optional<PersonFile> person_file(Notebook const& notebook, PersonId person)
{
    auto const known = find_acquaintance(notebook, person);
    if (!known) {
        return std::nullopt;
    }
    auto file = PersonFile{};
    file.person = *known;
    file.attendances = attendances(notebook, person);
    auto const all_events = events(notebook);
    for (auto const& attendance : file.attendances) {
        file.events.push_back(std::ranges::find(all_events, attendance.event, &Event::id)->name);
        file.judgements.push_back(judgement(notebook, attendance.event, person));
    }
    file.contact = find_contact(notebook, person);
    file.encounters = encounters(notebook, person);
    file.promises = promises(notebook, person);
    std::ranges::copy_if(follow_ups(notebook), std::back_inserter(file.follow_ups), [&](FollowUp const& one) { return one.person == person; });
    std::ranges::copy_if(introductions(notebook), std::back_inserter(file.introductions),
        [&](StoredIntroduction const& one) { return one.first == person || one.second == person; });
    file.merges = merges(notebook, person);
    file.remark = remark(notebook, person);
    file.evidence = all_evidence(notebook, person);
    file.purge_due = purge_date(notebook, person);
    file.asked = models_asked_about(notebook, person);
    return file;
}

} // namespace knowwho
