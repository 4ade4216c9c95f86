// SPDX-License-Identifier: MIT
// Finds people by anything the notebook holds about them; forgives typing errors.
#pragma once

#include "store/contacts.hpp"
#include "store/search_texts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

struct FoundPerson {
    Acquaintance person;
    SearchField field = SearchField::name; ///< where the words were found
    std::string excerpt;                   ///< the text around them; as written, control characters and all
};

/// A word that nobody has, or a field that there is not, and what was looked for in its place.
struct Correction {
    std::string written;
    std::string used;
    bool is_field = false; ///< a field was meant, not a word
};

struct FindResult {
    std::vector<FoundPerson> people; ///< best first
    std::vector<Correction> corrections;
    bool any_word = false;  ///< nobody has all the words: these have some
    bool more = false;      ///< there are more than were asked for
};

/// Brings the index up to date first. `limit` is at least 1.
FindResult find_people(Notebook& notebook, std::string_view typed, std::size_t limit);

/// Whose name has all these words or beginnings of words; those whose whole name it is, alone, if there are any.
/// By id. At most `limit`, and one more if there are more.
std::vector<Acquaintance> people_named(Notebook& notebook, std::string_view words, std::size_t limit);

/// The names nearest to mistyped ones, at most three.
std::vector<Acquaintance> people_nearly_named(Notebook& notebook, std::string_view words);

} // namespace knowwho
