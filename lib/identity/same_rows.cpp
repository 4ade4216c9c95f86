// SPDX-License-Identifier: MIT
#include "identity/same_rows.hpp"

#include "identity/name_compare.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <bit>
#include <cstdint>
#include <set>
#include <unordered_map>

namespace knowwho {
namespace {

constexpr double nearly_certain_probability = 0.99;

/// Whether a row says enough of somebody to know the same row again.
bool says_enough(WrittenRecord const& row) { return !row.given.empty() && !row.family.empty() && !row.organisation.empty() && !row.role.empty(); }

/// What a row says of somebody.
std::string whole_key(WrittenRecord const& row)
{
    auto key = full_name_key(row);
    for (auto const& part : {fold_name(row.middle), std::string{generation(row.suffix)}, fold(row.organisation), fold(row.role), fold(row.place), ascii_lower(row.email)}) {
        key += '|';
        key += part;
    }
    return key;
}

/// Which records may have another of the same name and mailbox: all others need no further look.
class Namesakes {
public:
    explicit Namesakes(PreparedRecords const& records) : m_records(records), m_seen(std::bit_ceil(records.size * 4 + 16))
    {
        for (auto i = std::size_t{0}; i < records.size; ++i) {
            auto& seen = m_seen[place(i)];
            seen = seen == Seen::never ? Seen::once : Seen::more;
        }
    }

    bool has(std::size_t record) const { return m_seen[place(record)] == Seen::more; }

private:
    enum class Seen : unsigned char { never, once, more };

    std::size_t place(std::size_t record) const
    {
        constexpr auto odd = std::uint64_t{0x9E3779B97F4A7C15U};
        auto hash = std::uint64_t{0};
        for (auto const kind : {FieldKind::given, FieldKind::family, FieldKind::email}) {
            hash = (hash ^ m_records.find(kind)->number(record)) * odd;
            hash ^= hash >> 32;
        }
        return hash & (m_seen.size() - 1);
    }

    PreparedRecords const& m_records;
    std::vector<Seen> m_seen;
};

/// Whether rows that say the same are those of several people, whom the user told apart.
bool are_of_several(std::vector<std::size_t> const& rows, std::vector<Resolution> const& resolutions)
{
    auto people = std::set<PersonId>{};
    for (auto const row : rows) {
        if (resolutions[row].known) {
            people.insert(*resolutions[row].known);
        }
    }
    return people.size() > 1;
}

void join_group(std::vector<std::size_t> const& rows, std::vector<Resolution>& resolutions)
{
    auto const first = rows.front();
    for (auto const row : rows) {
        if (row == first || resolutions[row].known || resolutions[row].same_as_row) {
            continue;
        }
        resolutions[row] = resolutions[first];
        if (!resolutions[first].known && !resolutions[first].same_as_row) {
            resolutions[row].same_as_row = first;
        }
        resolutions[row].probability = nearly_certain_probability;
        resolutions[row].reason = "name, organisation and role word for word";
    }
}

} // namespace

std::string full_name_key(WrittenRecord const& record) { return fold_name(record.given) + '|' + fold_name(record.family); }

void join_same_rows(std::span<WrittenRecord const> rows, PreparedRecords const& records, std::vector<Resolution>& resolutions)
{
    auto const namesakes = Namesakes{records};
    auto const before_rows = records.size - rows.size();
    auto same = std::unordered_map<std::string, std::vector<std::size_t>>{};
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        if (says_enough(rows[i]) && namesakes.has(before_rows + i)) {
            same[whole_key(rows[i])].push_back(i);
        }
    }
    for (auto const& [key, group] : same) {
        if (!are_of_several(group, resolutions)) {
            join_group(group, resolutions);
        }
    }
}

} // namespace knowwho
