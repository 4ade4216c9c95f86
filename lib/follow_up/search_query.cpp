// SPDX-License-Identifier: MIT
#include "follow_up/search_query.hpp"

#include "text/folding.hpp"
#include "text/similarity.hpp"
#include "text/stems.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace knowwho {
namespace {

constexpr std::size_t most_terms = 32;
constexpr std::size_t shortest_stem = 4;

struct FieldWord {
    std::string_view word;
    SearchField field;
};

constexpr FieldWord field_words[] = {
    {"name", SearchField::name},
    {"organisation", SearchField::organisation},
    {"organization", SearchField::organisation},
    {"org", SearchField::organisation},
    {"firma", SearchField::organisation},
    {"company", SearchField::organisation},
    {"role", SearchField::role},
    {"funktion", SearchField::role},
    {"rolle", SearchField::role},
    {"place", SearchField::place},
    {"ort", SearchField::place},
    {"met", SearchField::met},
    {"getroffen", SearchField::met},
    {"note", SearchField::note},
    {"notiz", SearchField::note},
    {"promise", SearchField::promise},
    {"versprechen", SearchField::promise},
    {"zusage", SearchField::promise},
    {"list", SearchField::list},
    {"liste", SearchField::list},
    {"page", SearchField::page},
    {"seite", SearchField::page},
};

std::optional<SearchField> field_of(std::string_view word)
{
    auto const folded = fold(word);
    auto const found = std::ranges::find(field_words, folded, &FieldWord::word);
    return found == std::end(field_words) ? std::nullopt : std::optional{found->field};
}

/// The field that a word nearly names. Not for beginnings of links and for what is hardly a word.
std::optional<SearchField> field_meant(std::string_view word, std::string_view behind)
{
    constexpr std::size_t shortest_word = 4;
    auto const is_letter = [](unsigned char c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; };
    if (word.size() < shortest_word || behind.starts_with('/') || !std::ranges::all_of(word, is_letter)) {
        return std::nullopt;
    }
    auto const folded = fold(word);
    auto const* const near = std::ranges::find_if(field_words, [&](FieldWord const& one) { return damerau_levenshtein(folded, one.word) == 1; });
    return near == std::end(field_words) ? std::nullopt : std::optional{near->field};
}

/// One piece of the line: a word or what stands between quotes, with what stands before it.
struct Piece {
    std::string_view text;
    std::optional<SearchField> field;
    bool quoted = false;
    bool excluded = false;
    std::string_view mistyped = {}; ///< the field as written
};

std::string_view take_text(std::string_view& rest, bool& quoted)
{
    quoted = rest.starts_with('"');
    if (quoted) {
        rest.remove_prefix(1);
    }
    auto const end = std::min(rest.find_first_of(quoted ? "\"" : " \t\r\n\""), rest.size());
    auto const text = rest.substr(0, end);
    rest.remove_prefix(end);
    if (quoted && !rest.empty()) {
        rest.remove_prefix(1);
    }
    return text;
}

Piece take_piece(std::string_view& rest)
{
    auto piece = Piece{};
    if (rest.starts_with('-') && rest.size() > 1) {
        piece.excluded = true;
        rest.remove_prefix(1);
    }
    auto const colon = rest.find_first_of(": \t\r\n\"");
    if (colon != rest.npos && rest[colon] == ':' && colon + 1 < rest.size()) {
        piece.field = field_of(rest.substr(0, colon));
        if (!piece.field) {
            piece.field = field_meant(rest.substr(0, colon), rest.substr(colon + 1));
            piece.mistyped = piece.field ? rest.substr(0, colon) : std::string_view{};
        }
        if (piece.field) {
            rest.remove_prefix(colon + 1);
        }
    }
    piece.text = take_text(rest, piece.quoted);
    return piece;
}

std::vector<Piece> pieces_of(std::string_view typed)
{
    auto pieces = std::vector<Piece>{};
    while (pieces.size() < most_terms) {
        auto const begin = typed.find_first_not_of(" \t\r\n");
        if (begin == typed.npos) {
            break;
        }
        typed.remove_prefix(begin);
        pieces.push_back(take_piece(typed));
    }
    return pieces;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, fold(word)) != words.end();
}

bool says_met(Piece const& piece)
{
    return !piece.quoted && !piece.field && is_one_of(piece.text, {"met", "getroffen", "kennengelernt", "traf"});
}

bool says_where(Piece const& piece)
{
    return !piece.quoted && !piece.field && is_one_of(piece.text, {"in", "at", "on", "im", "bei", "beim", "auf", "am"});
}

bool is_capital(Piece const& piece)
{
    auto const first = piece.text.empty() ? '\0' : piece.text.front();
    return (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) == 0xC3;
}

/// How many pieces from `at` name a place: one, and those with a capital behind it.
std::size_t place_length(std::vector<Piece> const& pieces, std::size_t at)
{
    std::size_t length = at < pieces.size() ? 1 : 0;
    while (length > 0 && !pieces[at].quoted && at + length < pieces.size() && is_capital(pieces[at + length]) && is_capital(pieces[at])
        && !says_met(pieces[at + length])) {
        ++length;
    }
    return length;
}

