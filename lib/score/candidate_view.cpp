// SPDX-License-Identifier: MIT
#include "score/candidate_view.hpp"

#include "text/tokens.hpp"

#include <algorithm>

namespace knowwho {
namespace {

void sort_once(std::vector<TermId>& terms)
{
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

/// Counts the terms of a field among the known words, and keeps those that are asked for, sorted.
void take_terms(std::span<TermId const> of_field, std::vector<bool> const& looked_for, CandidateView& view, std::vector<TermId>& terms)
{
    terms.clear();
    for (auto const term : of_field) {
        if (term >= view.last_seen.size()) {
            view.last_seen.resize(term + 1, 0);
        }
        view.known_words += view.last_seen[term] == view.number ? 0 : 1;
        view.last_seen[term] = view.number;
        if (term < looked_for.size() && looked_for[term]) {
            terms.push_back(term);
        }
    }
    sort_once(terms);
}

} // namespace

void view_candidate(CandidateTexts const& texts, Candidate const& candidate, std::size_t index, std::vector<bool> const& looked_for,
                    CandidateView& view)
{
    view.candidate = &candidate;
    view.index = index;
    view.fields = fields_of(candidate);
    view.terms.resize(view.fields.size());
    view.row_terms.clear();
    view.all_terms.clear();
    view.known_words = 0;
    ++view.number;
    auto const row = texts.first[index];
    auto text = row;
    for (std::size_t i = 0; i < view.fields.size(); ++i) {
        auto& terms = view.terms[i];
        if (is_of_row(view.fields[i])) { // these come first, in the text as here
            take_terms(texts.corpus.piece(row, i), looked_for, view, terms);
            view.row_terms.insert(view.row_terms.end(), terms.begin(), terms.end());
        } else {
            take_terms(texts.corpus.last_piece(text++), looked_for, view, terms);
        }
        view.all_terms.insert(view.all_terms.end(), terms.begin(), terms.end());
    }
    sort_once(view.row_terms);
    sort_once(view.all_terms);
}

std::string written_in(FieldText const& field, TermId term, Language fallback, Analyser const& analyser)
{
    auto const language = field.language == Language::unknown ? fallback : field.language;
    for (auto word = Words{field.text}; word.next();) {
        if (analyser.known_term(word.folded(), language) == term) {
            return std::string{word.written()};
        }
    }
    return {};
}

} // namespace knowwho
