// SPDX-License-Identifier: MIT
// What the user typed into `find`, understood: words, phrases, fields, and what must not be there.
#pragma once

#include "store/search_texts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One thing that must be (or must not be) in a person's row.
struct SearchTerm {
    std::string written;
    std::optional<SearchField> field;  ///< only there; empty: anywhere
    bool phrase = false;               ///< the words of `starts` behind one another, as they are
    bool excluded = false;
    std::vector<std::string> starts;   ///< folded; a word of the row begins with one of them
    std::string field_written = {};    ///< what stands for the field, if it is mistyped
};

/// Reads words, "phrases in quotes", field:word (field names in German and English, mistyped ones, too), -word, and
/// "met in Berlin" or "in Berlin getroffen". Never fails; stop words count only in phrases or alone.
std::vector<SearchTerm> read_search(std::string_view typed);

/// The terms as an expression of FTS5, all of them or any; empty if nothing is asked for.
enum class Join { all, any };
std::string search_expression(std::vector<SearchTerm> const& terms, Join join);

/// The beginnings by which forms of a folded word are found: German and English stems, spellings of umlauts.
std::vector<std::string> word_starts(std::string_view folded_word);

} // namespace knowwho
