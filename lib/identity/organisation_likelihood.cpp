// SPDX-License-Identifier: MIT
// Whether a text is an organisation at all.
#include "identity/organisation.hpp"

#include "identity/legal_forms.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/remembered.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

bool is_known_name(std::string_view word)
{
    auto const* weight = NameLexicon::instance().find(fold_name(word));
    return weight != nullptr && weight->given + weight->family >= 1;
}

/// "Petra Vos": what could be a legal form (v. o. s.) is written as a family name behind a given one.
bool ends_in_a_name(std::string_view text)
{
    auto const words = split_at_blanks(text);
    auto const& last = words.back();
    auto const small = std::all_of(last.begin() + 1, last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    auto const legal = legal_at_end(text);
    return words.size() == 2 && last.size() > 2 && last.front() >= 'A' && last.front() <= 'Z' && small && is_known_name(last) && legal && legal->form.find('.') != legal->form.npos;
}

/// Of a text of usual length.
double likelihood_of_organisation(std::string_view text)
{
    auto const tidy = unified(text);
    auto const folded = fold(tidy);
    auto const& lexicon = OrganisationLexicon::instance();
    if (folded.empty() || lexicon.means_none(folded)) {
        return 0;
    }
    if ((legal_at_end(tidy) && !ends_in_a_name(tidy)) || legal_inside(tidy)) {
        return 0.98;
    }
    auto const words = split_at_blanks(folded);
    auto cues = 0;
    auto names = 0;
    for (auto const written : split_at_blanks(tidy)) {
        auto const folded_word = fold(written);
        auto const parts = split_at_blanks(folded_word);
        auto const cue = !parts.empty() && (lexicon.is_organisation_word(parts.back()) || lexicon.is_house_word(written)); // the end of "Max-Planck-Institut" counts
        cues += cue;
        names += cue ? 0 : static_cast<int>(std::ranges::count_if(parts, [](auto part) { return is_known_name(part) && (word_kinds(part) & word_kind::particle) == 0; }));
    }
    auto score = -0.9 + 2.6 * std::min(cues, 2) - 1.1 * names - (words.size() > 8 ? 1.5 : 0);
    auto const of_something = words.size() > 2 && lexicon.is_organisation_word(words.front()) && (word_kinds(words[1]) & word_kind::particle) != 0;
    score += of_something && !is_known_name(words.front()) ? 1 : 0; // "Université de ..."
    score += lexicon.are_letters_of_house(tidy.substr(0, tidy.find(' '))) ? 1.5 : 0; // "TU Berlin": both may be names
    score += is_acronym(tidy) ? 1.2 : 0;
    score += tidy.find('&') != std::string::npos ? 1.5 : 0;
    return 1 / (1 + std::exp(-score));
}

} // namespace

double organisation_likelihood(std::string_view text)
{
    static thread_local auto remembered = Remembered<double>{};
    return text.size() < 2 || text.size() > 160 ? 0 : remembered.of(text, likelihood_of_organisation);
}

} // namespace knowwho
