// SPDX-License-Identifier: MIT
// What can be measured about each block of a page, as numbers for the choice of its body.
#pragma once

#include "enrich/blocks.hpp"
#include "enrich/json_ld.hpp"
#include "enrich/page_head.hpp"
#include "enrich/page_tree.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// A table: one row of signals per block.
struct BlockSignals {
    std::vector<std::string> names; ///< of the columns
    std::vector<float> values;      ///< row after row

    std::span<float const> row(std::size_t block) const
    {
        return std::span{values}.subspan(block * names.size(), names.size());
    }
};

/// Signals of the text itself, of the boxes around it by tag and name, of the densest box, of the
/// place on the page, of the page, and of the neighbours. All are counts, shares or logarithms of
/// sizes; none is a word of a site.
BlockSignals measure_blocks(PageTree const& tree, PageBlocks const& page, PageHead const& head, LinkedData const& data);

} // namespace knowwho
