// SPDX-License-Identifier: MIT
// Tables inside JSON documents: arrays of rows, as spreadsheets and widgets keep them.
#pragma once

#include "import/table.hpp"
#include "model/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace knowwho {

/// Every array of two or more rows, a row being an array of plain values or of objects with a text,
/// or an object that holds one such array. Headers stand in an array beside ("headers", "columns",
/// "fields") or in the first rows.
std::vector<Table> read_json_rows(nlohmann::json const& document, Texts& texts, std::vector<Problem>& problems);

} // namespace knowwho
