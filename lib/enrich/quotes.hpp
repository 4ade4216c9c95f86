// SPDX-License-Identifier: MIT
// The sentences of a page that are worth quoting about a person.
#pragma once

#include "enrich/page_reader.hpp"
#include "model/goals.hpp"
#include "text/sentences.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace knowwho {

/// What a quote may be long, in characters.
inline constexpr std::size_t longest_quote = 300;

/// The range cut to the longest that a quote may be, behind a whole word; empty if the first word is longer.
TextRange shortened(std::string_view text, TextRange range);

/// Where a page speaks of a person, as far as names show it.
struct PersonOnPage {
    std::vector<TextRange> named;  ///< full names in the page's text
    std::vector<TextRange> family; ///< the family name, alone or not
    bool author = false;           ///< the page names them as its author
    bool in_title = false;
};

/// Picks quotes: sentences that name the person, tell of them right after, stand under their name, or
/// are what they say in an interview or write as the author; those nearest to the goals first.
class QuotePicker {
public:
    /// `goals` may be null; nothing of it is kept but its words.
    explicit QuotePicker(Goals const* goals);

    /// Up to `most` quotes in the order of the text. Each lies in `reading.page.text`, has at most
    /// `longest_quote` characters and is cut at the end of a word. Empty if nothing is about them.
    std::vector<TextRange> pick(PageReading const& reading, PersonOnPage const& person, std::size_t most) const;

private:
    double nearness(std::string_view sentence, Language language) const;

    std::unordered_set<std::string> m_german;  ///< stems of the goals' words
    std::unordered_set<std::string> m_english;
};

} // namespace knowwho
