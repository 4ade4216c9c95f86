// SPDX-License-Identifier: MIT
// An HTML tree as one array in reading order, with what every later decision needs, from one walk.
#pragma once

#include "enrich/markup_hints.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace knowwho {

enum class Tag : std::uint8_t {
    text, ///< a text node
    other_block, other_inline,
    html, head, body, main_, article, section, div, header, footer, nav, aside, form, figure, figcaption,
    p, h1, h2, h3, h4, h5, h6, ul, ol, dl, li, dt, dd, blockquote, pre, address, hr, br,
    table, tr, td, th, caption, a, b, i, time, span, img, picture, details, summary, label, silent,
};

/// One node of the page. Indices count nodes of `PageTree::nodes`.
struct PageNode {
    pugi::xml_node node;
    std::uint32_t parent = 0;
    std::uint32_t end = 0;    ///< behind the last node below this one
    std::uint32_t text = 0;   ///< bytes of visible text below, runs of white space counted once
    std::uint32_t linked = 0; ///< of these inside links
    std::uint32_t commas = 0;
    Hints hints = 0;          ///< of this element's own class, id and role
    std::uint16_t depth = 0;
    Tag tag = Tag::text;
    bool hidden = false;      ///< this or an element around it is never shown
    bool in_link = false;
};

struct PageTree {
    std::vector<PageNode> nodes; ///< in reading order; [0] is the root element
};

/// The nodes below `root` (an element of a parsed page), which must outlive the result.
PageTree flatten(pugi::xml_node root);

/// The tag of a lower-case element name.
Tag tag_of(std::string_view name);

/// Whether text before and after an element of this tag belongs to one line.
bool is_inline(Tag tag);

bool is_heading(Tag tag);

} // namespace knowwho
