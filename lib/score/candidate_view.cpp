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

} // namespace

void view_candidate(CandidateTexts& texts, Candidate const& candidate, std::size_t index, CandidateView& view)
{
    view.candidate = &candidate;
    view.index = index;
    view.fields = fields_of(candidate);
    view.terms.resize(view.fields.size());
    view.row_terms.clear();
    view.all_terms.clear();
    auto text = texts.first[index];
    for (std::size_t i = 0; i < view.fields.size(); ++i) {
        auto const& field = view.fields[i];
        auto& terms = view.terms[i];
        terms.clear();
        if (is_of_row(field)) {
            auto const language = field.language == Language::unknown ? texts.roster_language : field.language;
            texts.corpus.analyser().read(field.text, language, terms);
            view.row_terms.insert(view.row_terms.end(), terms.begin(), terms.end());
        } else { // read before
            auto const read = texts.corpus.last_piece(text++);
            terms.assign(read.begin(), read.end());
        }
        sort_once(terms);
        view.all_terms.insert(view.all_terms.end(), terms.begin(), terms.end());
    }
    sort_once(view.row_terms);
    sort_once(view.all_terms);
}

std::string written_in(FieldText const& field, TermId term, Language fallback, Analyser& analyser)
{
    auto const language = field.language == Language::unknown ? fallback : field.language;
    for (auto word = Words{field.text}; word.next();) {
        if (analyser.term_of(word.folded(), language) == term) {
            return std::string{word.written()};
        }
    }
    return {};
}

} // namespace knowwho
