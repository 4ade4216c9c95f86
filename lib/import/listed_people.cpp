// SPDX-License-Identifier: MIT
#include "import/listed_people.hpp"

#include "identity/mailbox.hpp"
#include "import/joined_rows.hpp"
#include "text/folding.hpp"

#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_key = 255; // of the table's; mailboxes have at most 254 (RFC 5321)

std::string name_and_mailbox(RosterRow const& row)
{
    auto key = row.name.given.empty() || row.name.family.empty() || row.email.empty() ? std::string{} : own_mailbox(row.email);
    if (key.empty()) {
        return {};
    }
    key.reserve(key.size() + row.name.given.size() + row.name.family.size() + 2);
    key.append("|").append(fold_name(row.name.given)).append("|").append(fold_name(row.name.family));
    return key.size() > longest_key ? std::string{} : key;
}

} // namespace

void ListedPeople::take(RosterRow&& row)
{
    ++m_rows;
    if (auto key = name_and_mailbox(row); !key.empty()) {
        auto& before = m_by_mailbox.add(key);
        if (before > 0) {
            auto& entry = m_entries[before - 1];
            entry.joined_lines.push_back(row.line);
            join_row(entry.row, row);
            return;
        }
        before = static_cast<std::uint32_t>(m_entries.size()) + 1;
    }
    m_entries.push_back({std::move(row), {}, {}, false, {}, {}, 1});
}

void ListedPeople::weigh(KnownWorld const& world)
{
    auto rows = std::vector<RosterRow const*>{};
    rows.reserve(m_entries.size());
    for (auto const& entry : m_entries) {
        rows.push_back(&entry.row);
    }
    m_weighed = std::make_unique<WeighedPeople>(rows, world);
}

void ListedPeople::resolve(std::span<ListId const> earlier)
{
    auto resolutions = m_weighed->resolve(earlier);
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

void ListedPeople::forget_weights()
{
    m_questions = m_weighed->questions();
    m_weighed.reset();
}

} // namespace knowwho
