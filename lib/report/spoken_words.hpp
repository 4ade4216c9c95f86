// SPDX-License-Identifier: MIT
// What the user wrote, and titles of texts and talks, as one says them.
#pragma once

#include "model/goals.hpp"
#include "model/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// The user's reason as it goes on after "because", on one line.
std::string spoken_reason(ReadText const& read, Language language);

/// What the user looks for, as it can be said in one breath; empty if it is too long for that.
std::string spoken_want(Goal const& goal);

/// The ask in the user's own words; empty if they gave none.
std::string own_ask(Goal const& goal);

/// A title as one says it: without the site's name behind a bar, with inner quotes turned to
/// single ones; of more than 90 characters the main title only.
std::string spoken_title_of_text(std::string_view title, Language language);

/// Whether a session is a discussion ("Podium: …", "Panel"), and its title without that word.
std::optional<std::string> panel_title(std::string_view title);

} // namespace knowwho
