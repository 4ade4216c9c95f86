// SPDX-License-Identifier: MIT
// What the characters of a block show, whatever its words: lengths, capitals, marks, the way it ends.
#include "enrich/text_shape.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <unordered_map>

namespace knowwho {

namespace {

bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

bool is_loud(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One word from `at`; where it ends.
std::size_t take_word(std::string_view text, std::size_t at, TextShape& shape)
{
    std::size_t end = at;
    while (end < text.size() && is_letter(static_cast<unsigned char>(text[end]))) {
        ++end;
    }
    auto const first = static_cast<unsigned char>(text[at]);
    bool const lower = first >= 'a' && first <= 'z';
    shape.words += 1;
    shape.capitals += first >= 'A' && first <= 'Z' ? 1.0F : 0.0F;
    shape.short_words += lower && end - at <= 3 ? 1.0F : 0.0F;
    shape.loud += end - at >= 3 && is_loud(text.substr(at, end - at)) ? 1.0F : 0.0F;
    return end;
}

using TellingWords = std::unordered_map<std::string_view, std::size_t>;

TellingWords read_telling_words()
{
    constexpr std::array<std::string_view, 3> kinds = {"pitch", "author", "consent"};
    TellingWords words;
    for (auto const& row : read_rows(resource("lexicon/page_words.tsv"))) {
        auto const kind = row.size() < 2 ? kinds.end() : std::find(kinds.begin(), kinds.end(), row[1]);
        if (kind != kinds.end()) {
            words.emplace(row[0], static_cast<std::size_t>(kind - kinds.begin()));
        }
    }
    return words;
}

void count_telling_words(std::string_view text, TextShape& shape)
{
    static TellingWords const known = read_telling_words();
    for (Words words{text}; words.next();) {
        if (auto const found = known.find(words.folded()); found != known.end()) {
            shape.telling[found->second] += 1;
        }
    }
}

} // namespace

TextShape shape_of(std::string_view text)
{
    TextShape shape;
    shape.bytes = static_cast<float>(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char const c = text[at];
        if (is_letter(static_cast<unsigned char>(c))) {
            at = take_word(text, at, shape);
            continue;
        }
        bool const stop = c == '.' || c == '!' || c == '?';
        shape.sentences += stop && (at + 1 == text.size() || text[at + 1] == ' ') ? 1.0F : 0.0F;
        shape.digits += c >= '0' && c <= '9' ? 1.0F : 0.0F;
        shape.commas += c == ',' ? 1.0F : 0.0F;
        shape.bars += c == '|' || c == '>' || c == '/' ? 1.0F : 0.0F;
        ++at;
    }
    if (text.size() < 600) {
        count_telling_words(text, shape);
    }
    return shape;
}

float ending_mark(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    char const last = text.back();
    if (last == '.') {
        return 3;
    }
    bool const quote = text.ends_with("\u201c") || text.ends_with("\u201d") || text.ends_with("\u00bb") || text.ends_with("\u00ab") || text.ends_with("\u2026");
    return last == '!' || last == '?' || last == '"' || last == ')' || quote ? 2.0F : last == ':' ? 1.0F : 0.0F;
}

} // namespace knowwho
