// SPDX-License-Identifier: MIT
// A written name cleaned and cut into words, each with what the lexicon and its shape say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One word of a name.
struct NameToken {
    std::string_view text; ///< points into NameText::clean
    std::string key;       ///< fold_name() without blanks
    std::uint32_t kinds = 0;
    int segment = 0;       ///< which part between commas
    bool dotted = false;   ///< ends with a full stop
    bool upper = false;    ///< two letters or more, all of them capitals
    bool lower = false;    ///< starts with a small letter
    bool initial = false;  ///< one letter, or letters each with its dot ("J.-P.")
    bool dashed = false;   ///< has a hyphen
    bool known = false;    ///< in the lexicon as a name
    bool given_known = false;
    bool family_known = false;
    float given = 0;       ///< weights in the lexicon; 0 for unknown and for composed words
    float family = 0;
    double odds = 0;       ///< log odds of given against family name
};

/// A written name, tidied: blanks, dashes and quotes unified; what is not the name set aside.
struct NameText {
    std::string clean;
    std::string aside;    ///< what stood in brackets or quotes and is none of the name
    std::string nickname; ///< from quotes or brackets
    std::string maiden;
    std::string title;    ///< from brackets: "Weiß, Ute (Dr.)"
    std::string suffix;   ///< from brackets
};

NameText tidy_name(std::string_view written);

/// The words of the tidied name. They point into `text`, which must outlive them and stay unmoved.
std::vector<NameToken> name_tokens(NameText const& text);

/// fold() without blanks: the key of a word in the list of titles and suffixes.
std::string word_key(std::string_view text);

/// Whether all words of the text are titles (or all are suffixes).
bool is_all_title(std::string_view text);
bool is_all_suffix(std::string_view text);

/// Bits of word_kind of one word; also sees words made of titles, such as "Dipl.-Wirtsch.-Ing.".
std::uint32_t word_kinds(std::string_view word);

/// "VON HUMBOLDT" as "von Humboldt", "MEYER-LUEHR" as "Meyer-Luehr"; other words stay.
std::string natural_case(std::string_view word, bool particle);

} // namespace knowwho
