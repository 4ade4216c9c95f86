// SPDX-License-Identifier: MIT
// One candidate made ready for scoring: the fields with those of their terms that somebody asks for.
#pragma once

#include "relevance/corpus.hpp"
#include "score/candidate_text.hpp"

#include <cstdint>
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
    std::size_t known_words = 0;            ///< different terms of all fields, asked for or not

    std::vector<std::uint32_t> last_seen; ///< per term the number of the view that had it last
    std::uint32_t number = 0;             ///< of this view
};

/// Fills `view` anew, keeping its memory, with the terms that are `looked_for` (NeedReader).
void view_candidate(CandidateTexts const& texts, Candidate const& candidate, std::size_t index, std::vector<bool> const& looked_for,
                    CandidateView& view);

/// How the text writes a term ("Wartungen" for the stem of "Wartung"); empty if it does not have it.
std::string written_in(FieldText const& field, TermId term, Language fallback, Analyser const& analyser);

} // namespace knowwho
