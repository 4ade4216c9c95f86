// SPDX-License-Identifier: MIT
#include "identity/name_tokens.hpp"

#include "identity/name_lexicon.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <unicode/uchar.h>

namespace knowwho {
namespace {

constexpr std::size_t most_tokens = 24;

struct Shape {
    int letters = 0;
    int capitals = 0;
    int dots = 0;
    int dashes = 0;
    bool starts_lower = false;
};

bool is_letter(char32_t c) { return c < 0x80 ? (c | 0x20) >= U'a' && (c | 0x20) <= U'z' : u_isalpha(static_cast<UChar32>(c)) != 0; }

void see_letter(Shape& shape, bool capital, bool small)
{
    shape.starts_lower = shape.starts_lower || (shape.letters == 0 && small);
    shape.letters += 1;
    shape.capitals += capital;
}

Shape shape_of(std::string_view text)
{
    auto shape = Shape{};
    while (!text.empty()) {
        auto const byte = text.front();
        auto const c = static_cast<unsigned char>(byte) < 0x80 ? static_cast<char32_t>(byte) : take_utf8(text);
        if (c < 0x80) {
            text.remove_prefix(1);
            shape.dots += c == U'.';
            shape.dashes += c == U'-';
            if ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') {
                see_letter(shape, c <= U'Z', c >= U'a');
            }
        } else if (u_isalpha(static_cast<UChar32>(c)) != 0) {
            // ß has no capital in common use: "GROß" counts as written in capitals.
            see_letter(shape, u_isUUppercase(static_cast<UChar32>(c)) != 0 || c == U'ß', u_islower(static_cast<UChar32>(c)) != 0);
        }
    }
    return shape;
}

bool is_initial(Shape const& shape)
{
    // "A.", "J.-P.", "F-P", "R.K"
    return shape.letters == 1 ? shape.capitals == 1 : shape.letters <= 4 && shape.capitals == shape.letters && shape.dots + shape.dashes >= shape.letters - 1;
}

/// Composed of title words, the first of which may begin one: "Univ.-Prof.", "Ass.-Prof.Dr.", "StB/WP".
bool is_composed_title(std::string_view plain)
{
    auto const kinds = [](std::string_view word) { return NameLexicon::instance().kinds(word); };
    auto const words = split_at_blanks(plain);
    auto const belongs = [&](std::string_view word) { return (kinds(word) & (word_kind::title | word_kind::title_more | word_kind::title_lead)) != 0; };
    auto const begins = [&](std::string_view word) { return (kinds(word) & word_kind::title) != 0 && word.size() > 1; };
    return std::ranges::all_of(words, belongs) && std::ranges::any_of(words, begins);
}

/// Bits of word_kind by the word, its fold_name(), and that without blanks.
std::uint32_t kinds_of(std::string_view word, std::string_view plain, std::string_view key)
{
    if (auto const kinds = NameLexicon::instance().kinds(key); kinds != 0) {
        return kinds;
    }
    if (key.starts_with("dipl") && word.find_first_of(".-") < word.size()) {
        return word_kind::title;
    }
    auto const composed = plain.size() != key.size() && word.find_first_of("./") != std::string_view::npos && is_composed_title(plain);
    return composed ? word_kind::title : 0;
}

double weighed_odds(NameWeight const* weight, std::string_view key)
{
    auto const& lexicon = NameLexicon::instance();
    if (weight == nullptr) {
        return 0.6 * lexicon.odds_by_ending(key);
    }
    return std::log((weight->given + 0.4F) / (weight->family + 0.4F));
}

/// Fills in what the lexicon says of a word that has its key; `plain` is the key with its blanks.
void weigh(NameToken& token, std::string_view text, std::string_view plain)
{
    token.kinds = kinds_of(text, plain, token.key);
    auto const& lexicon = NameLexicon::instance();
    auto const take = [&](NameWeight const* weight, std::string_view key) {
        token.known = token.known || weight != nullptr;
        token.given_known = token.given_known || (weight != nullptr && weight->given > 0);
        token.family_known = token.family_known || (weight != nullptr && weight->family > 0);
        token.odds += weighed_odds(weight, key);
    };
    auto const* const whole = lexicon.find(token.key);
    if (whole != nullptr) {
        token.given = whole->given;
        token.family = whole->family;
    }
    if (whole != nullptr || plain.find(' ') == std::string_view::npos) {
        take(whole, token.key);
        return;
    }
    for (auto const part : split_at_blanks(plain)) {
        take(lexicon.find(part), part);
    }
}

NameToken make_token(std::string_view text, int segment)
{
    auto token = NameToken{};
    token.text = text;
    token.segment = segment;
    auto const shape = shape_of(text);
    token.dotted = text.ends_with('.');
    token.upper = shape.letters >= 2 && shape.capitals == shape.letters;
    token.lower = shape.starts_lower;
    token.initial = is_initial(shape);
    token.dashed = shape.dashes > 0;
    token.key = fold_name(text);
    if (token.key.find(' ') == std::string::npos) {
        weigh(token, text, token.key);
    } else {
        auto const plain = std::exchange(token.key, without_blanks(token.key));
        weigh(token, text, plain);
    }
    return token;
}

/// "Prof.Dr.Anna" stands for three words; "Dr.-Ing." and "B.Sc." for one each.
std::size_t glued_title_end(std::string_view word)
{
    auto const dot = word.find('.');
    if (dot == std::string_view::npos || dot + 2 >= word.size() || dot < 2) {
        return word.size();
    }
    auto const next = word[dot + 1];
    auto const kinds = word_kinds(word.substr(0, dot + 1));
    auto const capital = static_cast<unsigned char>(next) >= 0x80 || (next >= 'A' && next <= 'Z');
    auto const whole = word_kinds(word) & ~word_kind::iberian;
    return capital && (kinds & (word_kind::title | word_kind::any_salutation)) != 0 && whole == 0 ? dot + 1 : word.size();
}

bool separates(char c) { return c == ' ' || c == ',' || c == ';'; }

/// Letters with a blank between that are one word: the length of "a. D." at the beginning, or 0.
std::size_t parted_letters(std::string_view text)
{
    if (text.size() < 5 || (text[1] != '.' && text[2] != '.')) {
        return 0; // as nearly everywhere
    }
    constexpr std::string_view all[] = {"a. D.", "i. R.", "i. G.", "I. E.", "S. E.", "i. Tr.", "E. h.", "e. h.", "h. c.", "d. J.", "M. Sc.", "B. Sc.", "M. Eng.", "B. Eng.", "Ph. D.", "LL. M."};
    auto const* const found = std::ranges::find_if(all, [&](auto one) { return text.starts_with(one) && (text.size() == one.size() || separates(text[one.size()])); });
    return found == std::end(all) ? 0 : found->size();
}

/// Whether there are words, and all of such kinds.
bool are_all_of_kind(std::string_view text, std::string_view between, std::uint32_t kinds)
{
    auto words = 0;
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of(between), text.size());
        if (end > 0 && (word_kinds(text.substr(0, end)) & kinds) == 0) {
            return false;
        }
        words += end > 0;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words > 0;
}

} // namespace

