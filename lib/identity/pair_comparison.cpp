// SPDX-License-Identifier: MIT
// What two records say beside each other: how their columns agree, what contradicts, and where a human should look.
#include "identity/duplicates.hpp"

#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

bool tells_apart(FieldKind kind) { return kind == FieldKind::given || kind == FieldKind::organisation || kind == FieldKind::email; }

} // namespace

void PairWeights::order_columns()
{
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        m_order.push_back(c);
    }
    std::stable_partition(m_order.begin(), m_order.end(), [&](std::size_t c) { return tells_apart(m_records.columns[c].kind()); });
}

PairWeights::Pattern PairWeights::pattern(std::size_t a, std::size_t b) const
{
    auto made = Pattern{};
    compare(a, b, false, made);
    return made;
}

bool PairWeights::are_on_one_list(std::size_t a, std::size_t b) const { return m_records.list[a] != 0 && m_records.list[a] == m_records.list[b]; }

/// Fills in the pattern, or answers false as soon as the records contradict each other: a father is not his son; one
/// list does not name one person by two given names, for two houses, or with mailboxes in two houses.
bool PairWeights::compare(std::size_t a, std::size_t b, bool on_one_list, Pattern& pattern) const
{
    for (auto const c : m_order) {
        auto const kind = m_records.columns[c].kind();
        auto const level = agreement_level(m_records, c, a, b);
        if (on_one_list && tells_apart(kind) && level == level_count(kind) - 1 && !(kind == FieldKind::given && are_exchanged(a, b))) {
            return false;
        }
        pattern.levels[c] = static_cast<signed char>(level);
    }
    see_exchanged(a, b, pattern);
    forget_repeated(pattern);
    return !m_records.are_of_two_generations(a, b);
}

bool PairWeights::are_exchanged(std::size_t a, std::size_t b) const
{
    auto const& given = m_records.columns[0];
    auto const& family = m_records.columns[1];
    return given.has(a) && given.has(b) && family.has(a) && family.has(b) && given.value(a) == family.value(b) && family.value(a) == given.value(b);
}

/// "Vassiliou Notburg" is Notburg Vassiliou with the columns exchanged: nearly the same name.
void PairWeights::see_exchanged(std::size_t a, std::size_t b, Pattern& pattern) const
{
    if (pattern.levels[1] > 1 && are_exchanged(a, b)) {
        pattern.levels[0] = 1;
        pattern.levels[1] = 1;
    }
}

/// The same fact counts once: a mail domain and a town are those of the organisation where it is known.
void PairWeights::forget_repeated(Pattern& pattern) const
{
    auto house = -1;
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        house = m_records.columns[c].kind() == FieldKind::organisation ? pattern.levels[c] : house;
    }
    for (auto c = std::size_t{0}; house >= 0 && c < m_levels.size(); ++c) {
        auto const kind = m_records.columns[c].kind();
        auto& level = pattern.levels[c];
        if ((kind == FieldKind::email && level >= 2) || (kind == FieldKind::place && (house <= 1 || level > 0))) {
            level = -1;
        }
    }
}

/// "Maria" and "Marta", "Meier" and "Meyer": where both are known names, none is a misspelling of the other; and
/// one list does not misspell who stands on it twice.
bool PairWeights::are_two_names(std::size_t a, std::size_t b, bool on_one_list) const
{
    auto const& given = m_records.columns[0];
    auto const& family = m_records.columns[1];
    if (given.value(a) == family.value(b) && family.value(a) == given.value(b)) {
        return false; // the columns are exchanged
    }
    auto const differ = [&](std::string_view one, std::string_view other) {
        auto const& lexicon = NameLexicon::instance();
        bool const same = one == other || are_short_forms(one, other);
        return !same && (on_one_list || (lexicon.find(one) != nullptr && lexicon.find(other) != nullptr));
    };
    auto const first_word = [](std::string_view text) { return text.substr(0, text.find(' ')); };
    return differ(family.value(a), family.value(b)) || differ(first_word(given.value(a)), first_word(given.value(b)));
}

bool PairWeights::is_doubtful(std::size_t a, std::size_t b) const
{
    auto seen = Pattern{};
    auto mailbox = -1;
    auto more = false;
    auto moved = false;
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        seen.levels[c] = static_cast<signed char>(agreement_level(m_records, c, a, b));
        mailbox = m_records.columns[c].kind() == FieldKind::email ? seen.levels[c] : mailbox;
        more = more || (c >= 2 && seen.levels[c] >= 0 && seen.levels[c] <= 1);
        moved = moved || (m_records.columns[c].kind() == FieldKind::organisation && seen.levels[c] == level_count(FieldKind::organisation) - 1);
    }
    see_exchanged(a, b, seen);
    auto const [given, family] = std::pair{seen.levels[0], seen.levels[1]};
    if (given < 0 || family < 0 || m_records.generation[a] != m_records.generation[b]) {
        return true;
    }
    if (mailbox == 0) {
        return given > 2;
    }
    auto const on_one_list = are_on_one_list(a, b);
    return given > 1 || family > 1 || !more || moved || (on_one_list && mailbox > 0) || are_two_names(a, b, on_one_list);
}

bool PairWeights::is_same_name(std::size_t a, std::size_t b) const
{
    auto const& given = m_records.columns[0];
    auto const& family = m_records.columns[1];
    return given.number(a) == given.number(b) && family.number(a) == family.number(b) && (given.has(a) || family.has(a)) && m_records.generation[a] == m_records.generation[b];
}

bool PairWeights::says_the_same(std::size_t a, std::size_t b) const
{
    return is_same_name(a, b) && std::ranges::all_of(m_records.columns, [&](PreparedColumn const& column) { return column.number(a) == column.number(b); });
}

} // namespace knowwho
