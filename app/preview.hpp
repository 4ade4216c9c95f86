// SPDX-License-Identifier: MIT
// What the importer understood of a list, for people and for machines.
#pragma once

#include "import/list_reading.hpp"

#include <string>

namespace knowwho {

/// Format, encoding, dialect, every column with its meaning, confidence and samples, the first five people.
std::string preview_as_text(ListReading const& reading);
std::string preview_as_json(ListReading const& reading);

} // namespace knowwho
