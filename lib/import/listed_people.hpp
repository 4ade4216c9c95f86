// SPDX-License-Identifier: MIT
// The rows of a list as they come, and who they are once all are there.
#pragma once

#include "identity/key_table.hpp"
#include "identity/resolve.hpp"
#include "model/ids.hpp"
#include "model/roster.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// A row of the list, and whose it is.
struct ListedPerson {
    RosterRow row;
    std::vector<int> joined_lines;      ///< of the rows of one name and one mailbox that were joined to it
    PersonId person;                    ///< in the notebook; empty for somebody new
    bool known = false;
    std::optional<std::size_t> same_as; ///< the first entry about the same person, who is new
    std::string reason;                 ///< for `person` or `same_as`
    double probability = 1;
};

/// Rows with one name and one mailbox of one's own are joined as they come; all others wait for each other.
class ListedPeople {
public:
    void take(RosterRow&& row);

    /// Behind the last row: weighs all against each other and those known. `world` must outlive what follows.
    void weigh(KnownWorld const& world);

    /// Decides who is who, anew each time; `earlier`: earlier versions of the list, sorted.
    void resolve(std::span<ListId const> earlier);

    /// Decided for good: only now is known what is to be asked.
    void forget_weights();

    /// Behind forget_weights(). Records of the world come first there, then the entries.
    std::vector<OpenQuestion> const& questions() const { return m_questions; }

    std::size_t rows() const { return m_rows; }

    /// In the order of the list.
    std::deque<ListedPerson>& entries() { return m_entries; }

private:
    std::size_t m_rows = 0;
    std::deque<ListedPerson> m_entries;
    std::vector<OpenQuestion> m_questions;
    std::unique_ptr<WeighedPeople> m_weighed;
    KeyTable<std::uint32_t> m_by_mailbox; ///< number of the entry, from 1, by name and mailbox
};

} // namespace knowwho
