// SPDX-License-Identifier: MIT
// The blocks of a page: paragraphs, headings, list items, quotes, cells, with their clean text.
#include "enrich/blocks.hpp"

#include "enrich/clean_text.hpp"
#include "text/ascii.hpp"

#include <string>
#include <string_view>

namespace knowwho {

namespace {

/// What kind of block the text in a box is, by the nearest element that says so.
BlockKind kind_of(PageTree const& tree, std::uint32_t box)
{
    for (int steps = 0; steps < 6; ++steps) {
        PageNode const& node = tree.nodes[box];
        switch (node.tag) {
        case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6: return BlockKind::heading;
        case Tag::li: case Tag::dt: case Tag::dd: return BlockKind::list_item;
        case Tag::blockquote: return BlockKind::quote;
        case Tag::td: case Tag::th: return BlockKind::cell;
        case Tag::pre: return BlockKind::preformatted;
        case Tag::figcaption: case Tag::caption: return BlockKind::caption;
        case Tag::p: {
            // A paragraph is one wherever it stands, but a caption or a quote stays what it is.
            BlockKind const around = box == 0 ? BlockKind::paragraph : kind_of(tree, node.parent);
            bool const stays = around == BlockKind::quote || around == BlockKind::caption || around == BlockKind::list_item
                || around == BlockKind::heading;
            return stays ? around : BlockKind::paragraph;
        }
        case Tag::div: case Tag::section: case Tag::other_block: break;
        default: return BlockKind::loose;
        }
        if (box == 0) {
            break;
        }
        box = node.parent;
    }
    return BlockKind::loose;
}

std::uint8_t level_of(PageTree const& tree, std::uint32_t box)
{
    while (box != 0 && !is_heading(tree.nodes[box].tag)) {
        box = tree.nodes[box].parent;
    }
    return static_cast<std::uint8_t>(static_cast<int>(tree.nodes[box].tag) - static_cast<int>(Tag::h1) + 1);
}

/// Whether an element is one property of a card about somebody: hCard, h-card or schema.org in attributes.
bool is_property(pugi::xml_node element)
{
    if (element.attribute("itemprop")) {
        return true;
    }
    for (auto const word : split_at_blanks(element.attribute("class").value())) {
        if (word.starts_with("p-") || word == "fn" || word == "org" || word == "title" || word == "role" || word == "note") {
            return true;
        }
    }
    return false;
}

/// Parts of a name belong together.
bool is_part_of_name(pugi::xml_node element)
{
    auto const words = std::string{element.attribute("class").value()} + ' ' + element.attribute("itemprop").value();
    return words.find("given") != std::string::npos || words.find("family") != std::string::npos || words.find("honorific") != std::string::npos
        || words.find("additional-name") != std::string::npos;
}

/// What a reader sees between two properties that stand side by side without a blank: style sheets put them apart.
std::string_view between_properties(pugi::xml_node element)
{
    auto const before = element.previous_sibling();
    if (before.type() != pugi::node_element || !is_property(element) || !is_property(before)) {
        return {};
    }
    return is_part_of_name(element) || is_part_of_name(before) ? " " : ", ";
}

class Collector {
public:
    explicit Collector(PageTree const& tree) : m_tree(tree) { m_result.text.reserve(tree.nodes.empty() ? 0 : tree.nodes[0].text); }

    PageBlocks run()
    {
        auto const count = static_cast<std::uint32_t>(m_tree.nodes.size());
        for (std::uint32_t at = 0; at < count;) {
            if (m_result.blocks.size() >= most_blocks) {
                m_result.truncated = true;
                break;
            }
            PageNode const& node = m_tree.nodes[at];
            close_boxes(at);
            if (node.hidden) {
                at = node.end;
                continue;
            }
            take(at);
            ++at;
        }
        end_block();
        return std::move(m_result);
    }

private:
    struct Open {
        std::uint32_t index;
        std::uint32_t end;
    };

    void close_boxes(std::uint32_t at)
    {
        while (!m_boxes.empty() && at >= m_boxes.back().end) {
            end_block();
            m_boxes.pop_back();
        }
        while (!m_bold.empty() && at >= m_bold.back()) {
            m_bold.pop_back();
        }
    }

    void take(std::uint32_t at)
    {
        PageNode const& node = m_tree.nodes[at];
        if (node.tag == Tag::text) {
            take_text(at);
            return;
        }
        if (node.tag == Tag::br) {
            take_break(at);
            return;
        }
        if (is_inline(node.tag) && m_result.text.size() > m_begin && m_result.text.back() != ' ') {
            m_result.text += between_properties(node.node);
        }
        if (node.tag == Tag::b || node.tag == Tag::i) {
            m_bold.push_back(node.end);
        }
        if (!is_inline(node.tag)) {
            end_block();
            m_boxes.push_back({at, node.end});
        } else if (node.tag == Tag::a && m_links < 0xffff) {
            ++m_links;
        }
    }

    void take_text(std::uint32_t at)
    {
        PageNode const& node = m_tree.nodes[at];
        auto const before = m_result.text.size();
        append_clean(m_result.text, m_begin, node.node.value());
        auto const added = static_cast<std::uint32_t>(m_result.text.size() - before);
        if (added == 0) {
            return;
        }
        if (m_first == 0) {
            m_first = at;
        }
        m_last = at;
        m_linked += node.in_link ? added : 0;
        m_bold_bytes += m_bold.empty() ? 0 : added;
        m_breaks = m_result.text.back() == ' ' ? m_breaks : 0;
    }

    /// One break is a blank; two are a new paragraph.
    void take_break(std::uint32_t at)
    {
        append_clean(m_result.text, m_begin, " ");
        if (m_last_break + 3 >= at && m_breaks > 0) {
            end_block();
        } else {
            ++m_breaks;
        }
        m_last_break = at;
    }

    void end_block()
    {
        auto& text = m_result.text;
        while (text.size() > m_begin && text.back() == ' ') {
            text.pop_back();
        }
        if (text.size() > m_begin) {
            add_block();
            text += '\n';
        }
        m_begin = text.size();
        m_first = m_last = 0;
        m_linked = m_bold_bytes = 0;
        m_links = 0;
        m_breaks = 0;
    }

    void add_block()
    {
        Block block;
        block.node = m_boxes.empty() ? 0 : m_boxes.back().index;
        block.kind = kind_of(m_tree, block.node);
        block.level = block.kind == BlockKind::heading ? level_of(m_tree, block.node) : std::uint8_t{0};
        block.first = m_first;
        block.last = m_last;
        block.begin = static_cast<std::uint32_t>(m_begin);
        block.end = static_cast<std::uint32_t>(m_result.text.size());
        block.linked = m_linked;
        block.bold = m_bold_bytes;
        block.links = static_cast<std::uint16_t>(m_links);
        m_result.blocks.push_back(block);
    }

    PageTree const& m_tree;
    PageBlocks m_result;
    std::vector<Open> m_boxes;
    std::vector<std::uint32_t> m_bold; // where each open bold element ends
    std::size_t m_begin = 0;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 0;
    std::uint32_t m_linked = 0;
    std::uint32_t m_bold_bytes = 0;
    std::uint32_t m_last_break = 0;
    unsigned m_links = 0;
    int m_breaks = 0;
};

} // namespace

PageBlocks blocks_of(PageTree const& tree)
{
    return Collector{tree}.run();
}

} // namespace knowwho
