// SPDX-License-Identifier: MIT
// How raw rows look inside a column: values, with the headers once in table `raw_header`. For `store/` only.
#pragma once

#include "model/raw_row.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// JSON; headers that the notebook does not have yet are written.
std::string stored_raw(Notebook& notebook, RawRow const& row);
RawRow read_raw(Notebook const& notebook, std::string_view json);

/// The values alone, for which no headers are looked up.
std::vector<std::string> raw_values(std::string_view json);

} // namespace knowwho
