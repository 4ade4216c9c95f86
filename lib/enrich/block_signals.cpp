// SPDX-License-Identifier: MIT
// What can be measured about each block of a page, as numbers for the choice of its body.
#include "enrich/block_signals.hpp"

#include "enrich/page_cues.hpp"
#include "enrich/page_wide.hpp"
#include "enrich/surroundings.hpp"
#include "enrich/text_shape.hpp"
#include "enrich/written_dates.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace knowwho {

namespace {

float log_of(double value)
{
    return static_cast<float>(std::log2(value + 1.0));
}

float share(double part, double whole)
{
    return whole <= 0 ? 0.0F : static_cast<float>(part / whole);
}

class Table {
public:
    Table(PageTree const& tree, PageBlocks const& page, PageHead const& head, LinkedData const& data)
        : m_tree(tree), m_page(page), m_wide(page_wide(tree, page, head, data))
    {
    }

    BlockSignals run()
    {
        auto const& blocks = m_page.blocks;
        m_shapes.reserve(blocks.size());
        for (auto const& block : blocks) {
            m_shapes.push_back(shape_of(m_page.of(block)));
        }
        find_distances();
        count_repeats();
        for (std::size_t at = 0; at < blocks.size(); ++at) {
            m_naming = at == 0;
            add_text(at);
            add_boxes(at);
            add_place(at);
            add_page();
            add_neighbours(at);
        }
        return std::move(m_result);
    }

private:
    void add(std::string_view name, double value)
    {
        if (m_naming) {
            m_result.names.emplace_back(name);
        }
        m_result.values.push_back(static_cast<float>(value));
    }

    void add_text(std::size_t at)
    {
        Block const& block = m_page.blocks[at];
        TextShape const& shape = m_shapes[at];
        auto const text = m_page.of(block);
        add("bytes", log_of(shape.bytes));
        add("words", log_of(shape.words));
        add("linked", share(block.linked, shape.bytes));
        add("links", log_of(block.links));
        add("bold", share(block.bold, shape.bytes));
        add("sentences", log_of(shape.sentences));
        add("commas", share(shape.commas, shape.words));
        add("capitals", share(shape.capitals, shape.words));
        add("short words", share(shape.short_words, shape.words));
        add("digits", share(shape.digits, shape.bytes));
        add("bars", share(shape.bars, shape.words));
        add("ending", ending_mark(text));
        add("kind", static_cast<double>(block.kind));
        add("level", block.level);
        add("cue", shape.bytes < 300 ? static_cast<double>(cue_of(text)) : 0.0);
        add("loud", share(shape.loud, shape.words));
        add("pitch words", share(shape.telling[0], shape.words));
        add("author words", share(shape.telling[1], shape.words));
        add("consent words", share(shape.telling[2], shape.words));
        add("repeats", log_of(m_repeats[at]));
        add("starts low", !text.empty() && text[0] >= 'a' && text[0] <= 'z' ? 1 : 0);
        add("dated", shape.bytes < 100 && find_date(text) ? 1 : 0);
        add_comparisons(at);
    }

    /// The block against what the head and the linked data say.
    void add_comparisons(std::size_t at)
    {
        auto const text = m_page.of(m_page.blocks[at]);
        std::string const folded = fold(text.substr(0, 400));
        bool const long_enough = folded.size() >= 12;
        bool const title = long_enough && (folded == m_wide.title || (folded.size() * 4 > m_wide.title.size() * 3 && m_wide.title.find(folded) != std::string::npos));
        bool const described = folded.size() > 30 && m_wide.description.size() > 30
            && (m_wide.description.find(folded.substr(0, std::min<std::size_t>(folded.size(), 60))) != std::string::npos);
        bool const author = folded.size() > 4 && folded.size() < 80 && m_wide.author.find(folded) != std::string::npos;
        add("is title", title ? 1 : 0);
        add("is description", described ? 1 : 0);
        add("is author", author ? 1 : 0);
        // The end of a long block may be cut in the linked data: its beginning decides.
        auto const piece = std::string_view{folded}.substr(0, folded.size() > 120 ? 100 : folded.size());
        add("in linked data", m_wide.body.empty() ? -1 : long_enough && m_wide.body.find(piece) != std::string::npos ? 1 : 0);
    }