/// "met in New York" and "in Berlin getroffen" become words of the field `met`.
void find_meetings(std::vector<Piece>& pieces)
{
    auto const mark = [&](std::size_t from, std::size_t length, std::size_t where, std::size_t met) {
        for (std::size_t at = from; at < from + length; ++at) {
            pieces[at].field = SearchField::met;
        }
        pieces[where].text = {};
        pieces[met].text = {};
    };
    for (std::size_t at = 0; at + 1 < pieces.size(); ++at) {
        if (says_met(pieces[at]) && says_where(pieces[at + 1])) {
            if (auto const length = place_length(pieces, at + 2); length > 0) {
                mark(at + 2, length, at + 1, at);
            }
        } else if (says_where(pieces[at])) {
            auto const length = place_length(pieces, at + 1);
            if (length > 0 && at + 1 + length < pieces.size() && says_met(pieces[at + 1 + length])) {
                mark(at + 1, length, at, at + 1 + length);
            }
        }
    }
}

void keep_new(std::vector<std::string>& starts, std::string_view start)
{
    if (!start.empty() && std::ranges::find(starts, start) == starts.end()) {
        starts.emplace_back(start);
    }
}

/// A stem that the word does not begin with ("compani" of "companies") is cut until it does.
std::string_view common_start(std::string_view stem, std::string_view word)
{
    auto const differ = std::ranges::mismatch(stem, word);
    return stem.substr(0, static_cast<std::size_t>(differ.in1 - stem.begin()));
}

void add_terms(Piece const& piece, std::vector<SearchTerm>& terms)
{
    auto words = folded_words(piece.text);
    if (words.empty()) {
        return;
    }
    // "C++" and "C#" are words to us, but not to the index.
    bool exact = false;
    for (auto& word : words) {
        exact = std::erase_if(word, [](char c) { return c == '+' || c == '#'; }) > 0 || exact;
    }
    if ((piece.quoted && words.size() > 1) || exact) {
        terms.push_back({std::string{piece.text}, piece.field, true, piece.excluded, std::move(words), std::string{piece.mistyped}});
        return;
    }
    for (auto const& word : words) {
        terms.push_back({words.size() == 1 ? std::string{piece.text} : word, piece.field, false, piece.excluded,
            piece.quoted ? std::vector{word} : word_starts(word), std::string{piece.mistyped}});
    }
}

std::string fts_quoted(std::string_view word)
{
    return fmt::format("\"{}\"", word); // folded words hold no quotes
}

std::string expression_of(SearchTerm const& term)
{
    auto text = std::string{};
    for (auto const& start : term.starts) {
        text += text.empty() ? "" : term.phrase ? " + " : " OR ";
        text += term.phrase ? fts_quoted(start) : fts_quoted(start) + " *";
    }
    return term.field ? fmt::format("({} : ({}))", search_field_names[static_cast<std::size_t>(*term.field)], text) : fmt::format("({})", text);
}

} // namespace

std::vector<std::string> word_starts(std::string_view folded_word)
{
    static thread_local auto stemmer = Stemmer{};
    auto starts = std::vector<std::string>{};
    for (auto const language : {Language::german, Language::english}) {
        auto const stem = common_start(stemmer.stem(folded_word, language), folded_word);
        if (stem.size() >= shortest_stem) {
            keep_new(starts, stem);
        }
    }
    keep_new(starts, folded_word);
    keep_new(starts, fold_name(folded_word));
    // A shorter beginning finds all that a longer one does.
    std::ranges::sort(starts);
    auto kept = std::vector<std::string>{};
    for (auto& start : starts) {
        if (kept.empty() || !start.starts_with(kept.back())) {
            kept.push_back(std::move(start));
        }
    }
    return kept;
}

std::vector<SearchTerm> read_search(std::string_view typed)
{
    auto pieces = pieces_of(typed);
    find_meetings(pieces);
    auto const is_stop_word_piece = [](Piece const& piece) {
        auto const word = fold(piece.text);
        return !piece.quoted && !piece.field && (is_stop_word(word, Language::german) || is_stop_word(word, Language::english));
    };
    auto const with_weight = std::ranges::count_if(pieces, [&](Piece const& piece) { return !piece.text.empty() && !is_stop_word_piece(piece); });
    auto terms = std::vector<SearchTerm>{};
    for (auto const& piece : pieces) {
        if (with_weight == 0 || !is_stop_word_piece(piece)) {
            add_terms(piece, terms);
        }
    }
    return terms;
}

std::string search_expression(std::vector<SearchTerm> const& terms, Join join)
{
    auto wanted = std::string{};
    auto unwanted = std::string{};
    for (auto const& term : terms) {
        if (term.starts.empty()) {
            continue;
        }
        auto& to = term.excluded ? unwanted : wanted;
        to += to.empty() ? "" : term.excluded || join == Join::any ? " OR " : " AND ";
        to += expression_of(term);
    }
    if (wanted.empty()) {
        return {};
    }
    return unwanted.empty() ? wanted : fmt::format("({}) NOT ({})", wanted, unwanted);
}

} // namespace knowwho
