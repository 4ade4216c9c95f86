// SPDX-License-Identifier: MIT
// Something that could not be read or should be looked at: collected, shown at the end, never thrown.
#pragma once

#include <string>

namespace knowwho {

enum class Severity {
    note,    ///< worth knowing; nothing is missing
    warning, ///< something may be read otherwise than it was meant
    loss,    ///< something could not be read and is not in the result
};

/// One finding with its place and the way out.
struct Problem {
    Severity severity = Severity::warning;
    std::string file;
    int line = 0;   ///< 1-based line of the file; 0 when there is none
    int column = 0; ///< 1-based column (cell) of the row; 0 when there is none
    std::string cell;   ///< the text that caused it, as written; may be empty
    std::string reason; ///< one sentence
    std::string advice; ///< what to do about it; may be empty

    friend bool operator==(Problem const&, Problem const&) = default;
};

} // namespace knowwho
