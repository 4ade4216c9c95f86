// SPDX-License-Identifier: MIT
#include "import/listed_people.hpp"

#include "identity/mailbox.hpp"
#include "import/joined_rows.hpp"
#include "text/folding.hpp"

#include <utility>

namespace knowwho {
namespace {

std::string name_and_mailbox(RosterRow const& row)
{
    auto key = own_mailbox(row.email);
    if (key.empty() || row.name.given.empty() || row.name.family.empty()) {
        return {};
    }
    return key.append("|").append(fold_name(row.name.given)).append("|").append(fold_name(row.name.family));
}

} // namespace

void ListedPeople::take(RosterRow&& row)
{
    ++m_rows;
    if (auto key = name_and_mailbox(row); !key.empty()) {
        auto const [before, is_new] = m_by_mailbox.try_emplace(std::move(key), m_entries.size());
        if (!is_new) {
            auto& entry = m_entries[before->second];
            entry.joined_lines.push_back(row.line);
            join_row(entry.row, row);
            return;
        }
    }
    m_entries.push_back({std::move(row), {}, {}, false, {}, {}, 1});
}

void ListedPeople::resolve(KnownWorld const& world)
{
    auto rows = std::vector<RosterRow const*>{};
    for (auto const& entry : m_entries) {
        rows.push_back(&entry.row);
    }
    auto resolutions = resolve_people(rows, world);
    for (std::size_t index = 0; index < m_entries.size(); ++index) {
        auto& entry = m_entries[index];
        auto& resolution = resolutions[index];
        entry.person = resolution.known.value_or(PersonId{});
        entry.known = resolution.known.has_value();
        entry.same_as = resolution.same_as_row;
        entry.reason = std::move(resolution.reason);
        entry.probability = resolution.probability;
    }
}

} // namespace knowwho
