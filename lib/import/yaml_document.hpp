// SPDX-License-Identifier: MIT
// YAML (1.1, as libyaml reads it) as a JSON document.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// One document, whose scalars are all texts but a plain "null" and "~"; tags are passed over, and an alias is null. Empty
/// if the text is anything else: no YAML, no mapping or sequence, keys that repeat or are no texts, more than 64 levels.
std::optional<nlohmann::json> parse_yaml(std::string_view utf8);

struct YamlFault {
    int line = 0; ///< 1-based
    std::string reason;
};

/// Why and where that text is no such document; empty if it is one.
std::optional<YamlFault> yaml_fault(std::string_view utf8);

/// The head between "---" lines that a page begins with; empty if it has none.
std::string_view yaml_head(std::string_view utf8);

} // namespace knowwho
