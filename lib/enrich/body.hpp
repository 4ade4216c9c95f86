// SPDX-License-Identifier: MIT
// Which blocks of a page are its own text, and not its frame.
#pragma once

#include "enrich/block_signals.hpp"
#include "enrich/blocks.hpp"

#include <vector>

namespace knowwho {

/// Which of the page's blocks belong to its body: as a reader would mark them, without navigation,
/// banners, teasers, captions, comments and footers. One flag per block. `signals` are those of
/// measure_blocks() for this page.
std::vector<bool> choose_body(PageTree const& tree, PageBlocks const& page, BlockSignals const& signals);

} // namespace knowwho
