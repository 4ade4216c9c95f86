// SPDX-License-Identifier: MIT
// The rows of a list as they come, and who they are once all are there.
#pragma once

#include "identity/key_table.hpp"
#include "identity/resolve.hpp"
#include "model/ids.hpp"
#include "model/roster.hpp"
#include "store/packed_row.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// A row of the list, and whose it is.
struct ListedPerson {
    PackedRow row;
    PersonId person;                    ///< in the notebook; empty for somebody new
    bool known = false;
    std::optional<std::size_t> same_as; ///< the first entry about the same person, who is new
    std::string reason;                 ///< for `person` or `same_as`
    double probability = 1;
};

/// Rows with one name and one mailbox of one's own are about one person, unless the user said otherwise, and are weighed
/// as one; all others are weighed against each other. Each stays a row of its own.
class ListedPeople {
public:
    /// Both must outlive it.
    ListedPeople(Notebook& notebook, KnownWorld const& world);

    /// Inside a transaction.
    void take(RosterRow const& row);

    /// Behind the last row: weighs all against each other and those known.
    void weigh();

    /// Decides who is who, anew each time; `earlier`: earlier versions of the list, sorted.
    void resolve(std::span<ListId const> earlier);

    /// Decided for good: only now is known what is to be asked.
    void forget_weights();

    /// Behind forget_weights().
    std::vector<OpenQuestion> const& questions() const { return m_questions; }

    /// Whom a record of a question is about: empty for somebody new who was not written yet.
    PersonId person_of(std::size_t record) const;

    std::size_t rows() const { return m_entries.size(); }

    /// In the order of the list.
    std::deque<ListedPerson>& entries() { return m_entries; }

private:
    Notebook& m_notebook;
    KnownWorld m_world;
    std::deque<ListedPerson> m_entries;
    std::vector<OpenQuestion> m_questions;
    std::set<std::string> m_apart;                            ///< names and mailboxes of people whom the user told apart
    KeyTable<std::uint32_t> m_by_mailbox;                     ///< number of the first entry, from 1, by name and mailbox
    std::map<std::size_t, std::vector<std::size_t>> m_others; ///< the further entries of one name and mailbox, by the first
    std::vector<std::size_t> m_weighed_entries;               ///< those that are the first
    std::unique_ptr<WeighedPeople> m_weighed;
};

} // namespace knowwho
