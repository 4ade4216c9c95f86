// SPDX-License-Identifier: MIT
// One candidate made ready for scoring: the fields with their terms.
#pragma once

#include "relevance/corpus.hpp"
#include "score/candidate_text.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

struct CandidateView {
    Candidate const* candidate = nullptr;
    std::size_t index = 0;
    std::vector<FieldText> fields;
    std::vector<std::vector<TermId>> terms; ///< per field, sorted, each once
    std::vector<TermId> row_terms;          ///< of all fields of the row, sorted
    std::vector<TermId> all_terms;          ///< of all fields, sorted
};

/// Fills `view` anew, keeping its memory.
void view_candidate(CandidateTexts& texts, Candidate const& candidate, std::size_t index, CandidateView& view);

/// How the text writes a term ("Wartungen" for the stem of "Wartung"); empty if it does not have it.
std::string written_in(FieldText const& field, TermId term, Language fallback, Analyser& analyser);

} // namespace knowwho
