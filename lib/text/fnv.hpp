// SPDX-License-Identifier: MIT
// A quick hash that is the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace knowwho {

/// FNV-1a of 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv). Tells texts apart that nobody has made alike on purpose.
constexpr std::uint64_t fnv1a(std::string_view bytes) noexcept
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (char const byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    return hash;
}

} // namespace knowwho
