// SPDX-License-Identifier: MIT
#include "identity/name_lexicon.hpp"

#include "data/resources.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace knowwho {
namespace {

/// Frequency classes are steps of a rough logarithm: each is about four times as common as the one below.
float weight_of_class(std::string_view text)
{
    constexpr std::array<float, 6> weights{0.25F, 1, 4, 16, 64, 256};
    auto const digit = text.empty() ? 1 : text.front() - '0';
    return weights[static_cast<std::size_t>(std::clamp(digit, 0, 5))];
}

std::uint32_t kind_named(std::string_view name)
{
    struct Named {
        std::string_view name;
        std::uint32_t kind;
    };
    constexpr Named all[] = {
        {"mr", word_kind::mr}, {"mrs", word_kind::mrs}, {"salutation", word_kind::salutation}, {"title", word_kind::title},
        {"title_more", word_kind::title_more}, {"dot_title", word_kind::dot_title}, {"suffix", word_kind::suffix},
        {"noble", word_kind::noble}, {"particle", word_kind::particle}, {"joiner", word_kind::joiner}, {"maiden", word_kind::maiden},
        {"title_lead", word_kind::title_lead}, {"iberian_given", word_kind::iberian_given}, {"iberian_family", word_kind::iberian_family},
        {"younger", word_kind::younger}, {"older", word_kind::older}};
    auto const* const found = std::ranges::find(all, name, &Named::name);
    return found == std::end(all) ? 0 : found->kind;
}

constexpr std::size_t longest_ending = 4;

} // namespace

NameLexicon const& NameLexicon::instance()
{
    static NameLexicon const lexicon;
    return lexicon;
}

NameLexicon::NameLexicon()
{
    for (auto const& path : resource_paths("lexicon/given_names")) {
        add_names(resource(path), &NameWeight::given);
    }
    for (auto const& path : resource_paths("lexicon/family_names")) {
        add_names(resource(path), &NameWeight::family);
    }
    add_words(resource("lexicon/name_words.tsv"));
    learn_endings();
}

void NameLexicon::add_names(std::string_view bytes, float NameWeight::* side)
{
    for_each_row(bytes, [&](std::string_view line) {
        auto const tab = std::min(line.find('\t'), line.size());
        auto const weight = weight_of_class(line.substr(std::min(tab + 1, line.size())));
        auto key = without_blanks(fold_name(line.substr(0, tab)));
        if (!key.empty()) {
            auto& known = m_names.add(key).*side;
            known = std::max(known, weight);
        }
    });
}

void NameLexicon::add_words(std::string_view bytes)
{
    for (auto const& row : read_rows(bytes)) {
        auto const key = without_blanks(fold_name(row[0]));
        auto const kind = row.size() >= 2 ? kind_named(row[1]) : 0;
        if (kind == 0 || key.empty()) {
            continue;
        }
        m_words.add(key) |= kind;
        if (kind == word_kind::maiden && key.front() >= 'a' && key.front() <= 'z') {
            m_maiden_letters[static_cast<std::size_t>(key.front() - 'a')] = true;
        }
    }
}

void NameLexicon::learn_endings()
{
    m_names.for_each([&](std::string_view name, NameWeight const& weight) {
        for (auto length = std::size_t{2}; length <= std::min(longest_ending, name.size()); ++length) {
            auto& ending = m_endings.add(name.substr(name.size() - length));
            ending.given += weight.given > 0 ? 1.0F : 0.0F;
            ending.family += weight.family > 0 ? 1.0F : 0.0F;
        }
    });
}

NameWeight const* NameLexicon::find(std::string_view key) const { return m_names.find(key); }

std::uint32_t NameLexicon::kinds(std::string_view key) const
{
    auto const* found = m_words.find(key);
    return found == nullptr ? 0 : *found;
}

double NameLexicon::odds_by_ending(std::string_view key) const
{
    for (auto length = std::min(longest_ending, key.size()); length >= 2; --length) {
        auto const* found = m_endings.find(key.substr(key.size() - length));
        if (found != nullptr && found->given + found->family >= 8) {
            return std::log((found->given + 2) / (found->family + 2));
        }
    }
    return 0;
}

} // namespace knowwho
