// SPDX-License-Identifier: MIT
#include "relevance/prefix_scan.hpp"

#include <algorithm>
#include <cstring>

namespace knowwho {
namespace {

constexpr std::size_t window = 4;
constexpr std::uint8_t longest_shift = 3;

// Bit 5 set makes ASCII letters lower case; what else it does to other bytes is sorted out later.
std::uint16_t block_at(char const* bytes) noexcept
{
    std::uint16_t block = 0;
    std::memcpy(&block, bytes, sizeof block);
    return block | 0x2020;
}

std::uint32_t prefix_at(char const* bytes) noexcept
{
    std::uint32_t prefix = 0;
    std::memcpy(&prefix, bytes, sizeof prefix);
    return prefix | 0x20202020;
}

} // namespace

PrefixScan::PrefixScan()
{
    m_shifts.fill(longest_shift);
}

void PrefixScan::add(std::string_view word)
{
    if (word.size() < window) {
        return;
    }
    m_prefixes.insert(prefix_at(word.data()));
    for (std::uint8_t end = 0; end < longest_shift; ++end) {
        auto& shift = m_shifts[block_at(word.data() + end)];
        shift = std::min(shift, static_cast<std::uint8_t>(longest_shift - 1 - end));
    }
}

std::size_t PrefixScan::next(std::string_view text, std::size_t from) const noexcept
{
    for (auto at = from; at + window <= text.size();) {
        auto const shift = m_shifts[block_at(text.data() + at + window - 2)];
        if (shift > 0) {
            at += shift;
        } else if ((at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') && m_prefixes.contains(prefix_at(text.data() + at))) {
            return at;
        } else {
            ++at;
        }
    }
    return std::string_view::npos;
}

} // namespace knowwho
