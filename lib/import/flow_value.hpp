// SPDX-License-Identifier: MIT
// Values in braces and brackets whose keys and texts need no quotes: YAML's flow style, and literals in scripts.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// "{name: Anna, tags: [a, b]}" at the beginning of `text`, which then begins behind it. Every scalar is a text, but "null",
/// "undefined" and "~"; comments of scripts are passed over. Empty, with `text` as it was, if it is none: a key that
/// repeats, something that never closes, more than 64 levels.
std::optional<nlohmann::json> parse_flow(std::string_view& text);

/// A scalar, perhaps in quotes.
nlohmann::json flow_scalar(std::string_view text);

/// "Anna", 'Anna''s', "A\"B", `Anna`: without their quotes.
std::string unquoted_scalar(std::string_view text);

} // namespace knowwho
