// SPDX-License-Identifier: MIT
// SHA-256, for what must be known again but never read back: the keys of people to be forgotten.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// The digest of FIPS 180-4 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace knowwho
