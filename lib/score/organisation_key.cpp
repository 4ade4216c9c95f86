// SPDX-License-Identifier: MIT
#include "score/organisation_key.hpp"

#include "text/tokens.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

bool is_legal_form(std::string_view word)
{
    constexpr auto forms = std::array<std::string_view, 30>{
        "gmbh", "ggmbh", "mbh", "ag", "se", "kg", "kgaa", "ohg", "gbr", "ug", "co", "cie", "und", "and", "the",
        "ev", "eg", "inc", "corp", "ltd", "llc", "llp", "plc", "limited", "sa", "sarl", "srl", "spa", "bv", "nv"};
    return std::find(forms.begin(), forms.end(), word) != forms.end();
}

} // namespace

std::string plain_organisation_key(std::string_view organisation)
{
    auto const words = folded_words(organisation);
    auto key = std::string{};
    for (auto const& word : words) {
        // "e. V." falls into single letters; a name may also consist of nothing but such words.
        bool const single_letter = word.size() == 1 && (word[0] < '0' || word[0] > '9');
        bool const skipped = is_legal_form(word) || (single_letter && !key.empty());
        if (!skipped) {
            key += key.empty() ? "" : " ";
            key += word;
        }
    }
    if (!key.empty() || words.empty()) {
        return key;
    }
    return words.front();
}

} // namespace knowwho
