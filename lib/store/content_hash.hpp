// SPDX-License-Identifier: MIT
// Knows bytes again: lists and pages that were read before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace knowwho {

/// 128-bit FNV-1a of the bytes, as 32 hexadecimal digits (Fowler, Noll, Vo; RFC 9923). To know
/// content again, not to withstand somebody who wants a collision.
std::string content_hash(std::string_view bytes);

/// The same over bytes that come in pieces.
class ContentHash {
public:
    void add(std::string_view bytes);
    std::string digits() const;

private:
    std::uint64_t m_high = 0x6c62272e07bb0142;
    std::uint64_t m_low = 0x62b821756295c58d;
};

} // namespace knowwho
