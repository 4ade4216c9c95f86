// SPDX-License-Identifier: MIT
// Which blocks of a page are its own text, and not its frame.
#include "enrich/body.hpp"

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

/// Whether the block lies in a box of the page's frame below `root`.
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

double weight_of(Block const& block)
{
    double const bytes = block.end - block.begin;
    return bytes < 40 ? 0.0 : (1.0 + std::min(bytes / 100.0, 4.0)) * (1.0 - block.linked / bytes);
}

/// The box with the densest running text: each block gives to its box, half to the next, a quarter on.
std::uint32_t densest_box(PageTree const& tree, PageBlocks const& page)
{
    std::vector<double> scores(tree.nodes.size(), 0.0);
    for (auto const& block : page.blocks) {
        if (in_frame(tree, block.node, 0)) {
            continue;
        }
        double share = weight_of(block);
        std::uint32_t at = block.node;
        for (int step = 0; step < 4; ++step, share *= 0.6) {
            at = tree.nodes[at].parent;
            scores[at] += share;
        }
    }
    auto const best = std::max_element(scores.begin(), scores.end());
    return best == scores.end() ? 0 : static_cast<std::uint32_t>(best - scores.begin());
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

bool is_text_block(Block const& block)
{
    std::uint32_t const bytes = block.end - block.begin;
    return block.kind != BlockKind::caption && block.linked * 2 <= bytes;
}

} // namespace

std::vector<bool> choose_body(PageTree const& tree, PageBlocks const& page)
{
    std::uint32_t const root = tree.nodes.empty() ? 0 : widened(tree, densest_box(tree, page));
    bool const article = root != 0 && tree.nodes[root].text * 3 > tree.nodes[0].text;
    std::uint32_t const scope = article ? root : 0;
    std::vector<bool> chosen;
    chosen.reserve(page.blocks.size());
    for (auto const& block : page.blocks) {
        bool const inside = block.node >= scope && block.node < std::max(tree.nodes[scope].end, scope + 1);
        chosen.push_back(inside && is_text_block(block) && !in_frame(tree, block.node, scope));
    }
    return chosen;
}

} // namespace knowwho
