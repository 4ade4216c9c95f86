// SPDX-License-Identifier: MIT
// The part of YAML 1.2 that data files are written in, as a JSON document.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>

namespace knowwho {

/// Mappings and sequences in blocks and in braces, plain, quoted, literal and folded texts; tags and anchors are passed
/// over, and every scalar is a text, but "null" and "~". Empty if the text is anything else: keys that repeat,
/// lines that fit nowhere, more than 64 levels.
std::optional<nlohmann::json> parse_yaml(std::string_view utf8);

/// The head between "---" lines that a page begins with; empty if it has none.
std::string_view yaml_head(std::string_view utf8);

} // namespace knowwho
