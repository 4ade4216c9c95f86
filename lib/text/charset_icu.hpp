// SPDX-License-Identifier: MIT
// The encodings that only ICU knows: names, conversion, and its detector.
#pragma once

#include "text/charset.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// The usual name of an encoding as browsers understand it: "latin1" is "windows-1252".
/// Empty if there is no such encoding.
std::string canonical_charset(std::string_view name);

/// Empty if ICU has no such converter. What cannot be decoded becomes U+FFFD.
std::optional<std::string> decode_by_icu(std::string_view bytes, std::string const& canonical);

/// What ICU's detector finds likeliest; empty if it finds nothing.
std::optional<Decoded> detect_by_icu(std::string_view bytes);

} // namespace knowwho
