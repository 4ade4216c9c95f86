// SPDX-License-Identifier: MIT
#include "follow_up/purge.hpp"

#include "follow_up/clock.hpp"
#include "store/erasing.hpp"
#include "store/fetch_cache.hpp"
#include "store/notebook.hpp"
#include "store/retention.hpp"

#include <algorithm>
#include <tuple>

namespace knowwho {

std::vector<PurgeDate> purge_dates(Notebook const& notebook)
{
    auto dates = std::vector<PurgeDate>{};
    for (auto const& [person, last_event] : people_never_met(notebook)) {
        dates.push_back({person, end_of(last_event) + kept_after_event});
    }
    std::ranges::sort(dates, {}, [](PurgeDate const& one) { return std::tuple{one.due, one.person}; });
    return dates;
}

std::optional<Instant> purge_date(Notebook const& notebook, PersonId person)
{
    auto const found = never_met(notebook, person);
    return found ? std::optional<Instant>{end_of(found->last_event) + kept_after_event} : std::nullopt;
}

int purge(Notebook& notebook, Instant now)
{
    auto due = std::vector<PersonId>{};
    for (auto const& date : purge_dates(notebook)) {
        if (date.due <= now) {
            due.push_back(date.person);
        }
    }
    if (!due.empty()) {
        auto transaction = Transaction{notebook};
        delete_people(notebook, due);
        evict_cached_answers(notebook, 0); // they are packed: none can be searched for the people
        transaction.commit();
    }
    if (is_rewrite_due(notebook)) {
        rewrite_file(notebook);
    }
    return static_cast<int>(due.size());
}

} // namespace knowwho
