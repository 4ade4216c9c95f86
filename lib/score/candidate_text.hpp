// SPDX-License-Identifier: MIT
// What is known about a candidate as pieces of text, each with its kind and its source.
#pragma once

#include "model/goals.hpp"
#include "model/language.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "relevance/corpus.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// One piece of text about a candidate.
struct FieldText {
    SignalKind signal = SignalKind::field; ///< role, organisation, field, place, talk or evidence
    std::string text;
    Language language = Language::unknown;
    Source source;
    std::size_t index = 0; ///< of the talk or the evidence, else 0
};

/// Role (with department), organisation, what else the row says, place, each talk, each evidence;
/// empty ones are left out.
std::vector<FieldText> fields_of(Candidate const& candidate);

/// Whether the field stands on the list itself, and not in a talk or an evidence.
bool is_of_row(FieldText const& field);

/// The texts of candidates in one corpus: the row, and each talk and evidence behind the row of its
/// person, in the order of fields_of().
struct CandidateTexts {
    Corpus corpus;
    std::vector<TextId> first; ///< per candidate its first text; one more at the end
    Language roster_language = Language::unknown;
};
CandidateTexts texts_of(std::span<Candidate const> candidates, Language fallback);

/// One text of texts_of() as a model outside gets it to read.
struct PlainText {
    PersonId person;
    std::string text; ///< without the name of the row; at most 2,000 bytes, cut between characters; may be empty
};

/// The texts of texts_of() in their order.
std::vector<PlainText> plain_texts_of(std::span<Candidate const> candidates);

} // namespace knowwho
