// SPDX-License-Identifier: MIT
// What the notebook holds about a person, field by field: the rows of the full-text index before they are folded.
#pragma once

#include "model/ids.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;
class Query;

/// The fields of the index, in the order of its columns.
enum class SearchField { name, organisation, role, place, met, note, promise, list, page };
inline constexpr std::size_t search_field_count = 9;
inline constexpr std::array<std::string_view, search_field_count> search_field_names{
    "name", "organisation", "role", "place", "met", "note", "promise", "list", "page"};

/// What the notebook holds about one person, field by field, as written.
struct SearchTexts {
    std::array<std::vector<std::string>, search_field_count> fields;

    std::vector<std::string>& of(SearchField field) { return fields[static_cast<std::size_t>(field)]; }
    std::vector<std::string> const& of(SearchField field) const { return fields[static_cast<std::size_t>(field)]; }
};

SearchTexts search_texts(Notebook const& notebook, PersonId person);

/// The same of people of whom nothing is known but what lists say, if their row of the index is stale: one walk
/// through the tables instead of two questions each. For `store/` only.
class TextsOnLists {
public:
    /// The notebook must outlive it.
    explicit TextsOnLists(Notebook const& notebook);
    ~TextsOnLists();
    TextsOnLists(TextsOnLists const&) = delete;
    TextsOnLists& operator=(TextsOnLists const&) = delete;

    /// Of people with ascending ids.
    SearchTexts of(PersonId person);

private:
    void take(SearchTexts& texts, bool is_first);

    std::unique_ptr<Query> m_row;
    bool m_is_there;
};

} // namespace knowwho
