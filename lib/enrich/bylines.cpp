// SPDX-License-Identifier: MIT
// Names out of bylines: "Von Anna Weber und Bernd Krause, 12. Mai 2026".
#include "enrich/bylines.hpp"

#include "data/resources.hpp"
#include "enrich/clean_text.hpp"
#include "enrich/written_dates.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace knowwho {

namespace {

constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_name = 50;

/// Lower-case with ASCII and Latin-1 capitals folded, byte for byte.
std::string lower(std::string_view text)
{
    std::string result{text};
    for (std::size_t at = 0; at < result.size(); ++at) {
        auto const c = static_cast<unsigned char>(result[at]);
        bool const latin = at > 0 && static_cast<unsigned char>(result[at - 1]) == 0xc3 && c >= 0x80 && c <= 0x9e;
        result[at] = static_cast<char>((c >= 'A' && c <= 'Z') || latin ? c + 0x20 : c);
    }
    return result;
}

struct BylineWords {
    std::unordered_set<std::string_view> openings;
    std::unordered_set<std::string_view> nobodies;
    std::size_t longest = 0;

    BylineWords()
    {
        for (auto const& row : read_rows(resource("lexicon/byline_words.tsv"))) {
            if (row.size() >= 2 && row[1] == "opening") {
                openings.insert(row[0]);
                longest = std::max(longest, row[0].size());
            } else if (row.size() >= 2 && row[1] == "nobody") {
                nobodies.insert(row[0]);
            }
        }
    }
};

BylineWords const& byline_words()
{
    static BylineWords const known;
    return known;
}

/// How many bytes of opening words the line starts with, the blank behind them too.
std::size_t opening_length(std::string_view line)
{
    std::string const start = lower(line.substr(0, byline_words().longest + 1));
    for (std::size_t end = start.size(); end > 0; --end) {
        bool const whole = end == line.size() || line[end] == ' ' || line[end] == ':' || line[end - 1] == ':';
        if (whole && byline_words().openings.contains(std::string_view{start}.substr(0, end))) {
            auto const next = line.find_first_not_of(" :", end);
            return next == std::string_view::npos ? line.size() : next;
        }
    }
    return 0;
}

std::string_view without_openings(std::string_view line)
{
    for (int round = 0; round < 3; ++round) {
        std::size_t const length = opening_length(line);
        if (length == 0 || length >= line.size()) {
            return length == 0 ? line : std::string_view{};
        }
        line.remove_prefix(length);
    }
    return line;
}

/// Up to the first date, number or mark that no name has.
std::string_view before_what_is_no_name(std::string_view text)
{
    if (auto const date = find_date(text)) {
        text = text.substr(0, date->begin);
    }
    for (std::string_view const mark : {" | ", " \u2022 ", " \u00b7 ", " \u2013 ", " \u2014 ", " - ", " (", " [", " @", " am ", " on ", " um ", " in ", " at ", " vom ", " f\u00fcr ", " for ", "http", "\u2192", "\u00bb", " \u2190"}) {
        text = text.substr(0, text.find(mark));
    }
    return text;
}

bool is_particle(std::string_view word)
{
    constexpr std::array<std::string_view, 16> particles = {"von", "van", "der", "den", "de", "zu", "zur", "vom", "di", "da", "del", "la", "le", "al", "el", "ter"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

bool starts_capital(std::string_view word)
{
    auto const first = static_cast<unsigned char>(word.front());
    if (first == 0xc3 && word.size() > 1) {
        return static_cast<unsigned char>(word[1]) < 0x9f; // Ä, Ö, Ü, É, ...
    }
    return (first >= 'A' && first <= 'Z') || first >= 0xc4;
}

bool is_full_name(std::string_view name)
{
    int words = 0;
    int capitals = 0;
    for (std::size_t begin = 0; begin < name.size();) {
        auto const end = std::min(name.find(' ', begin), name.size());
        auto const word = name.substr(begin, end - begin);
        if (word.empty() || (!starts_capital(word) && !is_particle(word))) {
            return false;
        }
        ++words;
        capitals += starts_capital(word) ? 1 : 0;
        begin = end + 1;
    }
    return words >= 2 && words <= 5 && capitals >= 2 && name.find_first_of("0123456789@/|<>!?*=_") == std::string_view::npos;
}

bool is_somebody(std::string_view name, NameForm form)
{
    if (name.size() < 2 || name.size() > longest_name || byline_words().nobodies.contains(lower(name))) {
        return false;
    }
    auto const words = std::count(name.begin(), name.end(), ' ') + 1;
    bool const pseudonym = form == NameForm::any && words <= 3 && name.find_first_of("@|<>!?*=:/") == std::string_view::npos;
    return pseudonym || is_full_name(name);
}

std::string_view without_marks(std::string_view text)
{
    auto const begin = text.find_first_not_of(" ,.;:*-");
    auto const end = text.find_last_not_of(" ,;:*-");
    return begin == std::string_view::npos || end < begin ? std::string_view{} : text.substr(begin, end - begin + 1);
}

/// The piece up to the next mark between names; takes it off `rest`.
std::string_view take_piece(std::string_view& rest)
{
    std::size_t cut = rest.size();
    std::size_t length = 0;
    for (std::string_view const mark : {",", ";", " und ", " and ", " & ", "|", " / ", "/", " sowie ", " mit "}) {
        if (auto const at = rest.find(mark); at < cut) {
            cut = at;
            length = mark.size();
        }
    }
    auto const piece = rest.substr(0, cut);
    rest.remove_prefix(std::min(rest.size(), cut + length));
    return piece;
}

} // namespace

bool opens_byline(std::string_view line)
{
    return opening_length(line) != 0;
}

std::vector<std::string> names_in_byline(std::string_view line, NameForm form)
{
    std::vector<std::string> names;
    std::string_view rest = before_what_is_no_name(without_openings(line.substr(0, longest_line)));
    while (!rest.empty() && names.size() < 12) {
        std::string const name = clean_text(without_marks(without_openings(without_marks(take_piece(rest)))));
        bool const first = names.empty();
        if (is_somebody(name, first ? form : NameForm::full) && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace knowwho
