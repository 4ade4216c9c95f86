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
    double probability = 0;          ///< that both are one person: by the sum of the signals, which are bits; 0.94 at most where a doubt is left
    std::vector<LinkSignal> signals; ///< strongest first; a negative weight speaks against
    bool is_close = false;           ///< one of them is a contact, or was met
};

/// Below this probability nobody is asked.
inline constexpr double worth_asking = 0.2;

/// What speaks for and against two people being one, by the weights that joined the rows of the lists;
/// probability and signals are filled in. They are learnt from the whole notebook each time.
SameQuestion compare_people(Notebook const& notebook, PersonId one, PersonId other);

/// The questions worth asking. Those about people one knows first, then the likeliest, then by id; at most
/// `limit`. Left out is whatever the user has answered, and whoever one list names for two houses.
std::vector<SameQuestion> likely_same(Notebook const& notebook, std::size_t limit);

} // namespace knowwho
