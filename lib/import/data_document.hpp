// SPDX-License-Identifier: MIT
// People in data files that pages are made from: YAML, TOML, and the heads of Markdown pages.
#pragma once

#include "import/found_tables.hpp"

#include <optional>
#include <string_view>

namespace knowwho {

/// Empty if the text is no such file, or names nobody in it.
std::optional<FoundTables> read_data_document(std::string_view text, Texts& texts);

} // namespace knowwho
