// SPDX-License-Identifier: MIT
// One target's page of the briefing.
#pragma once

#include "report/compose.hpp"
#include "report/openers.hpp"
#include "report/phrases.hpp"
#include "report/source_book.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// What all cards of a sheet share.
struct CardMaker {
    BriefingInput const& input;
    Phrases const& phrases;
    SourceBook& sources;
    OpenerChoice& openers;
    std::string wishes; ///< all that the user wrote in goals.toml
};

/// The card of a match; numbers its sources in the order of its page.
Card make_card(CardMaker& maker, Match const& match, int number);

/// A sentence that the user wants to begin with, as printed; and the pattern that stands for it.
std::string own_opener(std::string_view sentence);
inline constexpr std::string_view own_pattern = "own";

/// A line of the user's own list of what not to mention, as printed.
std::string own_taboo(std::string_view line);

/// The row of somebody who may step in.
Reserve make_reserve(CardMaker& maker, Match const& match);

} // namespace knowwho
