// SPDX-License-Identifier: MIT
// Chooses the sentences to start a conversation with: facts with a source, patterns, no repetition.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "report/briefing.hpp"
#include "report/facts.hpp"
#include "report/patterns.hpp"
#include "report/phrases.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// On one card.
inline constexpr std::size_t most_openers = 5;

/// An opener and the fact that it stands on.
struct ChosenOpener {
    Opener opener; ///< without the numbers of its sources
    Fact const* fact = nullptr; ///< one of those handed in
};

/// Hands out openers for one sheet. No pattern is used for two people while another one fits.
/// The same people in the same order get the same sentences.
class OpenerChoice {
public:
    /// Keeps references to both.
    OpenerChoice(std::vector<Pattern> const& patterns, Phrases const& phrases);

    /// Three to five openers of different kinds, best fact first; `facts` are best first.
    /// The last one needs no fact and always fits.
    std::vector<ChosenOpener> choose(std::string_view person, std::span<Fact const> facts);

    /// The honest ask for a goal, one or two sentences: the user's own, if they wrote one.
    std::string ask(std::string_view person, Goal const& goal);

private:
    /// Where little is known, more than one way to begin on the spot.
    void fill_up(std::vector<ChosenOpener>& chosen, std::string_view person, std::span<Fact const> facts);
    std::optional<Opener> unused(std::vector<Opener> const& options);
    std::vector<Opener> options_for(std::string_view person, Fact const& fact) const;

    std::vector<Pattern> const& m_patterns;
    Phrases const& m_phrases;
    std::set<std::string, std::less<>> m_used;
};

} // namespace knowwho
