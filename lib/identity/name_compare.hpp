// SPDX-License-Identifier: MIT
// How well two names agree, part by part: for duplicates, for links, and for pairs.
#pragma once

#include "model/name.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A name prepared for many comparisons: folded words.
struct ComparableName {
    std::vector<std::string> given;  ///< all given and middle names; an initial is one letter
    std::vector<std::string> family; ///< without particles, unless there is nothing else
    std::string given_key;           ///< the given names without blanks
    std::string family_key;          ///< the family name without blanks, particles included
    std::string generation;          ///< generation() of the suffix
};

ComparableName comparable(PersonName const& name);

/// "jr", "sr", "iii": what tells father from son among the suffixes "jun., MBA"; empty for most. The result lives for ever.
std::string_view generation(std::string_view suffix);

/// How two given names agree; ordered from contradiction to proof.
enum class GivenAgreement {
    conflict,        ///< other first letter, no short form of it
    other_name,      ///< the same first letter, another name
    unknown,         ///< one of them has none
    initial,         ///< an initial that fits
    similar,         ///< a slip of the pen, another spelling
    short_form,      ///< Alex and Alexander
    same,            ///< the first names agree
    same_all         ///< all given names agree, and there are two or more
};

struct NameComparison {
    GivenAgreement given = GivenAgreement::unknown;
    double given_similarity = 0; ///< Jaro–Winkler of the first given names; 0 with an initial
    int middle = 0;              ///< 1 agree, 0 one has none, -1 disagree
    double family = 0;           ///< Jaro–Winkler of the family names, or 0.97 if one is part of the other's double name
    bool family_same = false;
    bool swapped = false;        ///< agrees only with given and family name exchanged
    bool other_generation = false; ///< father and son
};

/// Symmetric.
NameComparison compare_names(ComparableName const& a, ComparableName const& b);

/// Whether one is a usual short form of the other: "Alex" and "Alexander", folded.
bool are_short_forms(std::string_view a, std::string_view b);

/// Whether a folded name is the usual short form of any other; without one of them there are no two.
bool is_short_form(std::string_view name);

} // namespace knowwho
