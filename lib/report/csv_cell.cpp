// SPDX-License-Identifier: MIT
#include "report/csv_cell.hpp"

#include "report/clean_text.hpp"

namespace knowwho {

std::string csv_cell(std::string_view text)
{
    auto cell = clean_line(text);
    if (!cell.empty() && std::string_view{"=+-@"}.find(cell.front()) != std::string_view::npos) {
        cell.insert(cell.begin(), '\'');
    }
    if (cell.find_first_of(",;\"'") == std::string::npos) {
        return cell;
    }
    auto quoted = std::string{'"'};
    for (char const letter : cell) {
        quoted += letter;
        if (letter == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

} // namespace knowwho
