// SPDX-License-Identifier: MIT
// People of the notebook who may be one and the same: open questions with what speaks for and against.
#pragma once

#include "model/snippet.hpp"
#include "store/contacts.hpp"

#include <cstddef>
#include <vector>

namespace knowwho {

class Notebook;

/// One open question. `first` has the smaller id.
struct SameQuestion {
    Acquaintance first;
    Acquaintance second;
    double probability = 0;          ///< that both are one person: rough, from the sum of the signals
    std::vector<LinkSignal> signals; ///< strongest first; a negative weight speaks against
    bool is_close = false;           ///< one of them is a contact, or was met
};

/// Below this probability nobody is asked.
inline constexpr double worth_asking = 0.2;

/// What speaks for and against two people being one; probability and signals are filled in.
SameQuestion compare_people(Notebook const& notebook, PersonId one, PersonId other);

/// The questions worth asking about people of one family name whose given names agree or are spelt
/// alike. Those about people one knows first, then the likeliest, then by id; at most `limit`. Left out
/// is whatever the user has answered. Of a large notebook the rarest names are looked at, 300 pairs.
std::vector<SameQuestion> likely_same(Notebook const& notebook, std::size_t limit);

} // namespace knowwho
