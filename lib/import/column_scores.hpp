// SPDX-License-Identifier: MIT
// How well each meaning fits one column: the header's words and the cells, added up.
#pragma once

#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"

#include <map>
#include <vector>

namespace knowwho {

struct ColumnScore {
    std::map<Field, double> by_field; ///< log odds, roughly: 0 is a toss-up, 5 is sure
    CellEvidence cells;
    double header_weight = 0; ///< of the strongest meaning that the header has, times trust; 0 without one
    double prior = 0;         ///< the strongest that the column's position gives
    bool says_title = false; ///< the header does, which may be that of a talk
    bool of_somebody_else = false;
};

/// 0 to 1 that the cells are titles of talks or topics: texts in small letters that nothing tells to be a house or a post.
double topic_like(CellEvidence const& cells);

ColumnScore score_column(HeaderMeaning const& header, CellEvidence const& cells, double header_trust);

/// What only the columns together show: NAME beside FIRSTNAME is the family name; two columns of
/// names without headers are given and family name.
void read_together(std::vector<ColumnScore>& columns);

} // namespace knowwho
