// SPDX-License-Identifier: MIT
// The files that every page uses: named one by one, no folder is served.
#pragma once

#include "review/request.hpp"
#include "review/response.hpp"

#include <optional>

namespace knowwho::review {

/// The file at the request's path, 304 if the browser has it already; empty if there is none.
std::optional<WebResponse> static_file(WebRequest const& request);

} // namespace knowwho::review
