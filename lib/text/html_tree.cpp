// SPDX-License-Identifier: MIT
// HTML as browsers read it, as a pugixml tree: gumbo's tree walked without recursion.
#include "text/html_tree.hpp"

#include "text/ascii.hpp"
#include "text/gumbo_arena.hpp"
#include "text/html_trim.hpp"

#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace knowwho {

namespace {

constexpr std::size_t input_limit = std::size_t{32} << 20;
constexpr auto time_per_mebibyte = std::chrono::milliseconds{200};

/// The name of an element that gumbo does not know, as the page has it, lower-case.
std::string unknown_name(GumboElement const& element)
{
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string name;
    for (std::size_t at = 0; at < piece.length && piece.data[at] != 0; ++at) {
        name += ascii_lower(piece.data[at]);
    }
    return name.empty() ? "unknown" : name;
}

void name_element(pugi::xml_node node, GumboElement const& element)
{
    if (element.tag == GUMBO_TAG_UNKNOWN) {
        node.set_name(unknown_name(element).c_str());
        return;
    }
    node.set_name(gumbo_normalized_tagname(element.tag));
}

void take_attributes(pugi::xml_node node, GumboElement const& element)
{
    for (unsigned at = 0; at < element.attributes.length; ++at) {
        auto const& attribute = *static_cast<GumboAttribute const*>(element.attributes.data[at]);
        node.append_attribute(attribute.name).set_value(attribute.value);
    }
}

/// Style sheets and code say nothing to a reader; JSON in a script does.
bool is_silent(GumboElement const& element)
{
    if (element.tag == GUMBO_TAG_STYLE) {
        return true;
    }
    if (element.tag != GUMBO_TAG_SCRIPT) {
        return false;
    }
    GumboAttribute const* type = gumbo_get_attribute(&element.attributes, "type");
    if (type == nullptr) {
        return true;
    }
    return ascii_lower(std::string_view{type->value}).find("json") == std::string::npos;
}

/// The address in a browser's "saved from url=(0031)https://…", or empty.
std::string saved_from(std::string_view comment)
{
    constexpr std::string_view mark = "saved from url=(";
    auto const start = comment.find(mark);
    if (start == std::string_view::npos) {
        return {};
    }
    auto const close = comment.find(')', start + mark.size());
    if (close == std::string_view::npos) {
        return {};
    }
    auto const address = comment.substr(close + 1);
    return std::string{address.substr(0, address.find_first_of(" \t\r\n"))};
}

class Walk {
public:
    explicit Walk(pugi::xml_document& document) : m_document(document) {}

    void run(GumboNode const& root)
    {
        for_children(root, m_document.root());
        while (!m_open.empty()) {
            step();
        }
        if (!m_saved_from.empty()) {
            m_document.child("html").append_attribute("data-saved-from").set_value(m_saved_from.c_str());
        }
    }

private:
    struct Frame {
        GumboVector const* children;
        unsigned next;
        pugi::xml_node target;
    };

    void for_children(GumboNode const& node, pugi::xml_node target)
    {
        auto const& children = node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
        m_open.push_back(Frame{&children, 0, target});
    }

    void step()
    {
        Frame& frame = m_open.back();
        if (frame.next >= frame.children->length) {
            m_open.pop_back();
            return;
        }
        take(*static_cast<GumboNode const*>(frame.children->data[frame.next++]), frame.target);
    }

    void take(GumboNode const& node, pugi::xml_node target)
    {
        switch (node.type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: take_element(node, target); break;
        case GUMBO_NODE_COMMENT: take_comment(node.v.text.text); break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            // The document itself holds elements only.
            if (target.type() == pugi::node_element) {
                target.append_child(pugi::node_pcdata).set_value(node.v.text.text);
            }
            break;
        case GUMBO_NODE_DOCUMENT: break;
        }
    }

    void take_element(GumboNode const& node, pugi::xml_node target)
    {
        auto const child = target.append_child(pugi::node_element);
        name_element(child, node.v.element);
        take_attributes(child, node.v.element);
        if (is_silent(node.v.element)) {
            return;
        }
        bool const too_deep = m_open.size() >= static_cast<std::size_t>(html_depth_limit);
        for_children(node, too_deep ? target : child);
    }

    void take_comment(std::string_view comment)
    {
        if (m_saved_from.empty()) {
            m_saved_from = saved_from(comment);
        }
    }

    pugi::xml_document& m_document;
    std::vector<Frame> m_open;
    std::string m_saved_from;
};

} // namespace

HtmlTree parse_html(std::string_view utf8)
{
    HtmlTree tree;
    if (utf8.size() > input_limit) {
        utf8 = utf8.substr(0, input_limit);
        tree.truncated = true;
        tree.problem = "The page is larger than 32 MiB; only its beginning was read.";
    }
    auto budget = GumboBudget{};
    budget.time += time_per_mebibyte * static_cast<int>(utf8.size() >> 20);
    GumboArena arena{budget};
    std::string const trimmed = trim_html(utf8);
    GumboOutput const* output = arena.parse(trimmed);
    if (output == nullptr) {
        tree.truncated = true;
        tree.problem = arena.problem();
        tree.document.append_child("html");
        return tree;
    }
    Walk{tree.document}.run(*output->document);
    if (!tree.document.child("html")) {
        tree.document.append_child("html");
    }
    return tree;
}

} // namespace knowwho
