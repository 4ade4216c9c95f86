// SPDX-License-Identifier: MIT
// What the user said about a list's columns, remembered for the next list with the same headers.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// Header to field, as said with --map for the last list with exactly these headers; empty if nothing was.
std::map<std::string, std::string> remembered_columns(Notebook const& notebook, std::vector<std::string> const& headers);

/// Replaces what was remembered for these headers. A list without headers is not remembered.
void remember_columns(Notebook& notebook, std::vector<std::string> const& headers, std::map<std::string, std::string> const& map);

} // namespace knowwho
