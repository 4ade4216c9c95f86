// SPDX-License-Identifier: MIT
// Tables `search` and `search_stale`: the full-text index, one row per person, and keeping it up to date.
#pragma once

#include "model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// Brings the rows of everybody up to date whose data have changed since the last time; quick if
/// nobody's have. One transaction.
void refresh_search(Notebook& notebook);

struct SearchHit {
    PersonId person;
    double rank = 0; ///< the higher the better
};

/// Who fits an expression of FTS5 over folded words; best first, then by id. The index must be fresh.
std::vector<SearchHit> search_index(Notebook const& notebook, std::string_view expression, std::size_t limit);

/// As search_index(), without ranking: the first by id. For common words, where ranking would cost.
std::vector<SearchHit> search_index_unranked(Notebook const& notebook, std::string_view expression, std::size_t limit);

/// How many people fit, counted up to `limit`.
std::size_t count_in_index(Notebook const& notebook, std::string_view expression, std::size_t limit);

/// A word of the index, and in how many rows it stands.
struct IndexedWord {
    std::string word;
    std::int64_t rows = 0;
};

/// The words from `first` (included) to `last` (excluded; empty: to the end), in byte order.
std::vector<IndexedWord> indexed_words(Notebook const& notebook, std::string_view first, std::string_view last);

/// Rewrites the index so that nothing of deleted rows is left in it. May take a second on a large notebook.
void compact_search(Notebook& notebook);

} // namespace knowwho
