// SPDX-License-Identifier: MIT
// People in JSON: the arrays of objects whose keys and values look like people, with their sessions.
#pragma once

#include "import/found_tables.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace knowwho {

/// Whether the text begins like a JSON document; it may still be broken.
bool looks_like_json(std::string_view text);

/// Sessionize, frab's schedule.json, schema.org graphs, or plain arrays of objects. A document that
/// is cut off or broken gives no tables and one problem.
FoundTables read_json(std::string_view text, Texts& texts);

/// The same for a document that is parsed already.
FoundTables read_json(nlohmann::json const& document, Texts& texts);

/// The objects of type Person in a JSON-LD block of a page; empty if there are none or it is broken.
std::vector<Table> read_json_ld(std::string_view text, Texts& texts);

} // namespace knowwho
