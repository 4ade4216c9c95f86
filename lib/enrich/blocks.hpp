// SPDX-License-Identifier: MIT
// The blocks of a page: paragraphs, headings, list items, quotes, cells, with their clean text.
#pragma once

#include "enrich/page_tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, quote, cell, preformatted, caption, loose };

/// A run of text that is shown as one piece.
struct Block {
    BlockKind kind = BlockKind::loose; ///< `loose` is text that stands directly in a box
    std::uint8_t level = 0;            ///< of a heading, 1 to 6
    std::uint32_t node = 0;            ///< the box around it, index into the tree's nodes
    std::uint32_t first = 0;           ///< its first text node
    std::uint32_t last = 0;            ///< its last text node
    std::uint32_t begin = 0;           ///< bytes [begin, end) of `PageBlocks::text`
    std::uint32_t end = 0;
    std::uint32_t linked = 0;          ///< bytes inside links
    std::uint32_t bold = 0;            ///< bytes inside bold or italic
    std::uint16_t links = 0;           ///< number of links that begin in it
};

/// More than any page has that is meant to be read.
inline constexpr std::size_t most_blocks = 20'000;

struct PageBlocks {
    std::vector<Block> blocks; ///< in reading order
    std::string text;          ///< the blocks' texts, a newline behind each
    bool truncated = false;    ///< the page has more than `most_blocks`; the rest is missing

    std::string_view of(Block const& block) const
    {
        return std::string_view{text}.substr(block.begin, block.end - block.begin);
    }
};

/// All visible blocks. White space is single blanks; soft hyphens, zero-width characters and control
/// characters are gone; entities that were escaped twice are resolved.
PageBlocks blocks_of(PageTree const& tree);

} // namespace knowwho
