// SPDX-License-Identifier: MIT
// Tidies a written name: what is no part of it is set aside before the words are looked at.
#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "identity/unified_name.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace knowwho {
namespace {

constexpr std::string_view around_names = " ,;";

void drop(std::string& text, std::size_t from, std::size_t end)
{
    text.replace(from, end - from, 1, ' ');
}

void drop_addresses(std::string& text)
{
    for (auto open = text.find('<'); open != std::string::npos; open = text.find('<')) {
        drop(text, open, std::min(text.find('>', open), text.size() - 1) + 1);
    }
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@')) {
        auto const before = text.rfind(' ', at);
        drop(text, before == std::string::npos ? 0 : before, std::min(text.find(' ', at), text.size()));
    }
}

/// "12. Anna Weber", "(3) Anna Weber": the number is the list's, not the person's.
void drop_numbering(std::string& text)
{
    constexpr std::string_view of_numbers = "(#0123456789";
    if (text.empty() || of_numbers.find(text.front()) == of_numbers.npos) {
        return;
    }
    auto const digits = text.find_first_not_of(of_numbers);
    if (digits == std::string::npos || std::string_view{" .):"}.find(text[digits]) == std::string_view::npos) {
        return;
    }
    auto const rest = text.find_first_not_of(" .):", digits);
    if (rest != std::string::npos) {
        text.erase(0, rest);
    }
}

void drop_tail(std::string& text, std::string_view mark)
{
    auto const at = text.find(mark);
    if (at != std::string::npos && at > 0) {
        text.erase(at);
    }
}

/// "Kramp - Karrenbauer" is one name; "Anna Weber - Stadtwerke Ulm" is a name with something behind.
void mend_dashes(std::string& text)
{
    for (auto at = text.find(" - "); at != std::string::npos; at = text.find(" - ")) {
        auto const rest = std::string_view{text}.substr(at + 3);
        auto const one_word = rest.find(' ') == std::string_view::npos || rest.find(',') < rest.find(' ');
        if (one_word && std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), ' ') > 0) {
            text.replace(at, 3, 1, '-');
        } else if (at == 0) {
            text.erase(0, 3);
        } else {
            text.erase(at);
        }
    }
}

struct Aside {
    std::string_view inside;
    std::size_t from = 0;
    std::size_t end = 0;
    bool quoted = false;
};

std::optional<Aside> find_aside(std::string_view text)
{
    auto const open = text.find_first_of("([\"");
    if (open == std::string_view::npos) {
        return std::nullopt;
    }
    auto const closing = text[open] == '(' ? ')' : text[open] == '[' ? ']' : '"';
    auto const close = text.find(closing, open + 1);
    if (close == std::string_view::npos) {
        return Aside{{}, open, open + 1, false};
    }
    return Aside{trimmed(text.substr(open + 1, close - open - 1), around_names), open, close + 1, closing == '"'};
}

bool looks_like_nickname(std::string_view inside)
{
    auto const words = std::count(inside.begin(), inside.end(), ' ') + 1;
    auto const plain = inside.find_first_of("/0123456789.,;:&@") == std::string_view::npos;
    return !inside.empty() && words <= 2 && plain;
}

/// What stands behind a word, or two of them, that announce it: "geb. Schmidt", "z d. Lis".
std::optional<std::string_view> maiden_name(std::string_view text)
{
    for (auto end = text.find(' '), words = std::size_t{1}; end != text.npos && words <= 2; end = text.find(' ', end + 1), ++words) {
        if ((word_kinds(text.substr(0, end)) & word_kind::maiden) != 0) {
            return text.substr(end + 1);
        }
    }
    return std::nullopt;
}

/// "LL.M. (Cambridge)": where the degree is from.
bool follows_degree(std::string_view before)
{
    before = trimmed(before, around_names);
    auto const word = before.substr(before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' ') + 1);
    return word.find('.') != std::string_view::npos && (word_kinds(word) & word_kind::suffix) != 0;
}

void keep_aside(NameText& name, Aside const& aside)
{
    auto const inside = std::string{aside.inside};
    if (auto const maiden = maiden_name(inside)) {
        name.maiden = *maiden;
    } else if (!aside.quoted && !inside.empty() && is_all_title(inside)) {
        name.title = inside;
    } else if (!aside.quoted && !inside.empty() && is_all_suffix(inside)) {
        name.suffix = inside;
    } else if (name.nickname.empty() && (aside.quoted || (looks_like_nickname(inside) && !follows_degree(std::string_view{name.clean}.substr(0, aside.from))))) {
        name.nickname = inside;
    } else if (!inside.empty()) {
        name.aside.append(name.aside.empty() ? "" : "; ").append(inside);
    }
}

