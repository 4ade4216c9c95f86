// SPDX-License-Identifier: MIT
// Where sentences begin and end, in German and English.
#include "text/sentences.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace knowwho {

namespace {

/// What may stand behind an abbreviation's stop.
enum class Follows { word, end };

class Habits {
public:
    Habits()
    {
        for (auto const& row : read_rows(resource("lexicon/abbreviations.tsv"))) {
            if (row.size() >= 2) {
                m_abbreviations.emplace(row[0], row[1] == "end" ? Follows::end : Follows::word);
            }
        }
        for (auto const* const file : {"lexicon/stopwords_de.txt", "lexicon/stopwords_en.txt"}) {
            for_each_row(resource(file), [this](std::string_view line) { m_openers.emplace(line); });
        }
    }

    Follows const* abbreviation(std::string const& word) const
    {
        auto const found = m_abbreviations.find(word);
        return found == m_abbreviations.end() ? nullptr : &found->second;
    }

    /// Whether the word, lower-case, opens sentences often: articles, pronouns, conjunctions.
    bool opens(std::string const& word) const { return m_openers.contains(word); }

private:
    std::unordered_map<std::string, Follows> m_abbreviations;
    std::unordered_set<std::string> m_openers;
};

Habits const& habits()
{
    static Habits const known;
    return known;
}

bool is_space(std::string_view text, std::size_t at, std::size_t& length)
{
    char const c = text[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
        length = 1;
        return true;
    }
    // No-break, narrow no-break and thin space.
    length = text.substr(at, 2) == "\u00a0" ? 2 : text.substr(at, 3) == "\u202f" || text.substr(at, 3) == "\u2009" ? 3 : 0;
    return length != 0;
}

std::size_t after_spaces(std::string_view text, std::size_t at)
{
    std::size_t length = 0;
    while (at < text.size() && is_space(text, at, length)) {
        at += length;
    }
    return at;
}

/// Behind closing quotation marks, brackets and further stops.
std::size_t after_closers(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        std::string_view rest = text.substr(at);
        char32_t const c = take_utf8(rest);
        bool const closes = c == '"' || c == '\'' || c == ')' || c == ']' || c == '.' || c == '!' || c == '?' || c == 0x201c
            || c == 0x201d || c == 0x2019 || c == 0x2018 || c == 0xbb || c == 0xab || c == 0x203a || c == 0x2026;
        if (!closes) {
            return at;
        }
        at = text.size() - rest.size();
    }
    return at;
}

std::string lower_word(std::string_view word)
{
    std::string lower;
    while (!word.empty()) {
        append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(take_utf8(word)))));
    }
    return lower;
}

bool is_word_end(char32_t c)
{
    return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == '(' || c == '[' || c == '"' || c == 0x201e || c == 0x201c || c == 0xbb
        || c == 0xab || c == '/' || c == '-' || c == 0x2013 || c == ',';
}

/// The word that ends before `end`, inner stops included ("e.g" of "e.g."); at most 24 bytes.
std::string_view word_before(std::string_view text, std::size_t floor, std::size_t end)
{
    std::size_t begin = end;
    while (begin > floor && end - begin < 24) {
        char32_t const c = utf8_before(text, begin);
        if (is_word_end(c)) {
            break;
        }
        do {
            --begin;
        } while (begin > floor && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80);
    }
    return text.substr(begin, end - begin);
}

/// The word that starts at `begin`, letters and digits only; at most 40 bytes.
std::string_view word_after(std::string_view text, std::size_t begin)
{
    std::string_view rest = text.substr(begin);
    while (!rest.empty() && text.size() - rest.size() - begin < 40) {
        std::string_view ahead = rest;
        if (!u_isalnum(static_cast<UChar32>(take_utf8(ahead)))) {
            break;
        }
        rest = ahead;
    }
    return text.substr(begin, text.size() - rest.size() - begin);
}

