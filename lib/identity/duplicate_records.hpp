// SPDX-License-Identifier: MIT
// Records about people with typed columns, prepared for finding those that are about the same person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What a column holds: it decides how its values are compared and for which keys they serve.
/// `list` says which list a record is from: nobody is on one list for two houses. `generation` tells father from son.
enum class FieldKind { ignored, given, family, full_name, date, email, organisation, place, code, text, list, generation };

/// A column of one kind with its values, one per record; empty values are unknown. The texts belong to somebody else
/// and are read until the records are prepared.
struct RecordColumn {
    FieldKind kind = FieldKind::ignored;
    std::vector<std::string_view> values;
};

/// Values folded, each distinct one once: comparing and counting go by number.
class PreparedColumn {
public:
    PreparedColumn(FieldKind kind, std::span<std::string_view const> values);

    FieldKind kind() const noexcept { return m_kind; }
    bool has(std::size_t record) const { return m_of[record] != 0; }
    std::uint32_t number(std::size_t record) const { return m_of[record]; }
    std::vector<std::uint32_t> const& numbers() const noexcept { return m_of; }
    std::string const& value(std::size_t record) const { return m_distinct[m_of[record]].value; }

    /// One bit for each letter that the record's value has; some letters share theirs.
    std::uint64_t letters(std::size_t record) const { return m_distinct[m_of[record]].letters; }

    /// Share of people who have the record's value: by the other records, and on short lists by what is usual.
    double share(std::size_t record) const;

    /// Chance that two random known values agree.
    double agreement_by_chance() const;

    /// Takes the record out of the counts: it says nothing that another one does not say word for word.
    void leave_out(std::size_t record);

private:
    /// All that is asked of a value stands together: most pairs are met once, and far from each other.
    struct Distinct {
        std::string value;
        std::uint64_t letters = 0;
        float usual = 0; ///< share of the value among people in general
        std::uint32_t count = 0;
    };

    void count(std::uint32_t number);

    FieldKind m_kind;
    std::vector<Distinct> m_distinct; ///< [0] is the unknown value
    std::vector<std::uint32_t> m_of;
    std::size_t m_known = 0;
};

/// The columns in their prepared form: given and family names first, taken from full names where they are empty.
struct PreparedRecords {
    explicit PreparedRecords(std::span<RecordColumn const> columns);

    std::size_t size = 0;
    std::vector<PreparedColumn> columns;
    std::vector<std::uint32_t> list;       ///< number of each record's list; all 0 where there is no such column
    std::vector<std::uint32_t> generation; ///< the same, also of full names: "Holm jun." and "Holm sen."

    bool are_of_two_generations(std::size_t a, std::size_t b) const { return generation[a] != generation[b] && generation[a] != 0 && generation[b] != 0; }

    /// Records that agree in everything count once: who is on two versions of a list makes no name common.
    void leave_out_repeated();

    /// The first column of a kind; nullptr if there is none.
    PreparedColumn const* find(FieldKind kind) const;
};

/// How well two values of a column agree: 0 is the best level, the last the worst.
/// -1 if one of them is unknown, which says nothing.
int agreement_level(PreparedRecords const& records, std::size_t column, std::size_t a, std::size_t b);

/// Number of levels of a kind.
int level_count(FieldKind kind);

} // namespace knowwho
