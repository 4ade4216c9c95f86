// SPDX-License-Identifier: MIT
// People in XML of no known kind: elements that repeat, with their attributes and children as keys.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Begins with an XML declaration or an element.
bool looks_like_xml(std::string_view text);

/// A document that is broken, or whose repeated elements look like no people, gives no tables.
FoundTables read_xml(std::string_view text, Texts& texts);

} // namespace knowwho
