// SPDX-License-Identifier: MIT
// Whether a text is a person's name at all.
#include "identity/name_lexicon.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_reading.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/remembered.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

constexpr std::size_t longest_likely_name = 80;

bool has_odd_characters(std::string_view text)
{
    return text.find_first_of("0123456789@/\\:?!=_{}%$#+;") != std::string_view::npos || text.find('&') != std::string_view::npos;
}

/// The words that name what somebody does: single ones, and the phrases whole.
StringMap<bool> const& role_words()
{
    static auto const* const words = [] {
        auto* all = new StringMap<bool>{}; // lives as long as the program
        for (auto const& path : resource_paths("lexicon/roles")) {
            for_each_row(resource(path), [&](std::string_view line) { all->emplace(fold(line.substr(0, line.find('\t'))), true); });
        }
        return all;
    }();
    return *words;
}

/// Roles that are no common name: "Leiter", but not "Richter" or "Koch".
int count_roles(std::vector<NameToken> const& words)
{
    return static_cast<int>(std::ranges::count_if(words, [](auto const& word) {
        auto const* weight = NameLexicon::instance().find(word.key);
        auto const common = weight != nullptr && weight->given + weight->family >= 16;
        return !common && role_words().contains(word.key);
    }));
}

int particles(std::vector<NameToken> const& words)
{
    return static_cast<int>(std::ranges::count_if(words, [](auto const& word) { return (word.kinds & word_kind::particle) != 0 && !word.known; }));
}

/// The words without "jun." and "a. D." where they stand behind the name, written small.
std::vector<NameToken> without_suffixes(std::vector<NameToken> words, std::string_view suffix)
{
    std::erase_if(words, [&](NameToken const& word) { return word.lower && (word.kinds & word_kind::suffix) != 0 && suffix.find(word.text) != suffix.npos; });
    return words;
}

/// "Two days in Old Harbour": small words among capital ones that could be names by themselves.
int small_names(std::vector<NameToken> const& words)
{
    auto const capital = std::ranges::any_of(words, [](auto const& word) { return !word.lower; });
    return capital ? static_cast<int>(std::ranges::count_if(words, [](auto const& word) { return word.lower && word.known && (word.kinds & word_kind::particle) == 0; })) : 0;
}

/// "Behind the mill.": the stop of a sentence, not of an initial or a title.
bool ends_a_sentence(std::string_view text)
{
    auto const last = text.substr(text.rfind(' ') + 1);
    return last.size() > 4 && last.back() == '.' && last.front() >= 'a' && last.front() <= 'z' && last.find('.') == last.size() - 1;
}

bool small_words_are_particles(std::vector<NameToken> const& words)
{
    return std::ranges::all_of(words, [](auto const& word) {
        return !word.lower || (word.kinds & ~(word_kind::suffix | word_kind::iberian)) != 0 || word.known;
    });
}

} // namespace

namespace {

/// Of a text of usual length.
double likelihood_of_name(std::string_view text)
{
    if (has_odd_characters(text) || is_placeholder_name(text)) {
        return 0;
    }
    auto const tidy = tidy_name(text);
    auto const words = name_tokens(tidy);
    auto const reading = read_name(text, tidy, words);
    auto const& name = reading.name;
    if (reading.words < 2 || reading.words > 6 || name.family.empty() || name.given.empty()) {
        auto const addressed = reading.words == 1 && (!reading.salutation.empty() || !name.title.empty());
        return addressed ? 0.6 : reading.words == 1 && reading.known_words == 1 ? 0.3 : 0.02;
    }
    auto const named = name.suffix.empty() ? words : without_suffixes(words, name.suffix);
    if (ends_a_sentence(text) || !small_words_are_particles(named) || role_words().contains(fold(text))) {
        return 0.03;
    }
    auto const organisation = organisation_likelihood(text.substr(0, name.suffix.empty() ? text.npos : text.rfind(name.suffix))); // "a. D." is a legal form elsewhere
    auto const known = std::min(1.0, static_cast<double>(reading.known_words + particles(words)) / reading.words);
    auto const titled = !name.title.empty() || !reading.salutation.empty();
    auto const score = -0.8 + 3.5 * known + (titled ? 2 : 0) - 6 * std::max(0.0, organisation - 0.3) - 0.5 * std::max(0, reading.words - 3) - 2.5 * count_roles(named) - (titled ? 0.5 : 2.2) * small_names(named);
    return 1 / (1 + std::exp(-score));
}

} // namespace

double name_likelihood(std::string_view text)
{
    static thread_local auto remembered = Remembered<double>{};
    return text.size() > longest_likely_name || text.size() < 3 ? 0 : remembered.of(text, likelihood_of_name);
}

} // namespace knowwho
