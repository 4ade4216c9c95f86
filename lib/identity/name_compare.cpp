// SPDX-License-Identifier: MIT
#include "identity/name_compare.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "data/resources.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/similarity.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr double slip_of_the_pen = 0.9;

void add_words(std::vector<std::string>& words, std::string_view key)
{
    for (auto const word : split_at_blanks(key)) {
        words.emplace_back(word);
    }
}

/// Short forms by pair of folded names, and the groups that share a long form.
class ShortForms {
public:
    static ShortForms const& instance()
    {
        static ShortForms const forms;
        return forms;
    }

    bool related(std::string_view a, std::string_view b) const
    {
        auto const left = m_long.find(a);
        auto const right = m_long.find(b);
        auto const has = [](auto found, auto const& end, std::string_view name) {
            return found != end && std::ranges::find(found->second, name) != found->second.end();
        };
        if (has(left, m_long.end(), b) || has(right, m_long.end(), a)) {
            return true;
        }
        return left != m_long.end() && right != m_long.end()
            && std::ranges::any_of(left->second, [&](auto const& whole) { return has(right, m_long.end(), whole); });
    }

    bool has(std::string_view name) const { return m_long.find(name) != m_long.end(); }

private:
    ShortForms()
    {
        for (auto const& path : resource_paths("lexicon/nicknames")) {
            for (auto const& row : read_rows(resource(path))) {
                if (row.size() >= 2) {
                    m_long[fold_name(row[0])].push_back(fold_name(row[1]));
                }
            }
        }
    }

    StringMap<std::vector<std::string>> m_long;
};

GivenAgreement first_letters(std::string_view a, std::string_view b) { return a.front() == b.front() ? GivenAgreement::other_name : GivenAgreement::conflict; }

GivenAgreement compare_given(ComparableName const& a, ComparableName const& b, double& similarity)
{
    if (a.given.empty() || b.given.empty()) {
        return GivenAgreement::unknown;
    }
    auto const& left = a.given.front();
    auto const& right = b.given.front();
    if (left.size() == 1 || right.size() == 1) {
        return left.front() == right.front() ? GivenAgreement::initial : GivenAgreement::conflict;
    }
    similarity = jaro_winkler(left, right);
    if (left == right) {
        return a.given.size() > 1 && a.given_key == b.given_key ? GivenAgreement::same_all : GivenAgreement::same;
    }
    // "Xiao Ming" and "Xiaoming", "Hans Peter" and "Hans-Peter".
    if (a.given_key == b.given_key || a.given_key == right || b.given_key == left) {
        return GivenAgreement::same;
    }
    if (are_short_forms(left, right)) {
        return GivenAgreement::short_form;
    }
    if (similarity >= slip_of_the_pen) {
        return GivenAgreement::similar;
    }
    return first_letters(left, right);
}

int compare_middle(ComparableName const& a, ComparableName const& b)
{
    if (a.given.size() < 2 || b.given.size() < 2) {
        return 0;
    }
    auto const& left = a.given[1];
    auto const& right = b.given[1];
    auto const agree = left.size() == 1 || right.size() == 1 ? left.front() == right.front() : left == right;
    return agree ? 1 : -1;
}

double compare_family(ComparableName const& a, ComparableName const& b)
{
    auto const whole = jaro_winkler(a.family_key, b.family_key);
    auto part = 0.0;
    if (a.family.size() != b.family.size()) {
        auto const& shorter = a.family.size() < b.family.size() ? a.family : b.family;
        auto const& longer = a.family.size() < b.family.size() ? b.family : a.family;
        auto const inside = [&](auto const& word) { return word.size() > 2 && std::ranges::find(longer, word) != longer.end(); };
        part = !shorter.empty() && std::ranges::all_of(shorter, inside) ? 0.97 : 0;
    }
    return std::max(whole, part);
}

std::string_view generation_said(std::string_view word)
{
    static constexpr std::string_view numbers[] = {"ii", "iii", "iv"};
    auto const kinds = word_kinds(word);
    if ((kinds & (word_kind::younger | word_kind::older)) != 0) {
        return (kinds & word_kind::younger) != 0 ? "jr" : "sr";
    }
    auto const* const number = std::ranges::find(numbers, ascii_lower(word));
    return number == std::end(numbers) ? std::string_view{} : *number;
}

bool is_swapped(ComparableName const& a, ComparableName const& b)
{
    return !a.given.empty() && !b.given.empty() && a.family_key != b.family_key && a.given.front().size() > 1
        && a.given_key == b.family_key && b.given_key == a.family_key;
}

} // namespace

ComparableName comparable(PersonName const& name)
{
    auto made = ComparableName{};
    auto const given = fold_name(name.given);
    auto const middle = fold_name(name.middle);
    add_words(made.given, given);
    add_words(made.given, middle);
    made.given_key = without_blanks(given + middle);
    // "Th. Müller": a short beginning with its dot is an initial.
    if (!made.given.empty() && made.given.front().size() <= 3 && name.given.ends_with('.')) {
        made.given.front().resize(1);
    }
    auto const family = fold_name(name.family);
    add_words(made.family, family);
    made.family_key = without_blanks(family);
    if (made.family.size() > 1) {
        auto const particle = [](auto const& word) { return (NameLexicon::instance().kinds(word) & (word_kind::particle | word_kind::noble)) != 0; };
        if (!std::ranges::all_of(made.family, particle)) {
            std::erase_if(made.family, particle);
        }
    }
    made.generation = generation(name.suffix);
    return made;
}

std::string_view generation(std::string_view suffix)
{
    auto found = suffix.empty() ? std::string_view{} : generation_said(suffix); // "d. J." as a whole
    while (found.empty() && !suffix.empty()) {
        auto const end = std::min(suffix.find_first_of(" ,"), suffix.size());
        found = generation_said(suffix.substr(0, end));
        suffix.remove_prefix(std::min(end + 1, suffix.size()));
    }
    return found;
}

NameComparison compare_names(ComparableName const& a, ComparableName const& b)
{
    auto result = NameComparison{};
    result.given = compare_given(a, b, result.given_similarity);
    result.middle = compare_middle(a, b);
    result.family = compare_family(a, b);
    result.family_same = !a.family_key.empty() && a.family_key == b.family_key;
    result.swapped = is_swapped(a, b);
    result.other_generation = !a.generation.empty() && !b.generation.empty() && a.generation != b.generation;
    return result;
}

bool is_short_form(std::string_view name) { return ShortForms::instance().has(name); }

bool are_short_forms(std::string_view a, std::string_view b) { return ShortForms::instance().related(a, b); }

} // namespace knowwho
