// SPDX-License-Identifier: MIT
// Topics that a stranger does not bring up: health, family, religion, politics, death, trouble.
#pragma once

#include "model/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// The sensitive topic that a text touches, as a noun of `language` ("Gesundheit"); words are
/// looked for in German and English alike (data/openers/sensitive.tsv).
std::optional<std::string> sensitive_topic(std::string_view text, Language language);

} // namespace knowwho