/// Behind opening quotation marks and brackets.
std::size_t after_openers(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        std::string_view rest = text.substr(at);
        char32_t const c = take_utf8(rest);
        bool const opens = c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201e || c == 0x201a || c == 0x201c || c == 0x2018
            || c == 0xab || c == 0xbb || c == 0x2039 || c == 0x2013 || c == 0x2014 || c == '-' || c == 0xbf || c == 0xa1;
        if (!opens) {
            return at;
        }
        at = after_spaces(text, text.size() - rest.size());
    }
    return at;
}

bool all_digits(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_roman(std::string_view word)
{
    return !word.empty() && word.size() <= 5 && word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_one_letter(std::string_view word)
{
    if (word.empty() || word.size() > 4) {
        return false;
    }
    return u_isupper(static_cast<UChar32>(take_utf8(word))) && word.empty();
}

/// Whether the full stop behind `before` is part of the word, given the word that follows.
bool stop_belongs_to_word(std::string_view before, std::string_view following, bool stop_follows)
{
    bool const initial = is_one_letter(following) && stop_follows; // the next one: "B. A.", not "Plan B. A man"
    bool const opener = !initial && habits().opens(lower_word(following));
    if (all_digits(before)) {
        return before.size() <= 2 && !opener; // the 3. März, the 42. Jahrestag; not the year
    }
    if (is_roman(before)) {
        return !opener;
    }
    if (is_one_letter(before)) {
        return !opener;
    }
    Follows const* const known = habits().abbreviation(lower_word(before));
    if (known == nullptr) {
        return false;
    }
    return *known == Follows::word || !opener;
}

/// Whether the sentence that started at `floor` ends with the mark at `stop`; `next` is where the
/// text goes on behind the white space.
bool ends_here(std::string_view text, std::size_t floor, std::size_t stop, std::size_t after_mark, std::size_t next)
{
    std::size_t const start = after_openers(text, next);
    if (start >= text.size()) {
        return true;
    }
    std::string_view rest = text.substr(start);
    auto const first = static_cast<UChar32>(take_utf8(rest));
    if (u_islower(first) || first == ',' || first == ';' || first == ':') {
        return false;
    }
    if (text[stop] != '.' || after_mark != stop + 1) {
        return true;
    }
    auto const following = word_after(text, start);
    return !stop_belongs_to_word(word_before(text, floor, stop), following, text.substr(start + following.size()).starts_with('.'));
}

void add_trimmed(std::vector<TextRange>& ranges, std::string_view text, std::size_t begin, std::size_t end)
{
    begin = after_spaces(text, begin);
    while (end > begin && (u_isUWhiteSpace(static_cast<UChar32>(utf8_before(text, end))) != 0)) {
        do {
            --end;
        } while (end > begin && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80);
    }
    if (end > begin) {
        ranges.push_back({begin, end});
    }
}

void split_line(std::string_view text, std::size_t begin, std::size_t end, std::vector<TextRange>& ranges)
{
    std::string_view const line = text.substr(0, end);
    std::size_t start = begin;
    for (std::size_t at = begin; (at = line.find_first_of(".!?\xe2", at)) != std::string_view::npos;) {
        if (line[at] == '\xe2' && line.substr(at, 3) != "\u2026") {
            ++at;
            continue;
        }
        std::size_t const mark = line[at] == '\xe2' ? at + 3 : at + 1;
        std::size_t const after_mark = after_closers(line, mark);
        std::size_t const next = after_spaces(line, after_mark);
        if (next > after_mark && ends_here(line, start, at, after_mark, next)) {
            add_trimmed(ranges, line, start, after_mark);
            start = next;
        }
        at = after_mark;
    }
    add_trimmed(ranges, line, start, end);
}

} // namespace

std::vector<TextRange> split_sentences(std::string_view utf8)
{
    std::vector<TextRange> ranges;
    for (std::size_t begin = 0; begin < utf8.size();) {
        std::size_t const end = std::min(utf8.find('\n', begin), utf8.size());
        split_line(utf8, begin, end, ranges);
        begin = end + 1;
    }
    return ranges;
}

} // namespace knowwho
