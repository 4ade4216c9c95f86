// SPDX-License-Identifier: MIT
// An HTML tree as one array in reading order, with what every later decision needs, from one walk.
#include "enrich/page_tree.hpp"

#include <string>
#include <unordered_map>

namespace knowwho {

namespace {

using TagTable = std::unordered_map<std::string_view, Tag>;

TagTable make_table()
{
    TagTable table{
        {"html", Tag::html}, {"head", Tag::head}, {"body", Tag::body}, {"main", Tag::main_}, {"article", Tag::article},
        {"section", Tag::section}, {"div", Tag::div}, {"header", Tag::header}, {"footer", Tag::footer}, {"nav", Tag::nav},
        {"aside", Tag::aside}, {"form", Tag::form}, {"figure", Tag::figure}, {"figcaption", Tag::figcaption}, {"p", Tag::p},
        {"h1", Tag::h1}, {"h2", Tag::h2}, {"h3", Tag::h3}, {"h4", Tag::h4}, {"h5", Tag::h5}, {"h6", Tag::h6},
        {"ul", Tag::ul}, {"ol", Tag::ol}, {"dl", Tag::dl}, {"li", Tag::li}, {"dt", Tag::dt}, {"dd", Tag::dd},
        {"blockquote", Tag::blockquote}, {"pre", Tag::pre}, {"address", Tag::address}, {"hr", Tag::hr}, {"br", Tag::br},
        {"table", Tag::table}, {"tr", Tag::tr}, {"td", Tag::td}, {"th", Tag::th}, {"caption", Tag::caption}, {"a", Tag::a},
        {"b", Tag::b}, {"strong", Tag::b}, {"i", Tag::i}, {"em", Tag::i}, {"time", Tag::time}, {"span", Tag::span},
        {"img", Tag::img}, {"picture", Tag::picture}, {"details", Tag::details}, {"summary", Tag::summary}, {"label", Tag::label},
    };
    for (auto const* const name : {"abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "font", "ins", "kbd",
                                   "mark", "nobr", "q", "s", "samp", "small", "strike", "sub", "sup", "tt", "u", "var", "wbr",
                                   "ruby", "rb", "rt", "rp", "rtc", "o:p", "blink"}) {
        table.emplace(name, Tag::other_inline);
    }
    for (auto const* const name : {"script", "style", "noscript", "template", "svg", "math", "button", "select", "option", "optgroup",
                                   "datalist", "textarea", "input", "iframe", "object", "embed", "canvas", "audio", "video", "source",
                                   "track", "map", "area", "meter", "progress", "noframes", "frameset", "applet", "param", "meta",
                                   "link", "title", "base"}) {
        table.emplace(name, Tag::silent);
    }
    return table;
}

/// Bytes of text with runs of white space counted once, and none at the beginning of a node.
void measure(char const* text, PageNode& node)
{
    bool blank = true;
    for (; *text != 0; ++text) {
        unsigned char const c = static_cast<unsigned char>(*text);
        bool const space = c == ' ' || (c >= '\t' && c <= '\r');
        node.text += (!space || !blank) ? 1U : 0U;
        node.commas += c == ',' ? 1U : 0U;
        blank = space;
    }
}

bool style_hides(std::string_view style)
{
    auto const at = style.find("display");
    if (at == std::string_view::npos) {
        return false;
    }
    auto const rest = style.substr(at + 7);
    auto const value = rest.find_first_not_of(" :");
    return value != std::string_view::npos && rest.substr(value).starts_with("none");
}

void read_attributes(PageNode& node)
{
    for (auto const attribute : node.node.attributes()) {
        std::string_view const name = attribute.name();
        if (name == "class" || name == "id" || name == "role") {
            node.hints |= hints_of(attribute.value());
        } else if (name == "hidden") {
            node.hidden = true;
        } else if (name == "style" && style_hides(attribute.value())) {
            node.hidden = true;
        }
    }
}

class Flattening {
public:
    PageTree run(pugi::xml_node root)
    {
        enter(root, 0);
        for (auto at = root; at;) {
            if (at.first_child()) {
                at = at.first_child();
                enter(at, m_open.back());
                continue;
            }
            at = leave_to_next(at, root);
        }
        return std::move(m_tree);
    }

private:
    /// Closes nodes up to one that has a next sibling, and enters that; null behind the root.
    pugi::xml_node leave_to_next(pugi::xml_node at, pugi::xml_node root)
    {
        for (;;) {
            leave();
            if (at == root) {
                return {};
            }
            if (auto const next = at.next_sibling()) {
                enter(next, m_open.back());
                return next;
            }
            at = at.parent();
        }
    }

    void enter(pugi::xml_node at, std::uint32_t parent)
    {
        auto& nodes = m_tree.nodes;
        auto const index = static_cast<std::uint32_t>(nodes.size());
        PageNode node;
        node.node = at;
        node.parent = parent;
        if (index != 0) {
            node.hidden = nodes[parent].hidden;
            node.in_link = nodes[parent].in_link;
            node.depth = static_cast<std::uint16_t>(nodes[parent].depth + 1);
        }
        if (at.type() == pugi::node_element) {
            node.tag = tag_of(at.name());
            read_attributes(node);
            node.hidden = node.hidden || node.tag == Tag::silent || node.tag == Tag::head;
            node.in_link = node.in_link || node.tag == Tag::a;
        } else if (!node.hidden) {
            measure(at.value(), node);
            node.linked = node.in_link ? node.text : 0;
        }
        nodes.push_back(node);
        m_open.push_back(index);
    }

    void leave()
    {
        auto& nodes = m_tree.nodes;
        PageNode& node = nodes[m_open.back()];
        m_open.pop_back();
        node.end = static_cast<std::uint32_t>(nodes.size());
        if (m_open.empty()) {
            return;
        }
        PageNode& parent = nodes[m_open.back()];
        parent.text += node.text;
        parent.linked += node.linked;
        parent.commas += node.commas;
    }

    PageTree m_tree;
    std::vector<std::uint32_t> m_open;
};

} // namespace

Tag tag_of(std::string_view name)
{
    static TagTable const table = make_table();
    auto const found = table.find(name);
    // A name with a hyphen is a web component: a box of its own.
    return found == table.end() ? Tag::other_block : found->second;
}

bool is_inline(Tag tag)
{
    switch (tag) {
    case Tag::text:
    case Tag::other_inline:
    case Tag::a:
    case Tag::b:
    case Tag::i:
    case Tag::time:
    case Tag::span:
    case Tag::label:
    case Tag::img:
    case Tag::picture:
    case Tag::silent: return true;
    default: return false;
    }
}

bool is_heading(Tag tag)
{
    return tag >= Tag::h1 && tag <= Tag::h6;
}

PageTree flatten(pugi::xml_node root)
{
    return Flattening{}.run(root);
}

} // namespace knowwho