/// 'Corky' and ''Wes'' are quoted too; the apostrophes of O'Neil and Va'apu'u are not.
void unify_single_quotes(std::string& text)
{
    for (auto at = text.find("''"); at != std::string::npos; at = text.find("''")) {
        text.replace(at, 2, 1, '"');
    }
    auto const open = text.find(" '");
    auto const close = open == std::string::npos ? open : text.find('\'', open + 3);
    if (close != std::string::npos && (close + 1 == text.size() || text[close + 1] == ' ' || text[close + 1] == ',')) {
        text[open + 1] = '"';
        text[close] = '"';
    }
}

/// A bracket glued to a title belongs to it: "Dipl.-Ing. (FH)", "Mag.(FH)".
bool belongs_to_title(std::string_view text, Aside const& aside)
{
    if (aside.quoted || aside.from == 0 || !is_all_title(aside.inside)) {
        return false;
    }
    auto const before = trimmed(text.substr(0, aside.from), around_names);
    auto const word = before.substr(before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' ') + 1);
    return (word_kinds(word) & (word_kind::title | word_kind::title_more)) != 0;
}

void take_asides(NameText& name)
{
    auto kept = std::string{};
    auto& text = name.clean;
    while (auto const aside = find_aside(text)) {
        if (belongs_to_title(text, *aside)) {
            // Round brackets become characters that no later search takes for an aside.
            kept.append(text, 0, aside->from).append("\x01").append(aside->inside).append("\x02 ");
        } else {
            keep_aside(name, *aside);
            kept.append(text, 0, aside->from).append(" ");
        }
        text.erase(0, aside->end);
    }
    text.insert(0, kept);
}

void restore_brackets(std::string& text)
{
    std::ranges::replace(text, '\x01', '(');
    std::ranges::replace(text, '\x02', ')');
}

void trim(std::string& text)
{
    auto const is_around = [](char c) { return around_names.find(c) != around_names.npos; };
    auto const end = std::find_if_not(text.rbegin(), text.rend(), is_around).base();
    text.erase(end, text.end());
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_around));
}

/// They stay where something between blanks was taken out.
void drop_double_blanks(std::string& text)
{
    auto const twice = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::unique(text.begin(), text.end(), twice), text.end());
}

/// "Petra Müller, geb. Schmidt": the marker and one name behind it.
void take_maiden(NameText& name)
{
    auto& text = name.clean;
    for (auto at = text.find(' ') + 1; at != 0; at = text.find(' ', at) + 1) {
        auto const rest = std::string_view{text}.substr(at);
        auto const maiden = NameLexicon::instance().may_begin_maiden(rest.front()) ? maiden_name(rest) : std::nullopt;
        if (!maiden || maiden->empty()) {
            continue;
        }
        auto const end = std::min(maiden->find(','), maiden->size());
        name.maiden = maiden->substr(0, end);
        text.erase(at, rest.size() - maiden->size() + end);
        drop_double_blanks(text);
        trim(text);
        return;
    }
}

/// What a tidied name may have that needs a closer look; most have nothing of it.
namespace mark {
constexpr unsigned char address = 1, bar = 2, apostrophe = 4, aside = 8, dash = 16;
}

unsigned char marks_in(std::string_view text)
{
    static constexpr auto marks = [] {
        auto table = std::array<unsigned char, 256>{};
        table['<'] = table['@'] = mark::address;
        table['|'] = mark::bar;
        table['\''] = mark::apostrophe | mark::aside; // single quotes become double ones
        table['('] = table['['] = table['"'] = mark::aside;
        table['-'] = mark::dash;
        return table;
    }();
    auto found = static_cast<unsigned char>(0);
    for (auto const c : text) {
        found |= marks[static_cast<unsigned char>(c)];
    }
    return found;
}

} // namespace

NameText tidy_name(std::string_view written)
{
    auto name = NameText{};
    name.clean = unified_name(written);
    auto& text = name.clean;
    auto const marks = marks_in(text);
    if ((marks & mark::address) != 0) {
        drop_addresses(text);
    }
    drop_numbering(text);
    if ((marks & mark::bar) != 0) {
        drop_tail(text, "|");
    }
    if ((marks & mark::apostrophe) != 0) {
        unify_single_quotes(text);
    }
    if ((marks & mark::aside) != 0) {
        take_asides(name);
    }
    if ((marks & mark::dash) != 0) {
        mend_dashes(text);
    }
    if ((marks & (mark::address | mark::aside)) != 0) {
        drop_double_blanks(text);
    }
    trim(text);
    take_maiden(name);
    restore_brackets(text);
    return name;
}

} // namespace knowwho