    void add_boxes(std::size_t at)
    {
        Block const& block = m_page.blocks[at];
        Surroundings const around = surroundings_of(m_tree, block);
        for (std::size_t hint = 0; hint < around.hints.size(); ++hint) {
            add(hint_names[hint], around.hints[hint]);
        }
        for (std::size_t tag = 0; tag < around.tags.size(); ++tag) {
            add(std::string{"<"}.append(telling_tag_names[tag]) + ">", around.tags[tag]);
        }
        std::uint32_t box = block.node;
        for (auto const* const name : {"own box", "box 2", "box 3", "box 4"}) {
            PageNode const& node = m_tree.nodes[box];
            add(std::string{name} + " text", log_of(node.text));
            add(std::string{name} + " linked", share(node.linked, node.text));
            add(std::string{name} + " of page", share(node.text, m_tree.nodes[0].text));
            add(std::string{name} + " score", m_wide.dense.scores[box] / m_wide.best_score);
            box = node.parent;
        }
        add("depth", m_tree.nodes[block.node].depth);
        add_likes(block);
    }

    /// Boxes below one parent that are made alike.
    struct Kin {
        Tag tag;
        Hints hints;
        int count;
    };

    /// The first 200 boxes below `parent`, by tag and name; counted once per parent.
    std::vector<Kin> const& kin_below(std::uint32_t parent)
    {
        auto const [place, is_new] = m_kin.try_emplace(parent);
        if (!is_new) {
            return place->second;
        }
        auto& kin = place->second;
        std::uint32_t at = parent + 1;
        for (int looked = 0; at < m_tree.nodes[parent].end && looked < 200; at = std::max(m_tree.nodes[at].end, at + 1), ++looked) {
            PageNode const& child = m_tree.nodes[at];
            if (child.tag == Tag::text) {
                continue;
            }
            auto const same = std::find_if(kin.begin(), kin.end(), [&](Kin const& one) { return one.tag == child.tag && one.hints == child.hints; });
            same == kin.end() ? kin.push_back({child.tag, child.hints, 1}) : static_cast<void>(++same->count);
        }
        return kin;
    }

    /// How many boxes beside this one carry the same tag and name, and how many others there are.
    void add_likes(Block const& block)
    {
        PageNode const& own = m_tree.nodes[block.node];
        int likes = 0;
        int others = 0;
        for (auto const& kin : kin_below(own.parent)) {
            (kin.tag == own.tag && kin.hints == own.hints ? likes : others) += kin.count;
        }
        add("likes", log_of(likes));
        add("unlikes", log_of(others));
    }

    void add_place(std::size_t at)
    {
        Block const& block = m_page.blocks[at];
        auto const count = static_cast<double>(m_page.blocks.size());
        auto const here = static_cast<double>(at);
        add("place", share(here, count));
        add("place in text", share(block.begin, static_cast<double>(m_page.text.size())));
        add("in dense box", lies_in(m_tree, block.node, m_wide.dense.box) ? 1 : 0);
        add("in wide box", lies_in(m_tree, block.node, m_wide.dense.widened) ? 1 : 0);
        auto const clamped = [](double value) { return std::clamp(value, -30.0, 30.0); };
        add("after box begins", clamped(here - static_cast<double>(m_wide.first_in_box)));
        add("before box ends", clamped(static_cast<double>(m_wide.end_of_box) - here));
        add("after headline", m_wide.has_headline ? clamped(here - static_cast<double>(m_wide.headline)) : -31);
        add("after long", m_after_long[at]);
        add("before long", m_before_long[at]);
        add("long before", m_long_before[at]);
        add("long behind", m_wide.long_blocks - m_long_before[at]);
    }

