// SPDX-License-Identifier: MIT
// What the user wants of an event: the contents of goals.toml.
#pragma once

#include "model/date.hpp"
#include "model/language.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

enum class GoalKind { customer, referrer, know_how, supporter, adviser, peer, investor, talent };

/// As files and forms write them, in the order of the kinds.
inline constexpr std::array<std::string_view, 8> goal_kind_names{"customer", "referrer", "know-how", "supporter", "adviser", "peer", "investor", "talent"};

constexpr std::string_view to_text(GoalKind kind) noexcept
{
    return goal_kind_names[static_cast<std::size_t>(kind)];
}

/// Empty if no kind is called so.
constexpr std::optional<GoalKind> goal_kind_named(std::string_view name) noexcept
{
    for (std::size_t kind = 0; kind < goal_kind_names.size(); ++kind) {
        if (goal_kind_names[kind] == name) {
            return static_cast<GoalKind>(kind);
        }
    }
    return std::nullopt;
}

/// The event as the user describes it.
struct EventPlan {
    std::string name;
    std::string place;
    std::optional<PartialDate> starts;
    std::optional<PartialDate> ends;
    Language language = Language::german;
    Address address = Address::sie;
    double no_show = 0.33; ///< share of the list that will not come, 0 to 0.95
    bool serendipity = false; ///< the last seat of the shortlist is for a person nobody planned

    /// The same for those who speak at the event: they are announced and have prepared, so a quarter of the usual
    /// absence is left. An assumption, not a measurement: it is told wherever the chance that people come is.
    double no_show_of_speakers() const noexcept { return no_show / 4; }
};

/// About the user.
struct Profile {
    std::string name;
    std::string introduction; ///< one sentence
    std::vector<std::string> offers;
    std::vector<std::string> common_ground;
    int prepare_minutes = 45;
};

/// One want of the user for this event.
struct Goal {
    std::string name;
    GoalKind kind = GoalKind::know_how;
    std::string want;
    double weight = 1; ///< above 0
    std::vector<std::string> organisations; ///< ask for these first
    std::vector<std::string> places;
    std::vector<std::string> must;  ///< a person without one of these cannot be a target
    std::vector<std::string> avoid; ///< never a target
    std::string ask;                ///< the honest ask in the user's own words; empty: one is proposed
};

/// A text that the user has read before the event, and what stayed with them.
struct ReadText {
    std::string of;      ///< whose: the full name of an attendee
    std::string title;   ///< its title or a part of it; empty: any text about that person
    std::string because; ///< the reason, as it goes on after "because" or "weil"; without a full stop
};

/// How much each adds to the score of somebody who serves a goal, as a share of that score.
struct ValueWeights {
    double offer = 0.10;
    double common_ground = 0.15;
    double reachable = 0.05;
    double novelty = 0.10; ///< added for a contact that has fallen asleep, taken from one that is kept up anyway

    friend bool operator==(ValueWeights const&, ValueWeights const&) = default;
};

/// A model of the user's choice that turns texts into vectors, behind an OpenAI-compatible endpoint.
struct EmbeddingModel {
    std::string address; ///< "https://api.example/v1"; http only to this machine; empty: none is asked, which is the rule
    std::string name;    ///< of the model
    double weight = 1;   ///< in the blend of relevance, where the words of a short goal have 1; 0 to 10

    bool is_wanted() const noexcept { return !address.empty(); }
};

struct Goals {
    EventPlan event;
    Profile me;
    std::vector<Goal> goals; ///< in the order of the file, at least one
    std::vector<ReadText> read;
    ValueWeights value; ///< of what stands beside the goals
    EmbeddingModel embeddings;
};

} // namespace knowwho
