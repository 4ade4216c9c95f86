// SPDX-License-Identifier: MIT
// What columns mean by those beside them, where neither header nor cells say enough.
#pragma once

#include "import/column_scores.hpp"
#include "import/list_reading.hpp"
#include "import/table.hpp"

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace knowwho {

/// The columns of one table while their meanings are chosen. Keeps a reference to the table.
struct ColumnSheet {
    Table const& table;
    std::vector<Table::Row> rows; ///< looked at
    std::vector<ColumnUse> uses;
    std::vector<ColumnScore> scores;
    std::map<Field, std::size_t> taken; ///< columns of each meaning
    bool name_is_known = false; ///< the reader found the names themselves, whole

    void set(std::size_t column, Field field, double confidence);
    bool has(Field field) const;
    /// The first column of that meaning.
    std::vector<ColumnUse>::iterator find(Field field);
    /// Of the rows looked at.
    std::vector<std::string_view> cells_of(std::size_t column) const;
};

/// Names families, houses and towns by their neighbours, swaps given and family names whose headers lie, and
/// gives talks their times.
void understand_by_neighbours(ColumnSheet& sheet);

} // namespace knowwho
