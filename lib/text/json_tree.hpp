// SPDX-License-Identifier: MIT
// JSON as a pugixml tree, so that XPath selects from it as from XML and HTML.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace knowwho {

/// The tree has one root element `json`. Members of an object are elements of their name; a key that
/// is no XML name ("@id", "first name", "") becomes `member` with the key as attribute `name`. Elements
/// of an array are `item`. Texts, numbers and true/false are the element's text; null is an empty element
/// with the attribute `null`.
struct JsonTree {
    pugi::xml_document document;
    bool valid = false;   ///< false: the text is no JSON, and the tree has what came before the fault
    bool truncated = false; ///< something lay deeper than `json_depth_limit` and was left out
};

inline constexpr int json_depth_limit = 200;

/// Never throws for what the bytes are.
JsonTree parse_json_tree(std::string_view utf8);

} // namespace knowwho
