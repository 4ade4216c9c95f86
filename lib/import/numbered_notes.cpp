// SPDX-License-Identifier: MIT
#include "import/numbered_notes.hpp"

#include "import/cell_evidence.hpp"
#include "import/person_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace knowwho {
namespace {

using Notes = std::map<int, std::string, std::less<>>;

constexpr double an_author = 0.4;
constexpr int most_notes = 60;
constexpr std::size_t lines_of_authors = 8; // above the notes of a block

/// The digit that a superscript stands for and its length in bytes; -1 if the text begins with none.
std::pair<int, std::size_t> superscript(std::string_view text)
{
    constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (std::size_t digit = 0; digit < digits.size(); ++digit) {
        if (text.starts_with(digits[digit])) {
            return {static_cast<int>(digit), digits[digit].size()};
        }
    }
    return {-1, 0};
}

/// The signs of footnotes stand for numbers above all written ones: "*", "**", "†". Taken off the text; 0 if there is none.
int take_sign(std::string_view& text)
{
    constexpr std::array<std::string_view, 6> signs{"*", "†", "‡", "§", "¶", "#"};
    for (std::size_t sign = 0; sign < signs.size(); ++sign) {
        int times = 0;
        for (; text.starts_with(signs[sign]) && times < 3; ++times) {
            text.remove_prefix(signs[sign].size());
        }
        if (times > 0) {
            return most_notes + static_cast<int>(sign) * 3 + times;
        }
    }
    return 0;
}

/// A number written as a note's: "¹", "(1)", "[1]"; `plain` also allows "1" and "1)". Taken off the text; 0 if there is none.
int take_number(std::string_view& text, bool plain)
{
    if (auto const sign = take_sign(text); sign > 0) {
        return sign;
    }
    auto rest = text;
    auto const bracket = rest.starts_with('(') || rest.starts_with('[');
    rest.remove_prefix(bracket ? 1 : 0);
    int number = 0;
    auto digits = std::size_t{0};
    for (auto next = superscript(rest); next.first >= 0 && digits < 3; next = superscript(rest)) {
        number = number * 10 + next.first;
        rest.remove_prefix(next.second);
        ++digits;
    }
    if (digits == 0 && (bracket || plain)) {
        for (; !rest.empty() && rest[0] >= '0' && rest[0] <= '9' && digits < 2; rest.remove_prefix(1), ++digits) {
            number = number * 10 + (rest[0] - '0');
        }
    }
    if (number == 0 || number > most_notes) {
        return 0;
    }
    if (bracket) {
        if (!rest.starts_with(')') && !rest.starts_with(']')) {
            return 0;
        }
        rest.remove_prefix(1);
    }
    text = rest;
    return number;
}

/// "¹ TU Wien", "(1) TU Wien, (2) TU Graz": the notes that a line explains; empty if it begins with no number.
Notes read_notes(std::string_view text)
{
    Notes notes;
    auto rest = text;
    auto number = take_number(rest, false);
    if (number == 0) {
        rest = text;
        number = take_number(rest, true);
        number = rest.starts_with(' ') && rest.size() > 4 && !(rest[1] >= '0' && rest[1] <= '9') ? number : 0; // "1 TU Wien", and not "1. Berg"
    }
    while (number != 0) {
        auto house = trim(rest);
        auto next = 0;
        auto behind = std::string_view{};
        for (std::size_t at = 1; at < rest.size() && next == 0; ++at) {
            behind = rest.substr(at);
            next = take_number(behind, false);
            house = next != 0 ? trim(rest.substr(0, at)) : house;
        }
        while (house.ends_with(',') || house.ends_with(';')) {
            house.remove_suffix(1);
        }
        if (house.size() < 2) {
            return {};
        }
        notes.emplace(number, house);
        number = next;
        rest = behind;
    }
    return notes;
}

struct Author {
    std::string name;
    std::vector<int> notes;
};

/// The numbers at the end of a name: "¹", "¹,²", "(1, 2)", "1,2".
void take_numbers(std::string_view text, std::size_t begin, Author& author)
{
    author.name = trim(text.substr(0, begin));
    auto rest = text.substr(begin);
    while (!rest.empty()) {
        auto const number = take_number(rest, true);
        if (number > 0) {
            author.notes.push_back(number);
        } else {
            rest.remove_prefix(1);
        }
    }
}

bool begins_number(std::string_view text)
{
    auto rest = text;
    return take_number(rest, false) > 0 || (text[0] >= '0' && text[0] <= '9') || (text.starts_with('(') && text.size() > 1 && text[1] >= '0' && text[1] <= '9');
}

constexpr std::array<std::string_view, 5> author_joins{" and ", " und ", " & ", " et ", " y "};

/// The length of a sign at `at` that parts two authors; a comma between two numbers does not. 0 if there is none.
std::size_t length_of_sign(std::string_view text, std::size_t at)
{
    if (text[at] == ',' || text[at] == ';') {
        auto const behind = trim(text.substr(at + 1));
        return behind.empty() || begins_number(behind) ? 0 : 1;
    }
    if (text[at] != ' ') {
        return 0;
    }
    auto const join = std::find_if(author_joins.begin(), author_joins.end(), [&](auto j) { return text.substr(at).starts_with(j); });
    return join == author_joins.end() ? 0 : join->size();
}

std::vector<std::string_view> cut_authors(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const length = length_of_sign(text, at);
        if (length > 0) {
            parts.push_back(trim(text.substr(begin, at - begin)));
            begin = at + length;
        }
        at += std::max<std::size_t>(length, 1);
    }
    parts.push_back(trim(text.substr(begin)));
    std::erase_if(parts, [](auto part) { return part.empty(); });
    return parts;
}

