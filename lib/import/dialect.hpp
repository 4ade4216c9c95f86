// SPDX-License-Identifier: MIT
// How a delimited file is written: its delimiter and line ends, found from the text itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

struct Dialect {
    char delimiter = ',';
    char line_end = '\n';    ///< '\n', also for CR LF; '\r' for files of old Macs
    std::size_t begin = 0;   ///< bytes to skip: a first line "sep=;"
    double confidence = 0;   ///< 0: the text does not look like a table at all
};

/// Tries every usual delimiter on the first 64 KiB and takes the one that cuts most rows into the
/// same number of cells. `forced` is the user's decision.
Dialect find_dialect(std::string_view text, std::optional<char> forced = std::nullopt);

/// "commas", "semicolons", "tabs", ...: for sentences.
std::string delimiter_word(char delimiter);

} // namespace knowwho
