// SPDX-License-Identifier: MIT
// Excel workbooks (.xlsx): sheets as raw tables.
#pragma once

#include "import/found_tables.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// Whether the bytes are a zip archive that holds a workbook.
bool looks_like_workbook(std::string_view bytes);

/// The visible sheets, or only the one that is named. Hidden sheets are named in a note and left out.
/// Dates come as 2026-11-25 or 2026-11-25 14:00. Archives that unpack to more than 256 MiB are refused.
/// Throws Error (usage) if there is no sheet of that name, Error (input) if the workbook is broken.
FoundTables read_workbook(std::string_view bytes, std::string const& sheet, Texts& texts);

} // namespace knowwho
