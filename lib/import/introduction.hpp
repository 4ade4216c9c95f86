// SPDX-License-Identifier: MIT
// Role and organisation from sentences that introduce somebody, in German and English.
#pragma once

#include "import/affiliation.hpp"

#include <string_view>

namespace knowwho {

/// Reads "Anna Berg ist Leiterin der Entwicklung bei der Beispiel GmbH.", "Anna is a professor at
/// Example University". Former posts ("ehem.", "war", "former") are passed over. Both parts are empty if
/// the first sentences say nothing of the kind.
Affiliation read_introduction(std::string_view prose);

} // namespace knowwho
