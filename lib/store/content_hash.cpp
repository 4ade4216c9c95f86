// SPDX-License-Identifier: MIT
#include "store/content_hash.hpp"

#include <fmt/format.h>

namespace knowwho {

void ContentHash::add(std::string_view bytes)
{
    // The 128-bit prime is 2^88 + 0x13b, so the product needs no wider type than this one.
    __extension__ using Wide = unsigned __int128;
    auto hash = (Wide{m_high} << 64) | Wide{m_low};
    auto const prime = (Wide{1} << 88) | Wide{0x13b};
    for (char const byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= prime;
    }
    m_high = static_cast<std::uint64_t>(hash >> 64);
    m_low = static_cast<std::uint64_t>(hash);
}

std::string ContentHash::digits() const { return fmt::format("{:016x}{:016x}", m_high, m_low); }

std::string content_hash(std::string_view bytes)
{
    ContentHash hash;
    hash.add(bytes);
    return hash.digits();
}

} // namespace knowwho
