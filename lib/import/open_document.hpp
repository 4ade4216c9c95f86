// SPDX-License-Identifier: MIT
// Sheets of an OpenDocument workbook (.ods), as LibreOffice saves them.
#pragma once

#include "import/found_tables.hpp"

#include <string>
#include <string_view>

namespace knowwho {

bool looks_like_open_document(std::string_view bytes);

/// All sheets, or only `sheet` if it is not empty. Throws Error (input) if the file is broken or
/// unpacks to more than 256 MiB; Error (usage) if there is no such sheet.
FoundTables read_open_document(std::string_view bytes, std::string const& sheet, Texts& texts);

} // namespace knowwho
