// SPDX-License-Identifier: MIT
// Tables `judgement`, `remark` and `chosen_weight`: what the user decided by looking.
#pragma once

#include "model/judgement.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace knowwho {

class Notebook;
class Query;

/// What was decided about everybody at an event; who is missing has nothing.
std::unordered_map<PersonId, Judgement> judgements(Notebook const& notebook, EventId event);

Judgement judgement(Notebook const& notebook, EventId event, PersonId person);
void save_judgement(Notebook& notebook, EventId event, PersonId person, Judgement const& judgement);

/// The remarks on everybody of the event's roster that have any.
std::unordered_map<PersonId, Remark> remarks(Notebook const& notebook, EventId event);

Remark remark(Notebook const& notebook, PersonId person);

/// From a row with the columns of the table. For `store/` only.
Remark read_remark(Query& row);

/// Stores all but the revision, which counts up by one.
void save_remark(Notebook& notebook, PersonId person, Remark const& remark);

/// Something was decided about the person: whoever saw an older state is told. The revision is above `seen` then.
void count_revision(Notebook& notebook, PersonId person, std::int64_t seen = 0);

/// A weight that was chosen in place of the one that the goals file had.
struct ChosenWeight {
    double written = 0; ///< what the file said when it was chosen
    double chosen = 0;

    friend bool operator==(ChosenWeight const&, ChosenWeight const&) = default;
};

/// By the name of the goal; "+offer", "+common ground" and "+reachable" for what stands beside the goals.
using ChosenWeights = std::map<std::string, ChosenWeight, std::less<>>;

ChosenWeights chosen_weights(Notebook const& notebook, EventId event);

/// In place of all that were there. One transaction.
void save_chosen_weights(Notebook& notebook, EventId event, ChosenWeights const& weights);

std::string_view to_text(Mark mark) noexcept;
Mark mark_of(std::string_view text) noexcept;

/// One a line, without blank ones.
std::string in_lines(std::vector<std::string> const& texts);
std::vector<std::string> lines_of(std::string_view text);

} // namespace knowwho
