// SPDX-License-Identifier: MIT
// Bodies as the cache keeps them: zlib (RFC 1950), quick rather than small.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

std::string compress(std::string_view bytes);

/// The bytes again; `size` is what they were before. Empty if they are not what compress() made.
std::optional<std::string> decompress(std::string_view bytes, std::size_t size);

} // namespace knowwho
