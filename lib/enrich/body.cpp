// SPDX-License-Identifier: MIT
// Which blocks of a page are its own text, and not its frame.
#include "enrich/body.hpp"

#include "data/resources.hpp"
#include "enrich/dense_box.hpp"
#include "enrich/tree_model.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace knowwho {

namespace {

/// At this probability a block is taken for the body. Below one half, as a lost paragraph is missed
/// more than a line too many is seen.
constexpr double taken_from = 0.45;

/// A block between two that are taken needs less.
constexpr double taken_between = 0.33;

TreeModel const& model(std::vector<std::string> const& signal_names)
{
    static TreeModel const known{resource("models/body.tsv"), signal_names};
    return known;
}

/// Boxes that call themselves newsletter, cookie banner or advertisement are none of the text, unless
/// they hold a good part of the page: then the name is of a theme.
void drop_pitches(std::vector<bool>& chosen, PageTree const& tree, PageBlocks const& page)
{
    constexpr Hints pitches = bit(Hint::subscribe) | bit(Hint::consent) | bit(Hint::advert);
    for (std::size_t at = 0; at < chosen.size(); ++at) {
        std::uint32_t box = page.blocks[at].node;
        for (int step = 0; chosen[at] && step < 3 && box != 0; ++step, box = tree.nodes[box].parent) {
            PageNode const& node = tree.nodes[box];
            bool const pitch = (node.hints & pitches) != 0 && (node.hints & (bit(Hint::body) | bit(Hint::article))) == 0;
            chosen[at] = !pitch || node.text * 7 > tree.nodes[0].text;
        }
    }
}

void fill_gaps(std::vector<bool>& chosen, std::vector<double> const& opinions)
{
    for (std::size_t at = 1; at + 1 < chosen.size(); ++at) {
        chosen[at] = chosen[at] || (chosen[at - 1] && chosen[at + 1] && opinions[at] >= taken_between);
    }
}

/// A heading with nothing taken under it introduces what is left out: related articles, comments.
void drop_empty_headings(std::vector<bool>& chosen, PageBlocks const& page)
{
    constexpr std::size_t looked_at = 5;
    for (std::size_t at = chosen.size(); at-- > 0;) {
        if (!chosen[at] || page.blocks[at].kind != BlockKind::heading) {
            continue;
        }
        auto const begin = chosen.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        auto const end = chosen.begin() + static_cast<std::ptrdiff_t>(std::min(at + 1 + looked_at, chosen.size()));
        chosen[at] = std::find(begin, end, true) != end;
    }
}

/// Whether the block's first words lie in what the page marks as a card of somebody: hCard, h-card, schema.org.
bool is_card(PageTree const& tree, Block const& block)
{
    std::uint32_t at = block.first;
    for (int step = 0; step < 5 && at != 0; ++step) {
        at = tree.nodes[at].parent;
        auto const words = split_at_blanks(tree.nodes[at].node.attribute("class").value());
        auto const marked = std::any_of(words.begin(), words.end(), [](std::string_view word) { return word == "h-card" || word == "vcard"; });
        if (marked || std::string_view{tree.nodes[at].node.attribute("itemtype").value()}.ends_with("schema.org/Person")) {
            return true;
        }
    }
    return false;
}

/// A page that keeps next to nothing is asked again with less doubt: pages of few words, such as
/// a person's card, look like a frame all over.
void rescue(std::vector<bool>& chosen, std::vector<double> const& opinions, PageTree const& tree, PageBlocks const& page)
{
    if (length_of(page, chosen) >= little_text) {
        return;
    }
    for (std::size_t at = 0; at < chosen.size(); ++at) {
        Block const& block = page.blocks[at];
        bool const plain = block.linked * 2 <= block.end - block.begin && block.kind != BlockKind::caption;
        chosen[at] = chosen[at] || opinions[at] >= 0.2 || ((plain || is_card(tree, block)) && !in_frame(tree, block.node, 0));
    }
}

/// The table around a cell, or 0.
std::uint32_t table_of(PageTree const& tree, Block const& block)
{
    std::uint32_t at = block.kind == BlockKind::cell ? block.node : 0;
    while (at != 0 && tree.nodes[at].tag != Tag::table) {
        at = tree.nodes[at].parent;
    }
    return at;
}

/// A table is taken whole or not at all, and with it those beside it that are made alike: the days
/// of a programme. A table of links is a menu; one that holds most of the page is layout.
void complete_tables(std::vector<bool>& chosen, PageTree const& tree, PageBlocks const& page)
{
    struct Parts {
        std::uint32_t taken = 0;
        std::uint32_t all = 0;
        std::uint32_t linked = 0;
    };
    std::map<std::pair<std::uint32_t, Hints>, Parts> tables; // by the box around them and their names
    auto const key = [&](std::uint32_t table) { return std::pair{tree.nodes[table].parent, tree.nodes[table].hints}; };
    for (std::size_t at = 0; at < chosen.size(); ++at) {
        Block const& block = page.blocks[at];
        if (std::uint32_t const table = table_of(tree, block); table != 0) {
            Parts& parts = tables[key(table)];
            parts.all += block.end - block.begin;
            parts.linked += block.linked;
            parts.taken += chosen[at] ? block.end - block.begin : 0;
        }
    }
    for (std::size_t at = 0; at < chosen.size() && !tables.empty(); ++at) {
        std::uint32_t const table = table_of(tree, page.blocks[at]);
        if (table != 0) {
            Parts const& parts = tables[key(table)];
            chosen[at] = chosen[at] || (parts.taken * 3 >= parts.all && parts.linked * 2 < parts.all);
        }
    }
}

} // namespace

std::size_t length_of(PageBlocks const& page, std::vector<bool> const& chosen)
{
    std::size_t length = 0;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        length += chosen[at] ? page.blocks[at].end - page.blocks[at].begin : 0;
    }
    return length;
}

std::vector<bool> choose_body(PageTree const& tree, PageBlocks const& page, BlockSignals const& signals)
{
    std::vector<bool> chosen;
    std::vector<double> opinions;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        opinions.push_back(model(signals.names).probability(signals.row(at)));
        chosen.push_back(opinions.back() >= taken_from);
    }
    fill_gaps(chosen, opinions);
    drop_pitches(chosen, tree, page);
    drop_empty_headings(chosen, page);
    complete_tables(chosen, tree, page);
    rescue(chosen, opinions, tree, page);
    return chosen;
}

} // namespace knowwho
