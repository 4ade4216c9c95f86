// SPDX-License-Identifier: MIT
#include "import/listed_people.hpp"

#include "identity/mailbox.hpp"
#include "identity/name_compare.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_key = 255; // of the table's; mailboxes have at most 254 (RFC 5321)

std::string name_and_mailbox(PersonName const& name, std::string const& email)
{
    auto key = name.given.empty() || name.family.empty() || email.empty() ? std::string{} : own_mailbox(email);
    if (key.empty()) {
        return {};
    }
    key.reserve(key.size() + name.given.size() + name.family.size() + 5);
    key.append("|").append(fold_name(name.given)).append("|").append(fold_name(name.family)).append("|").append(generation(name.suffix));
    return key.size() > longest_key ? std::string{} : key;
}

WrittenRecord written_record(PackedRow const& row)
{
    return {row.text(PackedRow::given), row.text(PackedRow::middle), row.text(PackedRow::family), row.text(PackedRow::suffix), row.text(PackedRow::organisation), row.text(PackedRow::email),
        row.text(PackedRow::place), row.text(PackedRow::role)};
}

/// The name is the first one's.
void fill_blanks(WrittenRecord& record, WrittenRecord const& other)
{
    for (auto const member : {&WrittenRecord::organisation, &WrittenRecord::email, &WrittenRecord::place, &WrittenRecord::role}) {
        if ((record.*member).empty()) {
            record.*member = other.*member;
        }
    }
}

/// The names and mailboxes that people whom the user told apart have in common.
std::set<std::string> shared_keys(KnownWorld const& world)
{
    auto keys = std::map<PersonId, std::set<std::string>>{};
    for (auto const& [one, other] : world.different) {
        keys[one];
        keys[other];
    }
    for (auto const& person : world.people) {
        if (auto const asked = keys.find(person.id); asked != keys.end()) {
            asked->second.insert(name_and_mailbox(person.name, person.email));
        }
    }
    auto shared = std::set<std::string>{};
    for (auto const& [one, other] : world.different) {
        std::ranges::set_intersection(keys[one], keys[other], std::inserter(shared, shared.end()));
    }
    return shared;
}

} // namespace

ListedPeople::ListedPeople(Notebook& notebook, KnownWorld const& world) : m_notebook(notebook), m_world(world), m_apart(shared_keys(world)) {}

void ListedPeople::take(RosterRow const& row)
{
    auto const number = m_entries.size();
    auto is_first = true;
    if (auto const key = name_and_mailbox(row.name, row.email); !key.empty() && !m_apart.contains(key)) {
        auto& first = m_by_mailbox.add(key);
        is_first = first == 0;
        if (is_first) {
            first = static_cast<std::uint32_t>(number) + 1;
        } else {
            m_others[first - 1].push_back(number);
        }
    }
    if (is_first) {
        m_weighed_entries.push_back(number);
    }
    m_entries.push_back({{m_notebook, row}, {}, false, {}, {}, 1});
}

void ListedPeople::weigh()
{
    auto records = std::vector<WrittenRecord>{};
    records.reserve(m_weighed_entries.size());
    for (auto const first : m_weighed_entries) {
        records.push_back(written_record(m_entries[first].row));
        if (auto const others = m_others.find(first); others != m_others.end()) {
            for (auto const other : others->second) {
                fill_blanks(records.back(), written_record(m_entries[other].row));
            }
        }
    }
    m_weighed = std::make_unique<WeighedPeople>(std::move(records), m_world);
}

void ListedPeople::resolve(std::span<ListId const> earlier)
{
    auto resolutions = m_weighed->resolve(earlier);
    for (std::size_t index = 0; index < resolutions.size(); ++index) {
        auto& entry = m_entries[m_weighed_entries[index]];
        auto& resolution = resolutions[index];
        entry.person = resolution.known.value_or(PersonId{});
        entry.known = resolution.known.has_value();
        entry.same_as = resolution.same_as_row;
        if (entry.same_as) {
            entry.same_as = m_weighed_entries[*entry.same_as];
        }
        entry.reason = std::move(resolution.reason);
        entry.probability = resolution.probability;
    }
    for (auto const& [first, others] : m_others) {
        for (auto const other : others) {
            auto& entry = m_entries[other];
            entry.person = m_entries[first].person;
            entry.known = m_entries[first].known;
            entry.same_as = m_entries[first].known ? std::nullopt : std::optional{m_entries[first].same_as.value_or(first)};
            entry.reason = "the same name and e-mail address";
        }
    }
}

PersonId ListedPeople::person_of(std::size_t record) const
{
    auto const known = m_world.people.size();
    return record < known ? m_world.people[record].id : m_entries[m_weighed_entries[record - known]].person;
}

void ListedPeople::forget_weights()
{
    m_questions = m_weighed->questions();
    m_weighed.reset();
}

} // namespace knowwho
