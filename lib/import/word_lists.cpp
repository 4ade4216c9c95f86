// SPDX-License-Identifier: MIT
#include "import/word_lists.hpp"

#include "data/resources.hpp"
#include "import/list_words.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t role_bytes = 120;
constexpr std::size_t longest_programme_item = 60; // bytes

struct Roles {
    std::unordered_set<std::string> phrases;
    std::unordered_map<std::string, double> words; ///< how surely a word alone makes a role
    std::vector<std::string> endings;              ///< of German compounds: "leiterin", "entwickler"

    Roles()
    {
        for (auto const& row : read_rows(resource("lexicon/roles.tsv"))) {
            add(fold(row[0]));
        }
        std::sort(endings.begin(), endings.end());
    }

    void add(std::string const& phrase)
    {
        phrases.insert(phrase);
        auto const parts = split_at_blanks(phrase);
        for (auto const part : parts) {
            if (!is_list_word(part, ListWord::binder) && part.size() > 1 && part != "prof" && part != "dr") {
                auto& weight = words[std::string(part)];
                weight = std::max(weight, parts.size() == 1 ? 1.0 : 0.45);
            }
        }
        if (parts.size() == 1 && phrase.size() >= 6) {
            endings.push_back(phrase);
        }
    }

    double weight_of(std::string_view word) const
    {
        if (auto const known = words.find(std::string(word)); known != words.end()) {
            return known->second;
        }
        for (std::size_t cut = 3; cut + 6 <= word.size(); ++cut) {
            if (std::binary_search(endings.begin(), endings.end(), word.substr(cut))) {
                return word.starts_with("poli") || word.starts_with("poly") ? 0 : 0.9; // "Politecnico" is no "tecnico"
            }
        }
        return 0;
    }
};

Roles const& roles()
{
    static Roles const lists;
    return lists;
}

struct Places {
    std::unordered_set<std::string> countries;
    std::unordered_set<std::string> places;

    Places()
    {
        for_each_row(resource("lexicon/countries.tsv"), [&](std::string_view row) { countries.insert(fold(row.substr(0, row.find('\t')))); });
        for_each_row(resource("lexicon/places.tsv"), [&](std::string_view row) { places.insert(fold(row.substr(0, row.find('\t')))); });
        places.insert(countries.begin(), countries.end());
    }
};

Places const& places()
{
    static Places const lists;
    return lists;
}

std::optional<AttendanceStatus> status_of_word(std::string_view word)
{
    if (word == "coming" || word == "checked_in") {
        return AttendanceStatus::coming;
    }
    if (word == "pending") {
        return AttendanceStatus::pending;
    }
    if (word == "waiting") {
        return AttendanceStatus::waiting;
    }
    return word == "cancelled" || word == "declined" ? std::optional(AttendanceStatus::cancelled) : std::nullopt;
}

std::unordered_map<std::string, AttendanceStatus> const& status_words()
{
    static auto const words = [] {
        std::unordered_map<std::string, AttendanceStatus> map;
        for (auto const& row : read_rows(resource("lexicon/status_words.tsv"))) {
            if (auto const status = row.size() > 1 ? status_of_word(row[1]) : std::nullopt) {
                map.emplace(fold(row[0]), *status);
            }
        }
        return map;
    }();
    return words;
}

/// Compared in small letters but with their signs: "n/a", "#N/V", "--".
std::string plain_key(std::string_view text) { return ascii_lower(without_blanks(text)); }

constexpr std::array<std::string_view, 24> fillers{"na", "n/a", "n.a.", "#n/v", "#n/a", "#nv", "-", "--", "---", "\xe2\x80\x93", "\xe2\x80\x94", ".", "/",
                                                   "null", "none", "nan", "keine", "keineangabe", "k.a.", "ka", "nichtangegeben", "unknown", "unbekannt", "undefined"};

/// Most cells begin with another letter, and need no closer look.
bool may_begin_filler(char letter)
{
    return std::any_of(fillers.begin(), fillers.end(), [small = ascii_lower(letter)](std::string_view filler) { return filler.front() == small; });
}

} // namespace

double role_likelihood(std::string_view text)
{
    if (text.empty() || text.size() > role_bytes) {
        return 0;
    }
    auto const folded = fold(text);
    if (roles().phrases.contains(folded)) {
        return 1;
    }
    double strongest = 0;
    double sum = 0;
    int count = 0;
    for (auto const word : split_at_blanks(folded)) {
        if (is_list_word(word, ListWord::binder)) {
            continue;
        }
        auto const weight = roles().weight_of(word);
        strongest = std::max(strongest, weight);
        sum += weight;
        ++count;
    }
    return count == 0 ? 0 : std::min(1.0, strongest * 0.7 + 0.3 * sum / count) * (count > 9 ? 0.5 : 1);
}

bool is_category(std::string_view text)
{
    return text.size() < 24 && is_list_word(fold(text), ListWord::category);
}

bool is_country(std::string_view text)
{
    return text.size() >= 2 && text.size() < 60 && places().countries.contains(fold(text));
}

