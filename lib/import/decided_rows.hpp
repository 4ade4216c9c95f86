// SPDX-License-Identifier: MIT
// Whose rows are settled by the user's word: merged, or told apart.
#pragma once

#include "import/listed_people.hpp"
#include "model/ids.hpp"
#include "model/person.hpp"

#include <deque>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace knowwho {

class Notebook;

/// A list that names such a row again, word for word, means the same person, whatever the weights say.
class DecidedRows {
public:
    using Pairs = std::span<std::pair<PersonId, PersonId> const>;

    /// The notebook, `roster`, which are the rows that the event has, and `different` must outlive it.
    DecidedRows(Notebook const& notebook, std::vector<Attendance> const& roster, Pairs different);

    /// Gives the rows of a list to whom they belong. What was taken for somebody who thereby has a row on the list is
    /// the one's who was told apart from them, if earlier versions of the list (`versions`: their files) leave one of that name.
    void claim(std::deque<ListedPerson>& entries, std::unordered_set<std::string> const& versions) const;

private:
    std::span<Attendance const* const> named(PackedRow const& row) const;
    std::optional<PersonId> owner(PackedRow const& row) const;
    std::set<PersonId> told_apart(ListedPerson const& entry, std::unordered_set<std::string> const& versions) const;

    Notebook const& m_notebook;
    Pairs m_different;
    std::unordered_map<std::string_view, std::vector<Attendance const*>> m_by_name; ///< as written
};

} // namespace knowwho
