// SPDX-License-Identifier: MIT
// The box of a page with the densest running text, found from the paragraphs upwards.
#include "enrich/dense_box.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr Hints frame_hints = bit(Hint::navigation) | bit(Hint::breadcrumb) | bit(Hint::sidebar) | bit(Hint::footer) | bit(Hint::comments)
    | bit(Hint::related) | bit(Hint::share) | bit(Hint::subscribe) | bit(Hint::consent) | bit(Hint::advert) | bit(Hint::caption)
    | bit(Hint::tags) | bit(Hint::hidden) | bit(Hint::widget);
constexpr Hints body_hints = bit(Hint::body) | bit(Hint::article) | bit(Hint::main);

bool is_frame_tag(Tag tag)
{
    return tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::figure || tag == Tag::figcaption || tag == Tag::form;
}

double weight_of(Block const& block)
{
    double const bytes = block.end - block.begin;
    return bytes < 40 ? 0.0 : (1.0 + std::min(bytes / 100.0, 4.0)) * (1.0 - block.linked / bytes);
}

/// Climbs while the box around holds clearly more text that is not links.
std::uint32_t widened(PageTree const& tree, std::uint32_t box)
{
    while (box != 0) {
        PageNode const& around = tree.nodes[tree.nodes[box].parent];
        double const own = tree.nodes[box].text - tree.nodes[box].linked;
        double const more = around.text - around.linked;
        if (around.tag == Tag::body || around.tag == Tag::html || more < own * 1.05 || more > own * 4) {
            return box;
        }
        box = tree.nodes[box].parent;
    }
    return box;
}

} // namespace

bool in_frame(PageTree const& tree, std::uint32_t box, std::uint32_t root)
{
    for (std::uint32_t at = box; at != root && at != 0; at = tree.nodes[at].parent) {
        PageNode const& node = tree.nodes[at];
        bool const framed = is_frame_tag(node.tag) || ((node.hints & frame_hints) != 0 && (node.hints & body_hints) == 0);
        // A box that holds half of the page is not its frame, whatever it is called.
        if (framed && node.text * 2 < tree.nodes[root].text) {
            return true;
        }
    }
    return false;
}

DenseBox find_dense_box(PageTree const& tree, PageBlocks const& page)
{
    DenseBox dense;
    dense.scores.assign(tree.nodes.size(), 0.0F);
    for (auto const& block : page.blocks) {
        double share = in_frame(tree, block.node, 0) ? 0.0 : weight_of(block);
        std::uint32_t at = block.node;
        for (int step = 0; step < 4 && share > 0; ++step, share *= 0.6) {
            at = tree.nodes[at].parent;
            dense.scores[at] += static_cast<float>(share);
        }
    }
    auto const best = std::max_element(dense.scores.begin(), dense.scores.end());
    dense.box = best == dense.scores.end() ? 0 : static_cast<std::uint32_t>(best - dense.scores.begin());
    dense.widened = widened(tree, dense.box);
    return dense;
}

} // namespace knowwho
