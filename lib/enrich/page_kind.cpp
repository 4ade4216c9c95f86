// SPDX-License-Identifier: MIT
// What kind of page it is: linked data first, then how its blocks are made.
#include "enrich/page_facts.hpp"

#include "text/folding.hpp"

namespace knowwho {

namespace {

/// The body by kinds of block, in bytes.
struct PageShape {
    std::size_t running = 0; ///< paragraphs of over 120 bytes
    std::size_t short_ = 0;
    std::size_t listed = 0;  ///< list items and cells
    int times = 0;           ///< blocks that start with a time of day
};

bool starts_with_time(std::string_view text)
{
    return text.size() >= 5 && text[2] == ':' && text[0] >= '0' && text[0] <= '2' && text[3] >= '0' && text[3] <= '5';
}

PageShape page_shape(PageFacts const& facts)
{
    PageShape shape;
    for (std::size_t at = 0; at < facts.page.blocks.size(); ++at) {
        if (!facts.body[at]) {
            continue;
        }
        auto const& block = facts.page.blocks[at];
        auto const text = facts.page.of(block);
        shape.times += starts_with_time(text) ? 1 : 0;
        bool const listed = block.kind == BlockKind::list_item || block.kind == BlockKind::cell;
        (listed ? shape.listed : text.size() > 120 ? shape.running : shape.short_) += text.size();
    }
    return shape;
}

} // namespace

PageKind kind_of(PageFacts const& facts)
{
    if (facts.data.article || facts.head.first_of({"og:type"}) == "article") {
        return PageKind::article;
    }
    PageShape const shape = page_shape(facts);
    if (shape.times >= 4) {
        return PageKind::programme;
    }
    if (facts.data.profile || facts.head.first_of({"og:type"}) == "profile") {
        return PageKind::profile;
    }
    std::string_view const type = facts.data.type;
    if (type == "DiscussionForumPosting" || type == "QAPage") {
        return PageKind::forum;
    }
    if (type == "Organization" || type == "Corporation" || type == "LocalBusiness" || type == "AboutPage" || type == "ContactPage") {
        return PageKind::company;
    }
    if (shape.listed > shape.running + shape.short_) {
        return PageKind::list;
    }
    return shape.running > 1200 && shape.running > 2 * shape.short_ ? PageKind::article : PageKind::other;
}

} // namespace knowwho
