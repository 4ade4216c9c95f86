// SPDX-License-Identifier: MIT
// People of the notebook who may be one and the same: open questions with what speaks for and against.
#pragma once

#include "model/snippet.hpp"
#include "store/contacts.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// One open question. `first` has the smaller id.
struct SameQuestion {
    Acquaintance first;
    Acquaintance second;
    double probability = 0;          ///< that both are one person: by the sum of the signals, which are bits; 0.94 at most where a doubt is left, 0.5 where the names look like two people's
    std::vector<LinkSignal> signals; ///< strongest first; a negative weight speaks against
    bool is_close = false;           ///< one of them is a contact, or was met
};

/// The questions worth asking, probability above 0.2. Those about people one knows first, then the likeliest, then by id;
/// at most `limit`. Left out is whatever the user has answered, and whoever one list names for two houses. Imports
/// ask as they go; after other changes everybody is looked at anew, and the questions are kept if the notebook can be written.
std::vector<SameQuestion> likely_same(Notebook& notebook, std::size_t limit);

/// "family name (Steinberg)", "e-mail address (k@post.example)": what two people have in common, or nearly so.
std::vector<std::string> what_agrees(Acquaintance const& one, Acquaintance const& other);

} // namespace knowwho
