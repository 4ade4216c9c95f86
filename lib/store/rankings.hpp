// SPDX-License-Identifier: MIT
// Tables `ranking` and `ranking_part`: the ranking of a large event, kept while nothing changes that it stands on.
#pragma once

#include "model/ids.hpp"
#include "model/match.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// What was kept, without the matches themselves.
struct KeptRanking {
    std::vector<PersonId> people; ///< best first
    Shortlist shortlist;          ///< indices count `people`
};

/// The ranking of the event if it was made from what the fingerprint stands for; rosters, links and pages are the
/// same as then: every change of theirs takes it away. Empty, too, if the bytes are damaged.
std::optional<KeptRanking> find_ranking(Notebook const& notebook, EventId event, std::string_view fingerprint);

/// The matches at places [first, first + count) of the kept ranking, as far as there are so many; `candidate` is 0.
/// Empty if there is no ranking or the bytes are damaged.
std::optional<std::vector<Match>> kept_matches(Notebook const& notebook, EventId event, std::size_t first, std::size_t count);

/// A number that is another one once somebody else has changed the notebook.
std::int64_t state_of_others(Notebook const& notebook);

/// Keeps a ranking in place of an older one of the event, best match first; nothing if the notebook is no longer in
/// the state of `since`, when the roster was read. One transaction.
void save_ranking(Notebook& notebook, EventId event, std::string_view fingerprint, std::span<Match const> matches,
    Shortlist const& shortlist, std::int64_t since);

} // namespace knowwho
