// SPDX-License-Identifier: MIT
// Matches and shortlists as bytes, for the columns of kept rankings. For `store/` only.
#pragma once

#include "model/match.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Texts that several matches share are there once. `candidate` is left out: it means nothing in another run.
std::string packed(std::span<Match const> matches);

/// Empty if the bytes are not what packed() makes.
std::optional<std::vector<Match>> unpacked_matches(std::string_view bytes);

std::string packed(Shortlist const& shortlist);
std::optional<Shortlist> unpacked_shortlist(std::string_view bytes);

std::string packed(std::span<PersonId const> people);
std::optional<std::vector<PersonId>> unpacked_people(std::string_view bytes);

} // namespace knowwho
