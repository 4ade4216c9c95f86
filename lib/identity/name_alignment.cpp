// SPDX-License-Identifier: MIT
#include "identity/name_alignment.hpp"

#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/name_sounds.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/romanise.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace knowwho {
namespace {

constexpr std::size_t most_words = 16;
constexpr std::size_t most_bytes = 400;
constexpr double is_partner = 0.8;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// "GilChang Kim" as "Gil Chang Kim", "H.-P." as "H. P.": a capital behind a small letter or a dot begins a word.
std::string with_words_apart(std::string_view text)
{
    auto apart = std::string{};
    for (auto i = std::size_t{0}; i < text.size(); ++i) {
        bool const begins = i >= 2 && is_capital(text[i]) && (text[i - 1] == '.' || (is_small(text[i - 1]) && is_small(text[i - 2])));
        apart.append(begins ? " " : "").push_back(text[i] == '-' ? ' ' : text[i]);
    }
    return apart;
}

/// "Th." and "J." are initials; "v." and "d." stand for particles.
bool is_short_with_dot(std::string_view written) { return written.size() <= 4 && written.ends_with('.'); }

/// A particle or its short form; a lone capital is an initial.
bool is_little(std::string_view written, std::string_view key)
{
    static constexpr std::string_view arabic[] = {"ibn", "ben", "bin", "bint", "al", "el", "ul", "ad", "as", "ash"};
    if (key.size() == 1) {
        return is_small(written.front());
    }
    auto const particle = (NameLexicon::instance().kinds(key) & (word_kind::particle | word_kind::noble)) != 0;
    return particle || std::ranges::find(arabic, key) != std::end(arabic) || (is_short_with_dot(written) && is_small(written.front()));
}

/// "Sech1n" as "sechin": digits that stand for the letters they look like.
std::string without_digits(std::string key)
{
    static constexpr std::string_view looks = "oizeasgtbg";
    if (key.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
        for (auto& letter : key) {
            letter = letter >= '0' && letter <= '9' ? looks[static_cast<std::size_t>(letter - '0')] : letter;
        }
    }
    return key;
}

/// Particles are left out between others only: "Ben" and "Li" are names, too.
NameWords read_words(std::string const& text)
{
    auto const apart = with_words_apart(text);
    auto words = NameWords{};
    auto rest = std::string_view{apart};
    while (!rest.empty() && words.size() < most_words) {
        auto const end = std::min(rest.find(' '), rest.size());
        auto const written = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        for (auto& key : words_of_folded(fold_name(written))) {
            bool const inside = !words.empty() && rest.find_first_not_of(' ') != std::string_view::npos;
            if (!inside || !is_little(written, key)) {
                words.push_back(is_short_with_dot(written) ? key.substr(0, 1) : without_digits(std::move(key)));
            }
        }
    }
    words.resize(std::min(words.size(), most_words));
    return words;
}

/// In the order of the text as it was written, which the parser may have turned round.
void sort_as_written(NameWords& words, std::string_view written)
{
    auto const whole = ' ' + fold_name(with_words_apart(written.substr(0, most_bytes))) + ' ';
    std::ranges::stable_sort(words, {}, [&](std::string const& word) { return whole.find(' ' + word); });
}

/// -log of the share of people who bear a word as any part of their name.
double rarity_of(std::string const& key)
{
    constexpr double unknown = 0.25; // in steps of the lexicon's weights
    auto const* const weight = NameLexicon::instance().find(key);
    auto const steps = weight == nullptr ? unknown : std::max({unknown, double{weight->given}, double{weight->family}});
    return std::log(256.0 * 150.0 / steps);
}

struct Partners {
    double likeness = 0;
    std::size_t a = 0;
    std::size_t b = 0;
};

/// Best first; among equals by place, in either name alike.
std::vector<Partners> all_partners(NameWords const& a, NameWords const& b)
{
    auto all = std::vector<Partners>{};
    for (auto i = std::size_t{0}; i < a.size(); ++i) {
        for (auto j = std::size_t{0}; j < b.size(); ++j) {
            if (auto const value = word_likeness(a[i], b[j]); value > 0) {
                all.push_back({value, i, j});
            }
        }
    }
    std::ranges::stable_sort(all, [&](Partners const& one, Partners const& other) {
        auto const distance = [](Partners const& p) { return p.a > p.b ? p.a - p.b : p.b - p.a; };
        return std::tuple{-one.likeness, distance(one), one.a + one.b} < std::tuple{-other.likeness, distance(other), other.a + other.b};
    });
    return all;
}

std::vector<Partners> chosen_partners(NameWords const& a, NameWords const& b)
{
    auto chosen = std::vector<Partners>{};
    auto used_a = std::vector<bool>(a.size());
    auto used_b = std::vector<bool>(b.size());
    for (auto const& one : all_partners(a, b)) {
        if (!used_a[one.a] && !used_b[one.b]) {
            used_a[one.a] = used_b[one.b] = true;
            chosen.push_back(one);
        }
    }
    return chosen;
}

double given_weight(std::string const& key)
{
    auto const* const weight = NameLexicon::instance().find(key);
    return weight == nullptr ? 0 : static_cast<double>(weight->given);
}

/// Counts the partners that stand the other way round, and how usual as given names both words of such a pair are.
void find_crossings(NameAlignment& result, std::vector<Partners> const& chosen, NameWords const& a)
{
    for (auto const& one : chosen) {
        for (auto const& other : chosen) {
            if (one.a < other.a && one.b > other.b && std::min(one.likeness, other.likeness) >= is_partner) {
                ++result.crossings;
                result.crossed_given = std::max(result.crossed_given, std::min(given_weight(a[one.a]), given_weight(a[other.a])));
            }
        }
    }
}

/// Words without a partner on both sides, of which one is an initial: "David D." and "David W.".
bool has_initial_conflict(NameWords const& a, NameWords const& b, std::vector<Partners> const& chosen)
{
    auto const lonely = [&](NameWords const& words, std::size_t Partners::* side, bool initials_only) {
        for (auto i = std::size_t{0}; i < words.size(); ++i) {
            auto const has_partner = std::ranges::any_of(chosen, [&](Partners const& one) { return one.*side == i && one.likeness >= is_partner; });
            if (!has_partner && (!initials_only || words[i].size() == 1)) {
                return true;
            }
        }
        return false;
    };
    return (lonely(a, &Partners::a, true) && lonely(b, &Partners::b, false)) || (lonely(a, &Partners::a, false) && lonely(b, &Partners::b, true));
}

double rarest_left(NameWords const& words, std::vector<Partners> const& chosen, std::size_t Partners::* side)
{
    auto rarest = 0.0;
    for (auto i = std::size_t{0}; i < words.size(); ++i) {
        auto const has_partner = std::ranges::any_of(chosen, [&](Partners const& one) { return one.*side == i && one.likeness >= is_partner; });
        rarest = has_partner || words[i].size() == 1 ? rarest : std::max(rarest, rarity_of(words[i]));
    }
    return rarest;
}

} // namespace

