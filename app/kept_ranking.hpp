// SPDX-License-Identifier: MIT
// The ranking of a large event, read back from the notebook while nothing has changed that it stands on.
#pragma once

#include "app/steps.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace knowwho {

/// The notebook for commands that rank: for reading where it must not or cannot be written.
Notebook open_to_rank(Context const& context);

/// The best of the event's ranking: `most` matches at least, all that the shortlist points at, and their candidates.
/// A large roster's is kept, and read back while rosters, pages, goals, day, weights and program are the same; a small
/// one's is made each time. It is the same ranking either way.
Ranking best_ranked(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context, std::size_t most);

/// Keeps a large roster's ranking for the next time, unless somebody else has changed the notebook since the state
/// `since` (`store/rankings.hpp`), in which its roster was read.
void keep_ranking(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context, Ranking const& ranking, std::int64_t since);

/// One attendee as ranked.
struct RankedPerson {
    Candidate candidate;
    Match match; ///< its `candidate` is of no meaning
    std::string unplanned; ///< why they have the last seat though no goal asks for them; empty for others
};

/// As best_ranked(), of the person that `words` name. Throws Error (usage) as named_person() does.
RankedPerson ranked_person(Notebook& notebook, Event const& event, ReadGoals const& goals, Context const& context, std::string const& words);

} // namespace knowwho
