// SPDX-License-Identifier: MIT
// Which blocks of a page are its own text, and not its frame.
#pragma once

#include "enrich/block_signals.hpp"
#include "enrich/blocks.hpp"

#include <cstddef>
#include <vector>

namespace knowwho {

/// A body of fewer bytes says next to nothing: it is looked for once more, and in the page's linked data.
inline constexpr std::size_t little_text = 140;

/// Bytes of the chosen blocks.
std::size_t length_of(PageBlocks const& page, std::vector<bool> const& chosen);

/// Which of the page's blocks belong to its body: as a reader would mark them, without navigation,
/// banners, teasers, captions, comments and footers. One flag per block. `signals` are those of
/// measure_blocks() for this page.
std::vector<bool> choose_body(PageTree const& tree, PageBlocks const& page, BlockSignals const& signals);

} // namespace knowwho
