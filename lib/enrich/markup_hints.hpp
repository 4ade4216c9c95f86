// SPDX-License-Identifier: MIT
// What class names, ids and roles say about an element, as bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace knowwho {

/// A set of `Hint`s.
using Hints = std::uint32_t;

/// Names as in data/lexicon/markup_words.tsv, in the order of the bits.
enum class Hint : std::uint8_t {
    navigation, breadcrumb, sidebar, footer, header, comments, related, teaser, share, subscribe, consent, advert,
    author, date, caption, media, sidebox, tags, title, lead, kicker, article, body, main, hidden, widget, list, people, note,
};
inline constexpr std::array<std::string_view, 29> hint_names = {
    "navigation", "breadcrumb", "sidebar", "footer", "header", "comments", "related", "teaser", "share", "subscribe",
    "consent", "advert", "author", "date", "caption", "media", "sidebox", "tags", "title", "lead", "kicker", "article",
    "body", "main", "hidden", "widget", "list", "people", "note",
};
inline constexpr std::size_t hint_count = hint_names.size();

constexpr Hints bit(Hint hint)
{
    return Hints{1} << static_cast<unsigned>(hint);
}

constexpr bool has(Hints hints, Hint hint)
{
    return (hints & bit(hint)) != 0;
}

/// The hints of the words in an attribute's value: "main-nav articleBody" has navigation, main,
/// article and body. Values over 512 bytes are read to there.
Hints hints_of(std::string_view value);

} // namespace knowwho
