// SPDX-License-Identifier: MIT
// Keys that bring records together which may be about one person; only those are compared.
#include "identity/duplicates.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

class Keys {
public:
    explicit Keys(PreparedRecords const& records)
        : m_given(records.find(FieldKind::given)), m_family(records.find(FieldKind::family)), m_date(records.find(FieldKind::date)),
          m_email(records.find(FieldKind::email)), m_organisation(records.find(FieldKind::organisation)), m_place(records.find(FieldKind::place))
    {
        for (auto const& column : records.columns) {
            if (column.kind() == FieldKind::code) {
                m_codes.push_back(&column);
            }
        }
    }

    /// Calls `take` with the hash of each key of the record; a rule's letter starts it, so that rules don't mix.
    template <typename Take>
    void for_each(std::size_t i, Take take) const
    {
        auto const given = start(m_given, i, 64);
        auto const family = start(m_family, i, 64);
        key(take, 'a', family, given.substr(0, 1));
        key(take, 'b', family.substr(0, 4), given.substr(0, 3));
        key(take, 'c', start(m_organisation, i, 12), given.substr(0, 3));
        key(take, 'd', start(m_organisation, i, 12), family.substr(0, 3));
        key(take, 'e', start(m_email, i, 64), "-");
        if (m_email == nullptr || !m_email->has(i)) {
            whole_key(take, family, given, start(m_organisation, i, 64));
        }
        key(take, 'f', start(m_date, i, 8), family.substr(0, 2));
        key(take, 'g', start(m_date, i, 8), given.substr(0, 2));
        // Given and family name exchanged meet in one key.
        key(take, 'h', std::min(given, family), std::max(given, family));
        key(take, 'i', given, start(m_place, i, 8));
        key(take, 'j', start(m_date, i, 8), start(m_place, i, 3));
        for (auto c = std::size_t{0}; c < m_codes.size(); ++c) {
            key(take, static_cast<char>('0' + c), start(m_codes[c], i, 32), "-");
            auto const rule = static_cast<char>('k' + c);
            key(take, rule, start(m_codes[c], i, 32), given.substr(0, 2));
            key(take, static_cast<char>('A' + c), start(m_codes[c], i, 32), family.substr(0, 2));
        }
        if (m_email == nullptr && m_organisation == nullptr && m_date == nullptr) {
            key(take, 'z', family.substr(0, 5), "-");
        }
    }

private:
    static std::string_view start(PreparedColumn const* column, std::size_t i, std::size_t length)
    {
        return column == nullptr ? std::string_view{} : std::string_view{column->value(i)}.substr(0, length);
    }

    template <typename Take>
    static void key(Take take, char rule, std::string_view first, std::string_view second)
    {
        if (!first.empty() && !second.empty()) {
            take(hashed(hashed(static_cast<unsigned char>(rule), first), second));
        }
    }

    /// What is written alike throughout meets, however common the name is.
    template <typename Take>
    static void whole_key(Take take, std::string_view family, std::string_view given, std::string_view organisation)
    {
        if (!family.empty() && !given.empty()) {
            take(hashed(hashed(hashed('x', family), given), organisation));
        }
    }

    /// Eight bytes at a time, multiplied and mixed, with the length: of a million keys two meet by chance once in 40 million lists.
    static std::uint64_t hashed(std::uint64_t hash, std::string_view text)
    {
        constexpr auto odd = std::uint64_t{0x9E3779B97F4A7C15U};
        hash = (hash ^ text.size()) * odd;
        for (auto word = std::uint64_t{0}; !text.empty(); text.remove_prefix(std::min(text.size(), sizeof word))) {
            word = 0;
            std::memcpy(&word, text.data(), std::min(text.size(), sizeof word));
            hash = (hash ^ word ^ (hash >> 32)) * odd;
        }
        return hash ^ (hash >> 29);
    }

    PreparedColumn const* m_given;
    PreparedColumn const* m_family;
    PreparedColumn const* m_date;
    PreparedColumn const* m_email;
    PreparedColumn const* m_organisation;
    PreparedColumn const* m_place;
    std::vector<PreparedColumn const*> m_codes;
};

