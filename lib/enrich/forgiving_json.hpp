// SPDX-License-Identifier: MIT
// JSON as pages write it, with faults that browsers never look at.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace knowwho {

/// Raw control characters in strings, trailing commas, comments, and what stands before the first bracket and
/// behind the last are forgiven. Discarded (`is_discarded()`) for what is no JSON then, or nested over 200 deep.
/// Reads 4 MiB at most. Never throws for what the text is.
nlohmann::json parse_forgivingly(std::string_view text);

} // namespace knowwho
