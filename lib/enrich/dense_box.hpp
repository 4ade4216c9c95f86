// SPDX-License-Identifier: MIT
// The box of a page with the densest running text, found from the paragraphs upwards.
#pragma once

#include "enrich/blocks.hpp"
#include "enrich/page_tree.hpp"

#include <cstdint>
#include <vector>

namespace knowwho {

struct DenseBox {
    std::uint32_t box = 0;     ///< index into the tree's nodes
    std::uint32_t widened = 0; ///< that box or one around it with clearly more unlinked text
    std::vector<float> scores; ///< per node, of its nearest paragraphs; the best is `box`
};

/// Every paragraph gives its weight to the boxes around it, the nearer the more; boxes that are the
/// page's frame by tag or name get none.
DenseBox find_dense_box(PageTree const& tree, PageBlocks const& page);

/// Whether the box lies in a part of the page's frame (navigation, footer, comments, …) below `root`.
bool in_frame(PageTree const& tree, std::uint32_t box, std::uint32_t root);

} // namespace knowwho