/// The records by key: which keys a record has, and which records share one.
class Blocks {
public:
    explicit Blocks(PreparedRecords const& records)
    {
        auto const keys = Keys{records};
        auto hashes = std::vector<std::uint64_t>{};
        m_first_key.reserve(records.size + 1);
        for (auto i = std::size_t{0}; i < records.size; ++i) {
            m_first_key.push_back(hashes.size());
            keys.for_each(i, [&](std::uint64_t hash) { hashes.push_back(hash); });
        }
        m_first_key.push_back(hashes.size());
        number(hashes);
        sort_members(records.size);
    }

    std::span<std::uint32_t const> keys_of(std::size_t record) const
    {
        return std::span{m_keys}.subspan(m_first_key[record], m_first_key[record + 1] - m_first_key[record]);
    }

    /// Ascending.
    std::span<std::uint32_t const> members_of(std::uint32_t key) const
    {
        return std::span{m_members}.subspan(m_first_member[key], m_first_member[key + 1] - m_first_member[key]);
    }

private:
    struct Place {
        std::uint64_t hash = 0;
        std::uint32_t number = 0; ///< from 1; 0 is free
    };

    /// Equal hashes get one number, ascending as they are met first.
    void number(std::span<std::uint64_t const> hashes)
    {
        constexpr auto ahead = std::size_t{16}; // the table is larger than the cache
        auto table = std::vector<Place>(std::bit_ceil(hashes.size() * 2 + 16));
        auto const mask = table.size() - 1;
        m_keys.reserve(hashes.size());
        for (auto i = std::size_t{0}; i < hashes.size(); ++i) {
            __builtin_prefetch(&table[hashes[std::min(i + ahead, hashes.size() - 1)] & mask], 1);
            auto at = hashes[i] & mask;
            while (table[at].number != 0 && table[at].hash != hashes[i]) {
                at = (at + 1) & mask;
            }
            if (table[at].number == 0) {
                table[at] = {hashes[i], ++m_count};
            }
            m_keys.push_back(table[at].number - 1);
        }
    }

    void sort_members(std::size_t records)
    {
        m_first_member.resize(m_count + 1);
        for (auto const key : m_keys) {
            ++m_first_member[key + 1];
        }
        std::partial_sum(m_first_member.begin(), m_first_member.end(), m_first_member.begin());
        m_members.resize(m_keys.size());
        auto next = m_first_member;
        for (auto i = std::size_t{0}; i < records; ++i) {
            for (auto const key : keys_of(i)) {
                m_members[next[key]++] = static_cast<std::uint32_t>(i);
            }
        }
    }

    std::uint32_t m_count = 0;
    std::vector<std::uint32_t> m_keys; ///< of the first record, then of the second ...
    std::vector<std::size_t> m_first_key;
    std::vector<std::uint32_t> m_members; ///< of the first key, then of the second ...
    std::vector<std::uint32_t> m_first_member;
};

bool may_be_compared(std::uint32_t a, std::uint32_t b, DuplicateOptions const& options)
{
    auto const across = options.source.empty() || options.source[a] != options.source[b];
    auto const known = !options.person.empty() && options.person[a] != 0 && options.person[b] != 0;
    return across && !known;
}

} // namespace

std::vector<CandidatePair> candidate_pairs(PreparedRecords const& records, DuplicateOptions const& options)
{
    auto const blocks = Blocks{records};
    auto pairs = std::vector<CandidatePair>{};
    auto met_by = std::vector<std::uint32_t>(records.size, 0); // the last one, from 1
    for (auto a = std::uint32_t{0}; a < records.size; ++a) {
        auto const begin = static_cast<std::ptrdiff_t>(pairs.size());
        met_by[a] = a + 1;
        for (auto const key : blocks.keys_of(a)) {
            auto const members = blocks.members_of(key);
            if (members.size() < 2 || members.size() > options.largest_block) {
                continue;
            }
            for (auto const b : members) {
                if (b > a && met_by[b] != a + 1 && may_be_compared(a, b, options)) {
                    met_by[b] = a + 1;
                    pairs.push_back({a, b});
                }
            }
        }
        std::sort(pairs.begin() + begin, pairs.end());
    }
    return pairs;
}

} // namespace knowwho
