// SPDX-License-Identifier: MIT
#include "store/content_hash.hpp"

#include <cstdint>
#include <fmt/format.h>

namespace knowwho {

std::string content_hash(std::string_view bytes)
{
    // The 128-bit prime is 2^88 + 0x13b, so the product needs no wider type than this one.
    __extension__ using Wide = unsigned __int128;
    auto hash = (Wide{0x6c62272e07bb0142} << 64) | Wide{0x62b821756295c58d};
    auto const prime = (Wide{1} << 88) | Wide{0x13b};
    for (char const byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= prime;
    }
    return fmt::format("{:016x}{:016x}", static_cast<std::uint64_t>(hash >> 64), static_cast<std::uint64_t>(hash));
}

} // namespace knowwho