std::string word_key(std::string_view text)
{
    return without_blanks(fold(text));
}

std::uint32_t word_kinds(std::string_view word)
{
    auto const plain = fold_name(word);
    return plain.find(' ') == std::string::npos ? kinds_of(word, plain, plain) : kinds_of(word, plain, without_blanks(plain));
}

std::vector<NameToken> name_tokens(NameText const& text)
{
    auto tokens = std::vector<NameToken>{};
    tokens.reserve(6);
    auto rest = std::string_view{text.clean};
    auto segment = 0;
    while (!rest.empty() && tokens.size() < most_tokens) {
        if (separates(rest.front())) {
            segment += rest.front() != ' ';
            rest.remove_prefix(1);
            continue;
        }
        auto const end = static_cast<std::size_t>(std::ranges::find_if(rest, separates) - rest.begin());
        auto const parted = parted_letters(rest);
        auto const cut = parted > 0 ? parted : glued_title_end(rest.substr(0, end));
        tokens.push_back(make_token(rest.substr(0, cut), segment));
        rest.remove_prefix(cut);
    }
    return tokens;
}

bool is_all_title(std::string_view text) { return are_all_of_kind(text, " ", word_kind::title | word_kind::title_more | word_kind::title_lead); }

bool is_all_suffix(std::string_view text) { return are_all_of_kind(text, " ,", word_kind::suffix); }

std::string natural_case(std::string_view word, bool particle)
{
    auto out = std::string{};
    auto start = !particle;
    while (!word.empty()) {
        auto const c = take_utf8(word);
        auto const shown = start ? static_cast<UChar32>(c) : u_tolower(static_cast<UChar32>(c));
        append_utf8(out, static_cast<char32_t>(shown));
        start = !is_letter(c) && c != U'.' && c != U'\'' ? true : c == U'\'' && out.size() <= 2;
    }
    return out;
}

} // namespace knowwho
