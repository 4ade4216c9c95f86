// SPDX-License-Identifier: MIT
// Names out of bylines: "Von Anna Weber und Bernd Krause, 12. Mai 2026".
#include "enrich/bylines.hpp"

#include "data/resources.hpp"
#include "enrich/clean_text.hpp"
#include "enrich/written_dates.hpp"
#include "identity/name_lexicon.hpp"
#include "text/folding.hpp"
#include "text/latin.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace knowwho {

namespace {

constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_name = 50;

struct BylineWords {
    std::unordered_set<std::string_view> openings;
    std::unordered_set<std::string_view> nobodies;
    std::unordered_set<std::string_view> houses;   ///< desks that sign: "redaktion"
    std::unordered_set<std::string_view> roles;    ///< before a name, also as the last part of a compound
    std::unordered_set<std::string_view> weekdays;
    std::vector<std::string_view> ends;            ///< from here on there is no name any more
    std::size_t longest = 0;

    BylineWords()
    {
        for (auto const& row : read_rows(resource("lexicon/byline_words.tsv"))) {
            if (row.size() >= 2) {
                take(row[0], row[1]);
            }
        }
    }

private:
    void take(std::string_view word, std::string_view kind)
    {
        if (kind == "opening") {
            openings.insert(word);
            longest = std::max(longest, word.size());
        } else if (kind == "end") {
            ends.push_back(word);
        } else {
            auto& set = kind == "house" ? houses : kind == "role" ? roles : kind == "weekday" ? weekdays : nobodies;
            set.insert(word);
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
    std::string const start = latin_lower(line.substr(0, byline_words().longest + 1));
    for (std::size_t end = start.size(); end > 0; --end) {
        bool const whole = end == line.size() || line[end] == ' ' || line[end] == ':' || line[end - 1] == ':' || (end > 4 && line[end] >= 'A' && line[end] <= 'Z');
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

/// Up to the first mark or word that no name has.
std::string_view before_what_is_no_name(std::string_view text)
{
    for (std::string_view const mark : {" | ", " \u2022 ", " \u00b7 ", " \u2013 ", " \u2014 ", " - ", " (", " [", " @", " am ", " on ", " um ", " in ", " at ", " vom ", " f\u00fcr ", " for ", "http", "\u2192", "\u00bb", " \u2190"}) {
        text = text.substr(0, text.find(mark));
    }
    std::string const small = latin_lower(text);
    std::size_t cut = text.size();
    for (auto const word : byline_words().ends) {
        for (auto at = small.find(word); at != std::string::npos; at = small.find(word, at + 1)) {
            auto const behind = at + word.size();
            bool const whole = at > 0 && small[at - 1] == ' ' && (behind == small.size() || small[behind] == ' ' || small[behind] == ':' || small[behind] == ',');
            cut = whole ? std::min(cut, at) : cut;
        }
    }
    return text.substr(0, cut);
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
    if (name.empty() || !starts_capital(name)) {
        return false;
    }
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
    return words >= 2 && words <= 5 && capitals >= 2 && name.find_first_of("0123456789@/|<>!?*=_:") == std::string_view::npos;
}

bool is_somebody(std::string_view name, NameForm form)
{
    std::string const small = latin_lower(name);
    if (name.size() < 2 || name.size() > longest_name || byline_words().nobodies.contains(small)) {
        return false;
    }
    if (byline_words().houses.contains(small)) {
        return form == NameForm::house;
    }
    auto const words = std::count(name.begin(), name.end(), ' ') + 1;
    bool const pseudonym = form != NameForm::full && words <= 3 && name.find_first_of("@|<>!?*=:/") == std::string_view::npos;
    return pseudonym || is_full_name(name);
}

std::string_view without_marks(std::string_view text)
{
    auto const begin = text.find_first_not_of(" ,.;:*&-");
    auto const end = text.find_last_not_of(" ,;:*-");
    return begin == std::string_view::npos || end < begin ? std::string_view{} : text.substr(begin, end - begin + 1);
}

/// The piece up to the next mark between names; takes it off `rest`.
std::string_view take_piece(std::string_view& rest)
{
    std::size_t cut = rest.size();
    std::size_t length = 0;
    for (std::string_view const mark : {",", ";", " und ", " and ", " & ", "|", " / ", "/", " sowie ", " im Gespr\u00e4ch mit ", " in conversation with ", " mit "}) {
        if (auto const at = rest.find(mark); at < cut) {
            cut = at;
            length = mark.size();
        }
    }
    auto const piece = rest.substr(0, cut);
    rest.remove_prefix(std::min(rest.size(), cut + length));
    return piece;
}

/// "FOCUS-Experte Anna Weber", "Redakteurin Anna Weber": without what she is.
std::string_view without_role(std::string_view piece)
{
    auto const blank = piece.find(' ');
    auto const word = piece.substr(0, blank);
    auto const dash = word.rfind('-');
    std::string const last = latin_lower(word.substr(dash == std::string_view::npos ? 0 : dash + 1));
    return blank != std::string_view::npos && byline_words().roles.contains(last) ? piece.substr(blank + 1) : piece;
}

std::vector<std::string> names_in_pieces(std::string_view rest, NameForm form)
{
    std::vector<std::string> names;
    while (!rest.empty() && names.size() < 12) {
        std::string const name = clean_text(without_role(without_marks(without_openings(without_marks(take_piece(rest))))));
        bool const first = names.empty();
        if (is_somebody(name, first ? form : NameForm::full) && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

/// Behind a date and a time: "13:30 Uhr von Olga", "- Amelie Loevenich".
std::vector<std::string> names_behind_date(std::string_view text, NameForm form)
{
    auto const at = std::find_if(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'z') || static_cast<unsigned char>(c) >= 0xc3; });
    text.remove_prefix(static_cast<std::size_t>(at - text.begin()));
    text.remove_prefix(text.starts_with("Uhr ") ? 4 : 0);
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" ,;|-")));
    if (opens_byline(text)) {
        return names_in_pieces(before_what_is_no_name(without_openings(text)), form);
    }
    auto const name = without_marks(before_what_is_no_name(text));
    return is_known_name(name) ? std::vector{std::string{name}} : std::vector<std::string>{};
}

/// Without the words that lead from a name to a date: "Anna Weber am Freitag, den".
std::string_view without_way_to_date(std::string_view text)
{
    for (text = without_marks(text); !text.empty(); text = without_marks(text)) {
        auto const blank = text.rfind(' ');
        auto const last = without_marks(text.substr(blank == std::string_view::npos ? text.size() : blank));
        bool const leads = last == "am" || last == "den" || last == "vom" || last == "on" || byline_words().weekdays.contains(latin_lower(last));
        if (!leads) {
            break;
        }
        text = text.substr(0, blank);
    }
    return text;
}

std::vector<std::string> names_in_line(std::string_view line, NameForm form)
{
    line = without_openings(line);
    auto const date = find_date(line);
    auto names = names_in_pieces(before_what_is_no_name(date ? without_way_to_date(line.substr(0, date->begin)) : line), form);
    return names.empty() && date ? names_behind_date(line.substr(date->end), form) : names;
}

} // namespace

bool opens_byline(std::string_view line)
{
    return opening_length(line) != 0;
}

bool is_byline_label(std::string_view line)
{
    return line.size() <= byline_words().longest + 2 && opening_length(line) == line.size();
}

bool is_known_name(std::string_view text)
{
    if (text.size() > longest_name || !is_full_name(text)) {
        return false;
    }
    NameWeight const* const weight = NameLexicon::instance().find(fold_name(text.substr(0, text.find(' '))));
    return weight != nullptr && weight->given > 0;
}

std::vector<std::string> names_in_byline(std::string_view text, NameForm form)
{
    text = text.substr(0, longest_line);
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        if (auto names = names_in_line(text.substr(begin, end - begin), form); !names.empty()) {
            return names;
        }
        begin = end + 1;
    }
    return {};
}

} // namespace knowwho