namespace {

/// "78532 Tuttendorf", "CH-8001 Zürich", "1010 Wien": a postcode and what can only be its town.
bool is_postal_line(std::string_view text)
{
    auto const dash = text.find('-');
    if (dash > 0 && dash <= 3 && std::all_of(text.begin(), text.begin() + std::ptrdiff_t(dash), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        text.remove_prefix(dash + 1);
    }
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    auto const rest = text.substr(digits);
    return digits >= 4 && digits <= 5 && rest.size() > 3 && rest[0] == ' ' && rest.find_first_of("0123456789:@") == rest.npos && ((rest[1] >= 'A' && rest[1] <= 'Z') || static_cast<unsigned char>(rest[1]) >= 0xc3) &&
           std::count(rest.begin(), rest.end(), ' ') <= 4;
}

} // namespace

bool is_place(std::string_view text)
{
    if (text.size() < 2 || text.size() > 80) {
        return false;
    }
    if (is_postal_line(text)) {
        return true;
    }
    if (places().places.contains(fold(text))) {
        return true;
    }
    auto const comma = text.find_first_of(",(");
    return comma != text.npos && comma > 1 && places().places.contains(fold(text.substr(0, comma)));
}

namespace {

/// What a text begins with before its comma, or behind a word of regret; empty if it has neither. `key`: folded.
std::string first_answer(std::string_view text, std::string_view key)
{
    auto const blank = key.find(' ');
    if (blank != key.npos && is_list_word(key.substr(0, blank), ListWord::regret)) {
        return std::string(key.substr(blank + 1));
    }
    auto const end = text.find_first_of(",(;!");
    return end == text.npos || end > 16 ? std::string{} : fold(text.substr(0, end));
}

} // namespace

std::optional<AttendanceStatus> parse_status(std::string_view text)
{
    if (text.size() > 60) {
        return std::nullopt;
    }
    auto const key = fold(text);
    auto const& words = status_words();
    if (auto const whole = words.find(key); whole != words.end()) {
        return whole->second;
    }
    if (auto const answer = first_answer(text, key); !answer.empty()) { // "No, sorry", "Ja, online", "Leider nein"
        if (auto const found = words.find(answer); found != words.end()) {
            return found->second;
        }
    }
    auto const parts = split_at_blanks(key);
    for (auto const word : parts.size() <= 4 ? parts : std::vector<std::string_view>{}) { // a longer text is about something else
        if (auto const part = words.find(std::string(word)); word.size() >= 4 && part != words.end() && part->second != AttendanceStatus::coming) {
            return part->second;
        }
    }
    return std::nullopt;
}

bool is_status(std::string_view text) { return text.size() <= 60 && status_words().contains(fold(text)); }

bool is_filler(std::string_view text)
{
    auto const first = text.find_first_not_of(' ');
    if (text.size() > 16 || (first != text.npos && !may_begin_filler(text[first]))) {
        return false;
    }
    return std::find(fillers.begin(), fillers.end(), plain_key(text)) != fillers.end();
}

bool is_remark(std::string_view text)
{
    auto const lower = !text.empty() && text[0] >= 'a' && text[0] <= 'z';
    auto const first = text.substr(0, text.find_first_of(" /,"));
    return lower && is_list_word(first, ListWord::remark);
}

bool is_no_organisation(std::string_view text)
{
    if (is_filler(text) || (text.starts_with('+') && text.find_first_of("0123456789") < 3)) { // "+ 1 guest"
        return true;
    }
    return text.size() < 24 && is_list_word(fold(text), ListWord::no_house);
}

bool is_group_of_people(std::string_view text)
{
    auto const key = fold(text);
    return std::count(key.begin(), key.end(), ' ') < 6 && has_list_word(key, ListWord::group);
}

bool is_programme_item(std::string_view text)
{
    static auto const makes_item = [] {
        std::unordered_map<std::string, bool> words;
        for (auto const& row : read_rows(resource("lexicon/programme_words.tsv"))) {
            words.emplace(fold(row[0]), row.size() > 1 && row[1] == "item");
        }
        return words;
    }();
    if (text.empty() || text.size() > longest_programme_item) {
        return false;
    }
    bool item = false;
    auto const key = fold(text);
    for (auto const word : split_at_blanks(key)) {
        auto const known = makes_item.find(std::string(word));
        if (known == makes_item.end()) {
            return false;
        }
        item |= known->second;
    }
    return item;
}

bool is_anonymous(std::string_view name)
{
    if (name.size() > 60) {
        return false;
    }
    auto const key = fold(name);
    auto const is_nobody = [&](std::string_view word) {
        return word.find_first_not_of("0123456789") == word.npos || is_list_word(word, ListWord::nobody);
    };
    for (auto rest = std::string_view(key); !rest.empty();) {
        auto const word = rest.substr(0, rest.find(' '));
        if (!is_nobody(word)) {
            return false;
        }
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return !key.empty();
}

} // namespace knowwho
