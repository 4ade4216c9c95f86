// SPDX-License-Identifier: MIT
// What can be measured about each block of a page, as numbers for the choice of its body.
#include "enrich/block_signals.hpp"

#include "enrich/dense_box.hpp"
#include "enrich/page_cues.hpp"
#include "enrich/written_dates.hpp"
#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace knowwho {

namespace {

constexpr float far_away = 20;
constexpr int highest_climb = 18;

/// What the characters of a block show.
struct Shape {
    float bytes = 0;
    float words = 0;
    float capitals = 0;   ///< words that start with one
    float short_words = 0; ///< lower-case words of up to three letters: articles, prepositions
    float digits = 0;
    float sentences = 0;  ///< stops followed by a blank or the end
    float commas = 0;
    float bars = 0;       ///< | and · and ›
    float loud = 0;       ///< words of three letters or more, all capitals
    std::array<float, 3> telling{}; ///< words of data/lexicon/page_words.tsv, by kind
};

bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

bool is_loud(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One word from `at`; where it ends.
std::size_t take_word(std::string_view text, std::size_t at, Shape& shape)
{
    std::size_t end = at;
    while (end < text.size() && is_letter(static_cast<unsigned char>(text[end]))) {
        ++end;
    }
    auto const first = static_cast<unsigned char>(text[at]);
    bool const lower = first >= 'a' && first <= 'z';
    shape.words += 1;
    shape.capitals += first >= 'A' && first <= 'Z' ? 1.0F : 0.0F;
    shape.short_words += lower && end - at <= 3 ? 1.0F : 0.0F;
    shape.loud += end - at >= 3 && is_loud(text.substr(at, end - at)) ? 1.0F : 0.0F;
    return end;
}

using TellingWords = std::unordered_map<std::string_view, std::size_t>;

TellingWords read_telling_words()
{
    constexpr std::array<std::string_view, 3> kinds = {"pitch", "author", "consent"};
    TellingWords words;
    for (auto const& row : read_rows(resource("lexicon/page_words.tsv"))) {
        auto const kind = row.size() < 2 ? kinds.end() : std::find(kinds.begin(), kinds.end(), row[1]);
        if (kind != kinds.end()) {
            words.emplace(row[0], static_cast<std::size_t>(kind - kinds.begin()));
        }
    }
    return words;
}

void count_telling_words(std::string_view text, Shape& shape)
{
    static TellingWords const known = read_telling_words();
    for (Words words{text}; words.next();) {
        if (auto const found = known.find(words.folded()); found != known.end()) {
            shape.telling[found->second] += 1;
        }
    }
}

Shape shape_of(std::string_view text)
{
    Shape shape;
    shape.bytes = static_cast<float>(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char const c = text[at];
        if (is_letter(static_cast<unsigned char>(c))) {
            at = take_word(text, at, shape);
            continue;
        }
        bool const stop = c == '.' || c == '!' || c == '?';
        shape.sentences += stop && (at + 1 == text.size() || text[at + 1] == ' ') ? 1.0F : 0.0F;
        shape.digits += c >= '0' && c <= '9' ? 1.0F : 0.0F;
        shape.commas += c == ',' ? 1.0F : 0.0F;
        shape.bars += c == '|' || c == '>' || c == '/' ? 1.0F : 0.0F;
        ++at;
    }
    if (text.size() < 600) {
        count_telling_words(text, shape);
    }
    return shape;
}

float log_of(double value)
{
    return static_cast<float>(std::log2(value + 1.0));
}

float share(double part, double whole)
{
    return whole <= 0 ? 0.0F : static_cast<float>(part / whole);
}

/// How a block's last character ends it: 3 a full stop, 2 another mark or quote, 1 a colon, 0 none.
float ending(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    char const last = text.back();
    if (last == '.') {
        return 3;
    }
    bool const quote = text.ends_with("\u201c") || text.ends_with("\u201d") || text.ends_with("\u00bb") || text.ends_with("\u00ab") || text.ends_with("\u2026");
    return last == '!' || last == '?' || last == '"' || last == ')' || quote ? 2.0F : last == ':' ? 1.0F : 0.0F;
}

/// The nearest box around a block of each hint and of the telling tags, in steps.
struct Surroundings {
    std::array<float, hint_count> hints;
    std::array<float, 13> tags;

    Surroundings()
    {
        hints.fill(far_away);
        tags.fill(far_away);
    }
};

constexpr std::array<Tag, 13> telling_tags = {Tag::nav, Tag::footer, Tag::header, Tag::aside, Tag::form, Tag::figure, Tag::article,
                                              Tag::main_, Tag::section, Tag::table, Tag::li, Tag::blockquote, Tag::a};

constexpr std::array<std::string_view, 13> tag_names = {"nav", "footer", "header", "aside", "form", "figure", "article",
                                                        "main", "section", "table", "li", "blockquote", "a"};

constexpr std::array<std::string_view, hint_count> hint_columns = {
    "navigation", "breadcrumb", "sidebar", "footer", "header", "comments", "related", "teaser", "share", "subscribe",
    "consent", "advert", "author", "date", "caption", "media", "sidebox", "tags", "title", "lead", "kicker", "article",
    "body", "main", "hidden", "widget", "list", "people", "note",
};

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
            auto& place = found.hints[static_cast<std::size_t>(__builtin_ctz(left))];
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

bool lies_in(PageTree const& tree, std::uint32_t box, std::uint32_t around)
{
    return box >= around && box < tree.nodes[around].end;
}

bool is_long(Block const& block)
{
    std::uint32_t const bytes = block.end - block.begin;
    return bytes >= 140 && block.linked * 3 <= bytes;
}

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
            add_page(at);
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
        Shape const& shape = m_shapes[at];
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
        add("ending", ending(text));
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
            add(hint_columns[hint], around.hints[hint]);
        }
        for (std::size_t tag = 0; tag < around.tags.size(); ++tag) {
            add(std::string{"<"}.append(tag_names[tag]) + ">", around.tags[tag]);
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

    void add_page(std::size_t /*at*/)
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
        Shape const shape = there ? m_shapes[other] : Shape{};
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
    std::vector<Shape> m_shapes;
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
