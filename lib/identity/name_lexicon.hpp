// SPDX-License-Identifier: MIT
// What is known of single words in names: how often as given or family name, and as title, particle, suffix.
#pragma once

#include "identity/key_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knowwho {

/// How common a word is as a given and as a family name, on one scale of weights; 0 is unknown.
struct NameWeight {
    float given = 0;
    float family = 0;
};

/// The kinds a word around a name may have, as bits: "Ra" is a title in front and a suffix behind.
namespace word_kind {
constexpr std::uint32_t mr = 1, mrs = 2, salutation = 4, title = 8, title_more = 16, dot_title = 32, suffix = 64,
                        noble = 128, particle = 256, joiner = 512, maiden = 1024, iberian_given = 2048, iberian_family = 4096,
                        title_lead = 8192, younger = 16384, older = 32768;
constexpr std::uint32_t any_salutation = mr | mrs | salutation;
constexpr std::uint32_t iberian = iberian_given | iberian_family; ///< says where a name comes from, not what it is
} // namespace word_kind

/// Lets unordered maps of strings be asked with views.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// The lexicons of names, read once from data/lexicon.
class NameLexicon {
public:
    /// The built-in one (or the overriding folder's), read at the first call.
    static NameLexicon const& instance();

    /// Weights of a name by its fold_name() key without blanks; nullptr if it is in neither list.
    NameWeight const* find(std::string_view key) const;

    /// Bits of word_kind by fold_name() key without blanks; 0 for an ordinary word.
    std::uint32_t kinds(std::string_view key) const;

    /// Whether a word that begins so may announce a maiden name: spares nearly all words the look-up. Those words are
    /// written small.
    bool may_begin_maiden(char c) const noexcept { return c >= 'a' && c <= 'z' ? m_maiden_letters[static_cast<std::size_t>(c - 'a')] : c < 'A' || c > 'Z'; }

    /// Log odds of given against family by the last letters alone, learnt from the lists; for unknown names.
    double odds_by_ending(std::string_view key) const;

private:
    NameLexicon();
    void add_names(std::string_view bytes, float NameWeight::* side);
    void add_words(std::string_view bytes);
    void learn_endings();

    KeyTable<NameWeight> m_names{80'000};
    KeyTable<std::uint32_t> m_words{2'000};
    KeyTable<NameWeight> m_endings{40'000};
    std::array<bool, 26> m_maiden_letters{}; ///< by first letter
};

} // namespace knowwho
