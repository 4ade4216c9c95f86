// SPDX-License-Identifier: MIT
// A person's score for the goals: reasons first, number last; and the set that was chosen.
#pragma once

#include "model/encounter.hpp"
#include "model/ids.hpp"
#include "model/judgement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace knowwho {

/// The row of the attendee list as a source: every statement about a field cites it.
struct RosterSource {
    std::string file;
    int line = 0;

    friend auto operator<=>(RosterSource const&, RosterSource const&) = default;
};

/// Where a statement comes from; an encounter is the user's own note of it.
using Source = std::variant<RosterSource, SnippetId, EncounterId>;

/// From common ground on, what stands beside the goals.
enum class SignalKind { role, organisation, field, topic, place, talk, evidence, common_ground, offer, reachable, asleep, known };

constexpr bool stands_beside_goals(SignalKind signal) noexcept
{
    return signal >= SignalKind::common_ground;
}

/// Why a person serves a goal.
struct Reason {
    SignalKind signal = SignalKind::role;
    std::size_t goal = 0;    ///< index into Goals::goals; of no meaning for what stands beside them
    double share = 0;        ///< what it adds to the score of the goal; the shares of a goal sum to its score. Below 0 only for those known
    std::string sentence;    ///< in the language of the briefing, without a final stop
    std::vector<std::string> words; ///< what matched, as the person's text has it ("Wartung → maintenance" for a bridge)
    std::vector<Source> sources;    ///< never empty
};

/// How well a person serves one goal.
struct GoalMatch {
    double score = 0; ///< 0 to 1
    double low = 0;   ///< the range of doubt around it
    double high = 0;
};

struct Match {
    PersonId person;
    std::size_t candidate = 0; ///< index into the candidates that were ranked
    double score = 0;          ///< weighted over the goals, 0 to 1; ties are broken by name, then by id
    double low = 0;
    double high = 0;
    std::vector<GoalMatch> goals; ///< one per goal, in their order
    std::vector<Reason> reasons;  ///< strongest first
    std::string excluded;         ///< why the person can't be a target, a sentence; empty if they can
    Mark mark = Mark::none;       ///< the user's word: pinned people are chosen before all others
    std::string said;             ///< the sentence for a pinned person: "Pinned by you"; empty for others
    std::string barred;           ///< why they could not be a target but for the user's word; empty if they could
    bool is_absent = false;       ///< that is because they don't come, or are the user: no pin changes it
};

/// Somebody whom no goal asks for, and what speaks for meeting them all the same.
struct Unplanned {
    std::size_t match = 0;
    Reason why;
};

/// The chosen set. Indices point into the matches that it was chosen from.
struct Shortlist {
    std::vector<std::size_t> targets;  ///< 0 to 5, in the order of the briefing
    std::vector<std::size_t> reserves; ///< in the order in which they would step in
    std::vector<double> coverage;      ///< per goal, 0 to 1: expected share that the targets serve
    double three_come = 0;             ///< chance that at least three (or all, if fewer) targets are there
    std::optional<Unplanned> unplanned = {}; ///< who has the last seat without being looked for
};

} // namespace knowwho