    void add_page()
    {
        PageNode const& root = m_tree.nodes[0];
        PageNode const& wide = m_tree.nodes[m_wide.dense.widened];
        add("page text", log_of(root.text));
        add("page linked", share(root.linked, root.text));
        add("page blocks", log_of(static_cast<double>(m_page.blocks.size())));
        add("page long", log_of(m_wide.long_blocks));
        add("page is article", m_wide.is_article ? 1 : 0);
        add("box of page", share(wide.text, root.text));
        add("box linked", share(wide.linked, wide.text));
        add("box text", log_of(wide.text));
    }

    void add_neighbours(std::size_t at)
    {
        constexpr std::array<int, 6> steps = {-3, -2, -1, 1, 2, 3};
        constexpr std::array<std::string_view, 6> names = {"-3", "-2", "-1", "+1", "+2", "+3"};
        for (std::size_t step = 0; step < steps.size(); ++step) {
            auto const other = static_cast<std::ptrdiff_t>(at) + steps[step];
            bool const there = other >= 0 && other < static_cast<std::ptrdiff_t>(m_page.blocks.size());
            add_neighbour(names[step], at, there ? static_cast<std::size_t>(other) : m_page.blocks.size());
        }
    }

    void add_neighbour(std::string_view name, std::size_t at, std::size_t other)
    {
        bool const there = other < m_page.blocks.size();
        auto const column = [&](char const* what) { return std::string{what}.append(" ").append(name); };
        Block const none{};
        Block const& block = there ? m_page.blocks[other] : none;
        TextShape const shape = there ? m_shapes[other] : TextShape{};
        add(column("bytes"), there ? log_of(shape.bytes) : -1);
        add(column("linked"), share(block.linked, shape.bytes));
        add(column("sentences"), log_of(shape.sentences));
        add(column("kind"), there ? static_cast<double>(block.kind) : -1);
        if (name != "-3" && name != "+3") {
            bool const same_box = there && m_tree.nodes[block.node].parent == m_tree.nodes[m_page.blocks[at].node].parent;
            add(column("together"), same_box ? 1 : 0);
        }
    }

    /// How often a block's text stands on the page once more.
    void count_repeats()
    {
        std::unordered_map<std::string_view, int> counts;
        for (auto const& block : m_page.blocks) {
            ++counts[m_page.of(block)];
        }
        for (auto const& block : m_page.blocks) {
            m_repeats.push_back(counts[m_page.of(block)] - 1);
        }
    }

    /// For each block, how far the nearest long ones are, and how many lie before it.
    void find_distances()
    {
        auto const count = m_page.blocks.size();
        m_after_long.assign(count, 30);
        m_before_long.assign(count, 30);
        m_long_before.assign(count, 0);
        float distance = 30;
        float seen = 0;
        for (std::size_t at = 0; at < count; ++at) {
            m_after_long[at] = distance;
            m_long_before[at] = seen;
            bool const is_one = is_long(m_page.blocks[at]);
            seen += is_one ? 1.0F : 0.0F;
            distance = is_one ? 1.0F : std::min(distance + 1, 30.0F);
        }
        distance = 30;
        for (std::size_t at = count; at-- > 0;) {
            m_before_long[at] = distance;
            distance = is_long(m_page.blocks[at]) ? 1.0F : std::min(distance + 1, 30.0F);
        }
    }

    PageTree const& m_tree;
    PageBlocks const& m_page;
    PageWide m_wide;
    std::vector<TextShape> m_shapes;
    std::unordered_map<std::uint32_t, std::vector<Kin>> m_kin;
    std::vector<int> m_repeats;
    std::vector<float> m_after_long;
    std::vector<float> m_before_long;
    std::vector<float> m_long_before;
    BlockSignals m_result;
    bool m_naming = false;
};

} // namespace

BlockSignals measure_blocks(PageTree const& tree, PageBlocks const& page, PageHead const& head, LinkedData const& data)
{
    return tree.nodes.empty() ? BlockSignals{} : Table{tree, page, head, data}.run();
}

} // namespace knowwho
