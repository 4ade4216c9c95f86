// SPDX-License-Identifier: MIT
// Text whose lines are "label: value", record after record: forms, YAML lists, pretty-printed objects.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Most lines have a label, and the labels repeat.
bool looks_labelled(std::string_view text);

/// A record ends where a dash of the list's own level, a blank line or a label that it has already
/// begins the next one. Lines without a label go on with the value above them.
FoundTables read_labelled(std::string_view text, Texts& texts);

} // namespace knowwho
