// SPDX-License-Identifier: MIT
// What is measured once for a page and holds for all its blocks: the dense box, the headline, what the head says.
#include "enrich/page_wide.hpp"

#include "text/folding.hpp"

#include <algorithm>

namespace knowwho {

namespace {

void find_headline(PageWide& wide, PageBlocks const& page)
{
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        Block const& block = page.blocks[at];
        if (block.kind != BlockKind::heading || block.level > 2) {
            continue;
        }
        std::string const text = fold(page.of(block).substr(0, 300));
        bool const same = !wide.title.empty() && text.size() > 8 && (wide.title.find(text) != std::string::npos || text.find(wide.title) != std::string::npos);
        if (same || (block.level == 1 && !wide.has_headline)) {
            wide.headline = at;
            wide.has_headline = true;
        }
        if (same) {
            return;
        }
    }
}

} // namespace

bool lies_in(PageTree const& tree, std::uint32_t box, std::uint32_t around)
{
    return box >= around && box < tree.nodes[around].end;
}

bool is_long(Block const& block)
{
    std::uint32_t const bytes = block.end - block.begin;
    return bytes >= 140 && block.linked * 3 <= bytes;
}

PageWide page_wide(PageTree const& tree, PageBlocks const& page, PageHead const& head, LinkedData const& data)
{
    PageWide wide;
    wide.dense = find_dense_box(tree, page);
    wide.best_score = std::max(wide.dense.scores[wide.dense.box], 0.001F);
    auto const& blocks = page.blocks;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (lies_in(tree, blocks[at].node, wide.dense.widened)) {
            wide.first_in_box = wide.end_of_box == 0 ? at : wide.first_in_box;
            wide.end_of_box = at + 1;
        }
        wide.long_blocks += is_long(blocks[at]) ? 1.0F : 0.0F;
    }
    std::string const headline = data.headline.empty() ? std::string{head.first_of({"og:title", "twitter:title"})} : data.headline;
    // Every block is looked for in these: they must not be of any length.
    wide.title = fold((headline.empty() ? head.title : headline).substr(0, 400));
    wide.description = fold(head.first_of({"description", "og:description"}).substr(0, 1000));
    wide.body = data.body.size() > 300 ? fold(data.body.substr(0, 100'000)) : std::string{};
    for (auto const& author : data.authors) {
        wide.author += wide.author.size() < 400 ? fold(author.substr(0, 100)) + ' ' : std::string{};
    }
    wide.is_article = data.article || head.first_of({"og:type"}) == "article";
    find_headline(wide, page);
    return wide;
}

} // namespace knowwho
