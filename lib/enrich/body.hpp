// SPDX-License-Identifier: MIT
// Which blocks of a page are its own text, and not its frame.
#pragma once

#include "enrich/blocks.hpp"
#include "enrich/page_tree.hpp"

#include <vector>

namespace knowwho {

/// Which of the page's blocks belong to its body: as a reader would mark them, without navigation,
/// banners, teasers, captions, comments and footers. One flag per block.
std::vector<bool> choose_body(PageTree const& tree, PageBlocks const& page);

} // namespace knowwho