/// The people of a line, if all are, and any has a number.
std::vector<Author> read_authors(std::string_view text)
{
    std::vector<Author> authors;
    if (text.find_first_of("0123456789*#\xc2\xe2") == text.npos) {
        return authors; // no digit, small or large
    }
    bool numbered = false;
    for (auto part : cut_authors(text)) {
        if (part.starts_with("and ") || part.starts_with("und ")) {
            part = trim(part.substr(4));
        }
        auto begin = part.size();
        for (std::size_t at = 1; at < part.size() && begin == part.size(); ++at) {
            auto const lead = static_cast<unsigned char>(part[at]);
            if ((lead & 0xc0) != 0x80 && begins_number(part.substr(at))) {
                begin = at;
            }
        }
        Author author;
        take_numbers(part, begin, author);
        if (author.name.find(' ') == std::string::npos || read_person_line(author.name).likelihood < an_author) {
            return {};
        }
        numbered = numbered || !author.notes.empty();
        authors.push_back(std::move(author));
    }
    return numbered ? authors : std::vector<Author>{};
}

std::string line_of(Author const& author, Notes const& notes)
{
    auto line = author.name;
    for (auto const number : author.notes) {
        if (auto const note = notes.find(number); note != notes.end()) {
            return line + " - " + note->second; // the first is where they work
        }
    }
    return line;
}

} // namespace

std::vector<TextLine> look_up_notes(std::vector<TextLine> const& lines, Texts& texts)
{
    std::vector<TextLine> parted;
    for (std::size_t index = 0; index < lines.size();) {
        auto const authors = read_authors(lines[index].text);
        auto explained = index + 1;
        while (!authors.empty() && explained < lines.size() && explained < index + lines_of_authors && (lines[explained].text.empty() || read_notes(lines[explained].text).empty())) {
            ++explained;
        }
        Notes notes;
        auto end = explained;
        for (; !authors.empty() && end < lines.size() && !read_notes(lines[end].text).empty(); ++end) {
            notes.merge(read_notes(lines[end].text));
        }
        if (notes.empty()) {
            parted.push_back(lines[index++]);
            continue;
        }
        for (auto line = index; line < explained; ++line) {
            auto const more = read_authors(lines[line].text);
            for (auto const& author : more) {
                parted.push_back({texts.keep(line_of(author, notes)), lines[line].number, 0, lines[line].page, false});
            }
        }
        index = end;
    }
    return parted;
}

} // namespace knowwho
