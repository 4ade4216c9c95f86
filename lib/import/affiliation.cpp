// SPDX-License-Identifier: MIT
#include "import/affiliation.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/list_words.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace knowwho {
namespace {

constexpr double sure_role = 0.62;

/// Words that stand between a role and its house, surely in that order.
std::optional<Affiliation> by_joining_word(std::string_view text)
{
    constexpr std::array<std::string_view, 6> words{" at ", " bei ", " beim ", " @ ", " @", " chez "};
    for (auto const word : words) {
        auto const position = text.find(word);
        if (position != text.npos && position > 1 && role_likelihood(text.substr(0, position)) > 0.4) {
            return Affiliation{std::string(trim(text.substr(0, position))), std::string(trim(text.substr(position + word.size())))};
        }
    }
    return std::nullopt;
}

std::optional<Affiliation> by_sign(std::string_view text)
{
    std::array<std::string_view, 7> signs{", ", " | ", " -- ", " - ", " – ", " — ", "\n"};
    std::stable_sort(signs.begin(), signs.end(), [&](auto a, auto b) { return text.find(a) < text.find(b); }); // what stands in front parts first
    for (auto const sign : signs) {
        auto const first = text.find(sign);
        if (first == text.npos) {
            continue;
        }
        auto const head = trim(text.substr(0, first));
        auto const tail = trim(text.substr(first + sign.size()));
        if (role_likelihood(head) >= sure_role && (role_likelihood(head) == 1 || organisation_likelihood(head) < std::max(0.6, role_likelihood(head))) && !tail.empty() && role_likelihood(tail) < sure_role) {
            return Affiliation{std::string(head), std::string(tail)};
        }
        auto const last = text.rfind(sign);
        auto const end = trim(text.substr(last + sign.size()));
        auto const begin = trim(text.substr(0, last));
        if (role_likelihood(end) >= sure_role && (role_likelihood(end) == 1 || organisation_likelihood(end) < 0.6) && role_likelihood(begin) < sure_role && !begin.empty()) {
            return Affiliation{std::string(end), std::string(begin)};
        }
    }
    return std::nullopt;
}

/// An acronym in front of what is a role by itself.
std::optional<Affiliation> by_acronym(std::string_view text)
{
    auto const blank = text.find(' ');
    if (blank == text.npos || blank < 2) {
        return std::nullopt;
    }
    auto const head = text.substr(0, blank);
    auto const tail = trim(text.substr(blank));
    auto const capitals = std::all_of(head.begin(), head.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&' || (c >= '0' && c <= '9'); });
    if (capitals && role_likelihood(head) < 0.3 && role_likelihood(tail) >= 0.7) {
        return Affiliation{std::string(tail), std::string(head)};
    }
    return std::nullopt;
}

/// Somebody who made, owns or leads a house as a whole, and no part of it.
bool owns_a_house(std::string_view role)
{
    return role_likelihood(role) >= sure_role && has_list_word(fold(role), ListWord::owner);
}

/// Somebody at the head of a house, in front of what surely is one: "présidente du Syndicat des Digues".
bool leads_a_house(std::string_view role, std::string_view house)
{
    return is_list_word(fold(role), ListWord::leader) && house.find(' ') != house.npos && organisation_likelihood(house) >= 0.8 && role_likelihood(house) < 0.3;
}

/// "Founder and CTO of Old Lamps", "Gründerin von Alte Lampen", "Prokurist der Alte Lampen GmbH".
std::optional<Affiliation> by_owner(std::string_view text)
{
    for (std::string_view const word : {" of the ", " of ", " von ", " der ", " des ", " du ", " de la ", " de ", " del ", " della "}) {
        auto const position = text.find(word);
        if (position == text.npos) {
            continue;
        }
        auto const role = trim(text.substr(0, position));
        auto const house = trim(text.substr(position + word.size()));
        auto const named = !house.empty() && (house[0] < 'a' || house[0] > 'z');
        if (named && (owns_a_house(role) || leads_a_house(role, house) || (role_likelihood(role) >= sure_role && !parse_organisation(house).legal_form.empty()))) {
            return Affiliation{std::string(role), std::string(house)};
        }
    }
    return std::nullopt;
}

/// "Chair of Heat, University of Bremen": what stands behind the last comma is surely a house.
std::optional<Affiliation> by_house_at_end(std::string_view text)
{
    auto const comma = text.rfind(", ");
    if (comma == text.npos) {
        return std::nullopt;
    }
    auto const head = trim(text.substr(0, comma));
    auto const house = trim(text.substr(comma + 2));
    auto const office = role_likelihood(head.substr(0, head.find(" of "))) >= 0.8; // "Chair of Heat Engineering"
    auto const role = office || (role_likelihood(head) >= 0.4 && role_likelihood(head) >= organisation_likelihood(head));
    if (role && organisation_likelihood(house) >= 0.8 && role_likelihood(house) < 0.4) {
        return Affiliation{std::string(head), std::string(house)};
    }
    return std::nullopt;
}

} // namespace

Affiliation split_affiliation(std::string_view text)
{
    text = trim(text);
    for (auto const split : {by_joining_word, by_sign, by_acronym, by_house_at_end}) {
        if (auto affiliation = split(text)) {
            return std::move(*affiliation);
        }
    }
    if (auto owned = by_owner(text)) {
        return std::move(*owned);
    }
    for (std::string_view const word : {" of ", " de ", " du ", " von ", " der "}) {
        if (auto const of = text.find(word); of != text.npos && role_likelihood(text.substr(0, of)) == 1 && organisation_likelihood(text) < 0.5) {
            return {std::string(text), {}}; // "Mayor of San Telmo"
        }
    }
    if (role_likelihood(text) >= 0.8 && organisation_likelihood(text) < 0.5 && text.find('&') == text.npos) {
        return {std::string(text), {}};
    }
    return {{}, std::string(text)};
}

namespace {

/// "@anna", "anna.example": a handle, or a domain without anything in front.
bool is_reach(std::string_view line)
{
    if (line.find(' ') != line.npos || line.size() < 3) {
        return false;
    }
    auto const dot = line.rfind('.');
    auto const small = std::none_of(line.begin(), line.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return line.front() == '@' || (small && dot != line.npos && dot > 1 && line.size() - dot > 2 && line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-/") == line.npos);
}

bool take_reach(SortedLines& sorted, std::string const& line)
{
    auto* const target = is_email(line) ? &sorted.email : is_website(line) || is_reach(line) ? &sorted.website : is_country(line) ? &sorted.country : nullptr;
    if (target != nullptr && target->empty()) {
        *target = line;
        return true;
    }
    return false;
}

/// "Halle 3, Stand B12", "Raum 2.14", "Hauptstraße 12": where to find somebody in a building or a town.
bool is_whereabouts(std::string const& line)
{
    if (line.size() > 60 || line.find_first_of("0123456789") == std::string::npos) {
        return false;
    }
    auto const key = fold(line);
    auto const parts = split_at_blanks(key);
    auto const named = std::any_of(parts.begin(), parts.end(), [&](auto part) {
        return is_list_word(part, ListWord::whereabouts) || part.ends_with("strasse") || part.ends_with("straat") || part == "str" || part == "street" || part == "road" || part == "rue";
    });
    return named && organisation_likelihood(line) < 0.9;
}

bool is_role_line(std::string const& line)
{
    auto const role = role_likelihood(line);
    return role >= 0.45 && role >= organisation_likelihood(line) - 0.1 && line.find('&') == std::string::npos;
}

/// A short line in capitals that is neither a house nor a role, as a town is that no lexicon knows.
bool may_be_town(std::string_view line)
{
    auto const words = split_at_blanks(line);
    auto const capital = (line[0] >= 'A' && line[0] <= 'Z') || static_cast<unsigned char>(line[0]) >= 0xc3;
    return capital && words.size() <= 4 && line.find_first_of("0123456789@:;") == line.npos && !line.ends_with('.') && organisation_likelihood(line) < 0.6 && role_likelihood(line) < 0.4;
}

/// The last line is no house, and the one above it surely is.
bool has_house_above_town(std::vector<std::string> const& words, std::size_t first, std::size_t last)
{
    auto const& town = words[last - 1];
    auto const& house = words[last - 2];
    return last - first > 1 && may_be_town(town) && organisation_likelihood(town) < 0.45 && role_likelihood(town) < 0.2 && !parse_organisation(house).legal_form.empty();
}

void sort_words(std::vector<std::string> const& words, SortedLines& sorted)
{
    if (words.size() == 1) {
        auto parts = split_affiliation(words[0]);
        auto const role = parts.role.empty() && is_role_line(words[0]) && organisation_likelihood(words[0]) < 0.5;
        sorted.role = role ? words[0] : std::move(parts.role);
        sorted.organisation = role ? std::string{} : std::move(parts.organisation);
        return;
    }
    auto first = std::size_t{0};
    auto last = words.size();
    auto const house = organisation_likelihood(words[0]) > 0.6 && role_likelihood(words[0]) < 0.2;
    if (is_role_line(words[0]) || (words.size() > 2 && !house) || (organisation_likelihood(words[0]) < 0.45 && organisation_likelihood(words[1]) > organisation_likelihood(words[0]))) {
        sorted.role = words[first++];
    } else if (is_role_line(words[last - 1])) {
        sorted.role = words[--last];
    }
    if (last - first > 1 && has_house_above_town(words, first, last)) {
        sorted.place = words[--last];
    }
    if (first < last) {
        sorted.organisation = words[--last];
    }
    for (auto index = first; index < last; ++index) {
        sorted.unit += (sorted.unit.empty() ? "" : ", ") + words[index];
    }
}

} // namespace

/// "🇩🇪 Bremen", "📍 Bremen": what is drawn in front of a line.
std::string_view without_pictures(std::string_view line)
{
    for (auto rest = line; !rest.empty();) {
        auto const c = take_utf8(rest);
        if (!(c >= 0x1f000 && c < 0x20000) && !(c >= 0x2600 && c < 0x2800) && c != 0xfe0f && c != 0x200d) {
            break;
        }
        line = trim(rest);
        rest = line;
    }
    return line;
}

/// "Town" or "Town, Country".
void take_place(std::string_view line, SortedLines& sorted)
{
    auto const comma = line.rfind(", ");
    auto const country = comma != line.npos && sorted.country.empty() && is_country(line.substr(comma + 2));
    sorted.place = country ? line.substr(0, comma) : line;
    if (country) {
        sorted.country = line.substr(comma + 2);
    }
}

/// "Leiterin, Beispiel AG" tells both in one line; a short line below it is the place.
bool take_place_below_house(std::vector<std::string>& words, SortedLines& sorted)
{
    if (words.size() != 2) {
        return false;
    }
    auto parts = split_affiliation(words[0]);
    if (parts.role.empty() || parts.organisation.empty() || !(is_place(words[1]) || may_be_town(words[1]))) {
        return false;
    }
    take_place(words[1], sorted);
    sorted.role = std::move(parts.role);
    sorted.organisation = std::move(parts.organisation);
    return true;
}

SortedLines sort_lines(std::vector<std::string> const& lines)
{
    SortedLines sorted;
    std::vector<std::string> words;
    for (auto const& written : lines) {
        auto const line = std::string(without_pictures(written));
        if (is_whereabouts(line)) {
            sorted.others += (sorted.others.empty() ? "" : "\n") + line;
        } else if (!take_reach(sorted, line)) {
            words.push_back(line);
        }
    }
    if (take_place_below_house(words, sorted)) {
        return sorted;
    }
    if (words.size() > 1 && is_place(words.back()) && organisation_likelihood(words.back()) < 0.5) {
        sorted.place = words.back();
        words.pop_back();
    }
    if (!words.empty()) {
        sort_words(words, sorted);
    }
    return sorted;
}

} // namespace knowwho
