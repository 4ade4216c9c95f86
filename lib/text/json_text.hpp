// SPDX-License-Identifier: MIT
// JSON as it goes out: valid UTF-8, whatever bytes a list or a page had.
#pragma once

#include <string>

namespace knowwho {

/// On one line. `Json` is one of nlohmann's; bad bytes become U+FFFD.
template <typename Json>
std::string json_line(Json const& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A document to be read by people, too: indented by two, with a line end.
template <typename Json>
std::string json_document(Json const& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace knowwho
