// SPDX-License-Identifier: MIT
// What outcomes teach: how much each kind of reason counts, learnt from talks that were worth it or not.
#pragma once

#include "model/match.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

inline constexpr std::size_t signal_count = 12;

/// "role", "organisation", "common ground" …
std::string_view name_of(SignalKind signal);

/// Factors on the shares of the reasons, by kind; 1 where nothing was learnt.
class SignalWeights {
public:
    SignalWeights() { m_factors.fill(1); }

    /// By name_of(); unknown names are passed over, factors brought between `least` and `most`.
    explicit SignalWeights(std::map<std::string, double, std::less<>> const& by_name);
    std::map<std::string, double, std::less<>> by_name() const; ///< without those that are 1

    double of(SignalKind signal) const { return m_factors[static_cast<std::size_t>(signal)]; }
    void set(SignalKind signal, double factor);
    bool are_plain() const;

    /// The shares of the reasons of one goal by their factors; the score is their sum, at most 1, the
    /// range moves with it.
    void apply(GoalMatch& match, std::span<Reason> reasons) const;

    /// A kind of reason counts at most twice and at least half of what it does by itself.
    static constexpr double least = 0.5;
    static constexpr double most = 2;

private:
    std::array<double, signal_count> m_factors;
};

/// One talk: how much of the score each kind of reason gave, and what it was worth.
struct RatedTalk {
    std::vector<Reason> reasons; ///< of the goal, and those that stand beside all goals; shares before any factor
    int worth = 0;               ///< 0 nothing, 1 something, 2 much
};

/// What one kind of reason has shown.
struct SignalRecord {
    double talks = 0; ///< the sum of its part in the talks
    double worth = 0; ///< their mean worth, 0 to 2
};
using SignalRecords = std::array<SignalRecord, signal_count>;

SignalRecords records_of(std::span<RatedTalk const> talks);

/// From all talks ever rated, so that learning again moves nothing. A kind of reason behind talks of
/// much worth gains, one behind talks of none loses; five imagined talks of middling worth keep few
/// real ones from moving much: factor = 2 ^ ((worth - 1) · talks / (talks + 5)).
SignalWeights learn_weights(std::span<RatedTalk const> talks);

} // namespace knowwho
