// SPDX-License-Identifier: MIT
// From the bytes of a file to the tables in it that may name people, with their columns understood.
#pragma once

#include "import/dialect.hpp"
#include "import/found_tables.hpp"
#include "import/read_list.hpp"
#include "import/understand_tables.hpp"
#include "text/charset.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// Throws Error (input) for what is empty or no text.
Decoded decode_list(std::string_view file_name, std::string_view bytes, ReadOptions const& options);

FoundTables read_delimited(std::string_view text, ReadOptions const& options, Texts& texts);

/// "semicolons, header in line 4".
std::string describe(Dialect const& dialect, int header_line);

/// Text that is a table of people by its delimiter and nothing else, so that it may be read in blocks.
bool is_plain_table(std::string_view head, ReadOptions const& options);

/// Sets the reading's encoding where there is one.
FoundTables find_in_file(std::string_view bytes, ReadOptions const& options, ListReading& reading, Texts& texts);

} // namespace knowwho
