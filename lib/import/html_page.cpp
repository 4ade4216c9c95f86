// SPDX-License-Identifier: MIT
#include "import/html_page.hpp"

#include "import/cell_evidence.hpp"
#include "import/name_runs.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace knowwho {
namespace {

constexpr std::size_t most_lines = 400000; // a page beyond that is no list that anybody saved

template <std::size_t N>
bool any_of(std::array<std::string_view, N> const& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_left_out(std::string_view tag)
{
    constexpr std::array<std::string_view, 18> tags{"nav", "footer", "script", "style", "select", "button", "noscript", "template", "head",
                                                    "svg", "textarea", "iframe", "object", "canvas", "audio", "video", "datalist", "title"};
    return any_of(tags, tag);
}

bool is_inline(std::string_view tag)
{
    constexpr std::array<std::string_view, 35> tags{"a", "b", "strong", "i", "em", "span", "small", "sup", "sub", "u", "font", "abbr", "code", "time", "label", "mark", "cite",
                                                    "q", "tt", "big", "s", "strike", "del", "ins", "bdi", "bdo", "wbr", "img", "input", "kbd", "var", "samp", "acronym", "data", "o:p"};
    return any_of(tags, tag);
}

/// The heading of a part that unfolds is often a button, and so is a card of blocks that opens one.
bool holds_content(pugi::xml_node button)
{
    std::string_view const parent = button.parent().name();
    auto const block = [](pugi::xml_node inner) {
        std::string_view const tag = inner.name();
        return tag == "p" || tag == "div" || tag == "li" || is_heading(tag);
    };
    return std::string_view(button.name()) == "button" && (is_heading(parent) || parent == "dt" || parent == "summary" || button.find_node(block));
}

bool is_struck(pugi::xml_node node)
{
    std::string_view const tag = node.name();
    std::string_view const style = node.attribute("style").value();
    return tag == "s" || tag == "del" || tag == "strike" || style.find("line-through") != style.npos;
}

/// Drawn invisibly, or a link that spammers put into guest books and old pages.
bool is_hidden(pugi::xml_node node)
{
    std::string_view const style = node.attribute("style").value();
    if (node.attribute("hidden") || style.find("display:none") != style.npos || style.find("display: none") != style.npos) {
        return true;
    }
    constexpr std::array<std::string_view, 9> wares{"viagra", "cialis", "levitra", "casino", "payday loan", "porn", "replica watch", "essay writing", "online pharmacy"};
    std::string_view const text = std::string_view(node.name()) == "a" ? node.text().get() : "";
    return std::any_of(wares.begin(), wares.end(), [&](auto ware) { return text.find(ware) != text.npos; });
}

/// Class names that tell one record from its neighbours instead of saying what it is.
bool is_state(std::string_view name)
{
    constexpr std::array<std::string_view, 16> names{"odd", "even", "first", "last", "active", "row", "col", "column", "clearfix", "item", "visible", "hidden", "show", "left", "right", "alt"};
    return any_of(names, name);
}

/// "col-first": made of states only.
bool is_all_state(std::string_view name)
{
    for (std::size_t begin = 0; begin <= name.size();) {
        auto const end = std::min(name.find_first_of("-_", begin), name.size());
        if (end > begin && !is_state(name.substr(begin, end - begin))) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

/// Letters only: "views-row-17 odd" becomes "views".
std::string plain_classes(std::string_view classes)
{
    std::string plain;
    for (std::size_t begin = 0; begin < classes.size() && plain.size() < 200;) {
        auto const end = std::min(classes.find_first_of(" \t\n", begin), classes.size());
        std::string name;
        for (char const c : classes.substr(begin, end - begin)) {
            if (c < '0' || c > '9') {
                name.push_back(c);
            }
        }
        while (name.ends_with('-') || name.ends_with('_')) {
            name.pop_back();
        }
        if (!is_all_state(name)) {
            plain += plain.empty() ? name : " " + name;
        }
        begin = end + 1;
    }
    return plain;
}

class PageReader {
public:
    PageReader(HtmlPage& page, Pictures pictures) : m_page(page), m_pictures(pictures) {}

    /// Depth is bounded by the parser (html_depth_limit), so recursion is safe.
    void read(pugi::xml_node node, std::size_t parent)
    {
        std::unordered_map<std::string_view, int> ordinals;
        for (auto const child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                add_text(child.value(), parent);
            } else if (child.type() == pugi::node_element) {
                read_element(child, parent, ++ordinals[child.name()]);
            }
        }
    }

    void finish() { end_line(); }

private:
    void read_element(pugi::xml_node node, std::size_t parent, int ordinal)
    {
        std::string_view const tag = node.name();
        if (tag == "br" || tag == "hr") {
            end_line();
            return;
        }
        if ((is_left_out(tag) && !holds_content(node)) || is_hidden(node) || m_page.lines.size() > most_lines) {
            return;
        }
        auto const named = tag == "img" && m_pictures == Pictures::named;
        auto const block = !is_inline(tag) || named;
        if (block) {
            end_line();
        }
        auto const index = m_page.elements.size();
        m_page.elements.push_back({tag, plain_classes(node.attribute("class").value()), parent, ordinal, current_line(), 0, node});
        if (tag == "a" && m_link.empty()) {
            m_link = node.attribute("href").value();
        }
        m_blocks.push_back(block ? index : m_blocks.empty() ? 0 : m_blocks.back());
        auto const written = m_line.text.size();
        auto const lines = m_page.lines.size();
        m_struck += is_struck(node);
        read(node, index);
        add_text(named ? node.attribute("alt").value() : "", index);
        m_struck -= is_struck(node);
        if (tag == "a" && m_page.lines.size() == lines && m_line.text.size() == written) {
            add_address(node, index);
        }
        if (block) {
            end_line();
        }
        m_blocks.pop_back();
        m_page.elements[index].end_line = m_open ? m_page.lines.size() + 1 : m_page.lines.size();
    }

    /// A picture of an envelope that links to an address.
    void add_address(pugi::xml_node link, std::size_t element)
    {
        std::string_view const target = link.attribute("href").value();
        auto const address = target.substr(std::min<std::size_t>(7, target.size()));
        if (target.starts_with("mailto:") && is_email(address.substr(0, address.find('?')))) {
            add_text(address.substr(0, address.find('?')), element);
        }
    }

    std::size_t current_line() const { return m_page.lines.size(); }

    void add_text(std::string_view text, std::size_t element)
    {
        bool const leading = !text.empty() && static_cast<unsigned char>(text[0]) <= 0x20;
        bool const trailing = !text.empty() && static_cast<unsigned char>(text.back()) <= 0x20;
        auto drawn = draw_together(text);
        m_space |= leading;
        if (drawn.empty()) {
            m_space |= trailing;
            return;
        }
        if (!m_open) {
            m_open = true;
            m_line = {};
            m_line.block = m_blocks.empty() ? 0 : m_blocks.back();
        } else if (!m_line.text.empty() && (m_space || stands_apart(drawn, element))) {
            m_line.text.push_back(' ');
        }
        m_line.text += drawn;
        m_line.pieces.push_back({std::move(drawn), element, m_struck > 0});
        m_space = trailing;
    }

    /// "Company" and "Beispiel AG" in two elements without a blank: style sheets part them.
    bool stands_apart(std::string const& text, std::size_t element) const
    {
        auto const last = m_line.text.back();
        auto const capital = (text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) == 0xc3;
        return element != m_line.pieces.back().element && capital && last >= 'a' && last <= 'z';
    }

    static std::string draw_together(std::string_view text)
    {
        std::string drawn;
        drawn.reserve(text.size());
        for (std::size_t position = 0; position < text.size(); ++position) {
            auto const no_break = text[position] == '\xc2' && position + 1 < text.size() && text[position + 1] == '\xa0';
            if (no_break || static_cast<unsigned char>(text[position]) <= 0x20) {
                position += no_break;
                if (!drawn.empty() && drawn.back() != ' ') {
                    drawn.push_back(' ');
                }
                continue;
            }
            drawn.push_back(text[position]);
        }
        while (drawn.ends_with(' ')) {
            drawn.pop_back();
        }
        return drawn;
    }

    /// A paragraph that names people one after the other stands as a line for each.
    bool split_run()
    {
        auto const entries = entries_of_run(m_line.text);
        for (auto const entry : entries) {
            HtmlLine line;
            line.text = entry;
            line.block = m_line.block;
            line.pieces.push_back({line.text, m_line.pieces.front().element, m_line.pieces.front().struck});
            m_page.lines.push_back(std::move(line));
        }
        return !entries.empty();
    }

    void end_line()
    {
        if (m_open && !split_run()) {
            m_line.link = std::move(m_link);
            m_page.lines.push_back(std::move(m_line));
        }
        m_open = false;
        m_space = false;
        m_link.clear();
    }

    HtmlPage& m_page;
    Pictures m_pictures;
    std::vector<std::size_t> m_blocks;
    HtmlLine m_line;
    std::string m_link;
    int m_struck = 0; ///< elements around that draw their text through
    bool m_open = false;
    bool m_space = false;
};

} // namespace

bool is_heading(std::string_view tag)
{
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

bool opens_a_block(HtmlPage const& page, std::size_t line)
{
    auto const& block = page.elements[page.lines[line].block];
    return block.first_line == line && block.end_line > line + 1 && page.lines[line + 1].block == page.lines[line].block;
}

bool heads_its_block(HtmlPage const& page, std::size_t line)
{
    auto const& pieces = page.lines[line].pieces;
    return opens_a_block(page, line) && pieces.size() == 1 && pieces.front().element != page.lines[line].block;
}

HtmlPage read_page(pugi::xml_document const& document, Pictures pictures)
{
    HtmlPage page;
    page.elements.push_back({"", {}, HtmlElement::none, 1, 0, 0, document});
    PageReader reader(page, pictures);
    reader.read(document, 0);
    reader.finish();
    page.elements[0].end_line = page.lines.size();
    return page;
}

} // namespace knowwho
