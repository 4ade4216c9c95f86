// SPDX-License-Identifier: MIT
// Where a text names people of the roster: one pass, whatever the roster's size.
#pragma once

#include "model/person.hpp"
#include "text/sentences.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knowwho {

/// One place of a text that names somebody, and who on the roster bears such a name.
struct NameMention {
    TextRange where;
    std::vector<std::size_t> bearers; ///< indices into the roster, ascending
    bool full = true;                 ///< given and family name; else an initial or another spelling of the given name
};

/// The names of a roster, folded, by pairs of neighbouring words. "Dr. Anna Weber", "Anna M. Weber",
/// "Weber, Anna" and "A. Weber" (not full) are found for Anna Weber, and "Mathias Weber" (not full) for
/// Matthias Weber; a family name alone is not.
class NameIndex {
public:
    /// Keeps a reference to nothing; the indices of mentions are those of `roster`.
    explicit NameIndex(std::span<Attendance const> roster);

    /// All mentions in order, linear in the text; overlapping ones once.
    std::vector<NameMention> find(std::string_view utf8) const;

    /// Where the text writes the family name of one bearer, alone or not: "Weber", "Frau Weber".
    std::vector<TextRange> find_family(std::string_view utf8, std::size_t bearer) const;

private:
    struct Entry {
        std::uint32_t bearer;
        std::uint32_t next; ///< chain of entries with the same key; 0 ends it
        bool reversed;      ///< family name first
        bool full;
        bool spelt = false; ///< any given name that is another spelling of the bearer's
    };
    struct Bearer {
        std::vector<std::string> given;
        std::vector<std::string> family;
    };
    struct Reading;

    void add(std::uint32_t bearer);
    void add_pair(std::string_view first, std::string_view second, Entry entry);
    void match(Reading const& reading, std::size_t first, std::size_t second, std::vector<NameMention>& mentions) const;
    bool match_key(Reading const& reading, std::uint64_t key, std::size_t first, std::size_t second, std::vector<NameMention>& mentions) const;
    std::size_t end_of_family(Reading const& reading, std::size_t at, Bearer const& bearer) const;

    std::vector<Bearer> m_bearers;
    std::vector<Entry> m_entries; ///< [0] is no entry
    std::unordered_map<std::uint64_t, std::uint32_t> m_by_pair;
};

} // namespace knowwho
