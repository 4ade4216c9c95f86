// SPDX-License-Identifier: MIT
// Keys that bring records together which may be about one person; only those are compared.
#include "identity/duplicates.hpp"
#include "identity/key_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>

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

    /// Calls `take` with each key of the record; a rule's number starts it, so that rules don't mix.
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
            auto text = std::string{rule};
            text.append(first).append("|").append(second);
            take(text);
        }
    }

    /// What is written alike throughout meets, however common the name is.
    template <typename Take>
    static void whole_key(Take take, std::string_view family, std::string_view given, std::string_view organisation)
    {
        if (!family.empty() && !given.empty()) {
            auto text = std::string{'x'};
            text.append(family).append("|").append(given).append("|").append(organisation);
            take(text);
        }
    }

    PreparedColumn const* m_given;
    PreparedColumn const* m_family;
    PreparedColumn const* m_date;
    PreparedColumn const* m_email;
    PreparedColumn const* m_organisation;
    PreparedColumn const* m_place;
    std::vector<PreparedColumn const*> m_codes;
};

void add_pairs(std::vector<std::uint32_t> const& block, DuplicateOptions const& options, std::vector<CandidatePair>& pairs)
{
    if (block.size() > options.largest_block) {
        return;
    }
    for (auto i = std::size_t{0}; i < block.size(); ++i) {
        for (auto j = i + 1; j < block.size(); ++j) {
            auto const across = options.source.empty() || options.source[block[i]] != options.source[block[j]];
            auto const known = !options.person.empty() && options.person[block[i]] != 0 && options.person[block[j]] != 0;
            if (across && !known && block[i] != block[j]) {
                pairs.push_back({block[i], block[j]});
            }
        }
    }
}

} // namespace

std::vector<CandidatePair> candidate_pairs(PreparedRecords const& records, DuplicateOptions const& options)
{
    auto const keys = Keys{records};
    auto numbers = KeyTable<std::uint32_t>{records.size * 4};
    auto blocks = std::vector<std::vector<std::uint32_t>>{};
    for (auto i = std::size_t{0}; i < records.size; ++i) {
        keys.for_each(i, [&](std::string const& key) {
            auto& number = numbers.add(key);
            if (number == 0) {
                blocks.emplace_back();
                number = static_cast<std::uint32_t>(blocks.size());
            }
            blocks[number - 1].push_back(static_cast<std::uint32_t>(i));
        });
    }
    auto pairs = std::vector<CandidatePair>{};
    for (auto const& block : blocks) {
        add_pairs(block, options, pairs);
    }
    std::ranges::sort(pairs);
    auto const rest = std::unique(pairs.begin(), pairs.end());
    pairs.erase(rest, pairs.end());
    return pairs;
}

} // namespace knowwho
