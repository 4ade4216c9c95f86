// SPDX-License-Identifier: MIT
// Whether a text says a given phrase: in another form, in a compound, or in the other language.
#pragma once

#include "model/language.hpp"
#include "relevance/need.hpp"
#include "relevance/need_reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A phrase of `must`, `avoid`, `places` or common ground, made ready once for many texts.
class PhraseFinder {
public:
    /// `bridges` says how far a word may stand from the phrase's: `same` takes its forms only.
    PhraseFinder(std::string_view phrase, NeedReader& reader, std::span<Bridge const> bridges);

    /// The words of the text that say the phrase, as the need writes them ("Beratung → consulting");
    /// nothing unless every word of the phrase is met. `terms` must be sorted.
    std::optional<std::vector<std::string>> find(std::span<TermId const> terms) const;

    std::string const& phrase() const noexcept { return m_phrase; }

private:
    std::string m_phrase;
    Need m_need;
};

/// How a need's word is met by `terms` (sorted) with the least discount; null if it is not. Points into `word`.
Member const* best_member(NeedWord const& word, std::span<TermId const> terms);

/// How a bridge is shown: "Wartung", or "Wartung → maintenance".
std::string shown_bridge(NeedWord const& word, Member const& member);

} // namespace knowwho
