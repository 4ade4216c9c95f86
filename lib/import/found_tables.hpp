// SPDX-License-Identifier: MIT
// What a reader of one format hands on: tables of cells, with what it learnt about the file.
#pragma once

#include "import/list_reading.hpp"
#include "import/table.hpp"
#include "model/problem.hpp"

#include <string>
#include <vector>

namespace knowwho {

struct FoundTables {
    std::string format;       ///< "csv", "html", ...
    std::string dialect;      ///< for people; may be empty
    double header_trust = 1;  ///< how much the headers are believed, 0 to 1
    bool repeats = false;     ///< people may be named again and again, once per talk or section
    std::vector<std::string> titles; ///< that the file has for itself
    std::vector<std::string> sheets; ///< of a workbook, hidden ones too
    std::vector<Table> tables;
    std::vector<std::vector<ColumnUse>> columns; ///< of every table, if they were understood already; else empty
    std::vector<Problem> problems;
};

} // namespace knowwho