NameWords words_of_folded(std::string_view folded)
{
    auto const words = split_at_blanks(folded);
    return {words.begin(), words.end()};
}

NameWords words_of_name(PersonName const& name)
{
    auto const understood = name.given + ' ' + name.middle + ' ' + name.family;
    auto const written = romanise(name.written);
    auto words = read_words(fold_name(understood).empty() ? written : romanise(understood));
    if (written.find(',') == std::string::npos) {
        sort_as_written(words, written);
    }
    return words;
}

std::string joined_key(NameWords const& words)
{
    auto key = std::string{};
    for (auto const& word : words) {
        key += word;
    }
    return key;
}

std::string sorted_key(NameWords words)
{
    std::ranges::sort(words);
    return joined_key(words);
}

double word_likeness(std::string const& a, std::string const& b)
{
    if (a == b) {
        return 1;
    }
    if (a.size() == 1 || b.size() == 1) {
        return a.front() == b.front() ? 0.85 : 0;
    }
    if (sound_of(a) == sound_of(b)) {
        return 0.96;
    }
    return are_short_forms(a, b) ? 0.95 : jaro_winkler(std::min(a, b), std::max(a, b));
}

NameAlignment align_words(NameWords const& a, NameWords const& b)
{
    auto const chosen = chosen_partners(a, b);
    auto result = NameAlignment{};
    auto oddest = 1.0;
    auto partners = 0;
    for (auto const& one : chosen) {
        auto const initial = a[one.a].size() == 1 || b[one.b].size() == 1;
        result.initials += initial;
        result.mean += one.likeness;
        result.worst = std::min(result.worst, one.likeness);
        partners += one.likeness >= is_partner;
        result.shared_rarity += one.likeness >= is_partner && !initial ? std::min(rarity_of(a[one.a]), rarity_of(b[one.b])) : 0;
        if (!initial && one.likeness < oddest) {
            oddest = one.likeness;
            result.odd_one = a[one.a];
            result.odd_other = b[one.b];
        }
    }
    auto const shorter = static_cast<int>(std::min(a.size(), b.size()));
    result.worst = static_cast<int>(chosen.size()) < shorter ? 0 : result.worst;
    result.mean /= std::max(shorter, 1);
    result.conflicts = shorter - partners;
    result.left_over = static_cast<int>(std::max(a.size(), b.size())) - partners;
    find_crossings(result, chosen, a);
    result.initial_conflict = has_initial_conflict(a, b, chosen);
    result.left_over_rarity = std::max(rarest_left(a, chosen, &Partners::a), rarest_left(b, chosen, &Partners::b));
    return result;
}

} // namespace knowwho
