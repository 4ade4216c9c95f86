// SPDX-License-Identifier: MIT
// What is measured once for a page and holds for all its blocks: the dense box, the headline, what the head says.
#pragma once

#include "enrich/blocks.hpp"
#include "enrich/dense_box.hpp"
#include "enrich/json_ld.hpp"
#include "enrich/page_head.hpp"
#include "enrich/page_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace knowwho {

/// What is the same for all blocks of a page.
struct PageWide {
    DenseBox dense;
    float best_score = 0;
    std::size_t first_in_box = 0; ///< blocks [first, end) lie in the widened box
    std::size_t end_of_box = 0;
    std::string title;            ///< folded
    std::string description;
    std::string body;             ///< of the linked data, folded
    std::string author;
    std::size_t headline = 0;     ///< index of the block that is the headline
    bool has_headline = false;
    bool is_article = false;
    float long_blocks = 0;
};

/// `tree` has a node at least.
PageWide page_wide(PageTree const& tree, PageBlocks const& page, PageHead const& head, LinkedData const& data);

/// Whether the box is `around` or lies in it.
bool lies_in(PageTree const& tree, std::uint32_t box, std::uint32_t around);

/// A block of running text, as articles are made of: 140 bytes at least, a third of them links at most.
bool is_long(Block const& block);

} // namespace knowwho
