// SPDX-License-Identifier: MIT
// What stands around a block, by tags and names: how far it is to a navigation, an article, a list of comments.
#include "enrich/surroundings.hpp"

#include <algorithm>
#include <bit>

namespace knowwho {

namespace {

constexpr float far_away = 20;
constexpr int highest_climb = 18;

} // namespace

Surroundings::Surroundings()
{
    hints.fill(far_away);
    tags.fill(far_away);
}

Surroundings surroundings_of(PageTree const& tree, Block const& block)
{
    Surroundings found;
    std::uint32_t at = tree.nodes[block.first].parent;
    for (int step = 0; step < highest_climb; ++step) {
        PageNode const& node = tree.nodes[at];
        if (node.tag == Tag::body || node.tag == Tag::html) {
            break;
        }
        auto const distance = static_cast<float>(step);
        for (Hints left = node.hints; left != 0; left &= left - 1) {
            auto& place = found.hints[static_cast<std::size_t>(std::countr_zero(left))];
            place = std::min(place, distance);
        }
        for (std::size_t tag = 0; tag < telling_tags.size(); ++tag) {
            if (node.tag == telling_tags[tag]) {
                found.tags[tag] = std::min(found.tags[tag], distance);
            }
        }
        at = node.parent;
    }
    return found;
}

} // namespace knowwho
