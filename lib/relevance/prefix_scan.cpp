// SPDX-License-Identifier: MIT
#include "relevance/prefix_scan.hpp"

#include <bit>
#include <cstring>

namespace knowwho {
namespace {

constexpr std::size_t prefix_length = 4;
constexpr std::size_t stride = 8;

// Bit 5 set makes ASCII letters lower case; what else it does to other bytes is sorted out later.
std::uint32_t prefix_at(char const* bytes) noexcept
{
    std::uint32_t prefix = 0;
    std::memcpy(&prefix, bytes, sizeof prefix);
    return prefix | 0x20202020;
}

/// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4) to 16 bits.
std::size_t hash_of(std::uint32_t prefix) noexcept { return (prefix * 0x9E3779B1U) >> 16; }

/// The high bit of every byte up to a blank (0x20) set; may be set behind such a byte, too
/// (Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n").
std::uint64_t blanks_among(char const* bytes) noexcept
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word - ones * 0x21) & ~word & (ones * 0x80);
}

/// The place of the first byte marked, and the mark taken off.
std::size_t take_mark(std::uint64_t& marks) noexcept
{
    constexpr bool little = std::endian::native == std::endian::little;
    auto const bit = little ? std::countr_zero(marks) : 63 - std::countl_zero(marks);
    marks &= ~(std::uint64_t{1} << bit);
    return static_cast<std::size_t>(little ? bit / 8 : 7 - bit / 8);
}

bool is_break(char c) noexcept { return c == ' ' || c == '\n'; }

} // namespace

void PrefixScan::add(std::string_view word)
{
    if (word.size() >= prefix_length) {
        auto const prefix = prefix_at(word.data());
        m_filter.set(hash_of(prefix));
        m_prefixes.insert(prefix);
    }
}

bool PrefixScan::stands_at(std::string_view text, std::size_t at) const noexcept
{
    if (at + prefix_length > text.size()) {
        return false;
    }
    auto const prefix = prefix_at(text.data() + at);
    return m_filter[hash_of(prefix)] && (at == 0 || is_break(text[at - 1])) && m_prefixes.contains(prefix);
}

std::size_t PrefixScan::next(std::string_view text, std::size_t from) const noexcept
{
    if (stands_at(text, from)) {
        return from;
    }
    auto at = from;
    for (; at + stride <= text.size(); at += stride) {
        for (auto marks = blanks_among(text.data() + at); marks != 0;) {
            auto const start = at + take_mark(marks) + 1;
            if (stands_at(text, start)) {
                return start;
            }
        }
    }
    for (; at < text.size(); ++at) {
        if (stands_at(text, at + 1)) {
            return at + 1;
        }
    }
    return text.npos;
}

} // namespace knowwho
