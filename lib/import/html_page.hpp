// SPDX-License-Identifier: MIT
// A page as its reader sees it: lines of text in order, each with the elements that it stands in.
#pragma once

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// An element of the page, block or inline, in document order.
struct HtmlElement {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::string_view tag;
    std::string classes;      ///< its class names without digits and states (odd, first, active), joined by blanks
    std::size_t parent = none;
    int ordinal = 0;          ///< among its siblings of the same tag, from 1
    std::size_t first_line = 0;
    std::size_t end_line = 0; ///< one past the last line that begins inside
    pugi::xml_node node;
};

/// A part of a line that stands in one inline element, or between such.
struct HtmlPiece {
    std::string text; ///< white space drawn together
    std::size_t element = 0;
    bool struck = false; ///< drawn through: no longer so
};

struct HtmlLine {
    std::string text; ///< of all pieces
    std::size_t block = 0; ///< the element that makes the line
    std::vector<HtmlPiece> pieces;
    std::string link;  ///< target of the first link in it
    int number = 0;    ///< of a text file's line; 0 in a page
};

/// Elements and lines; navigation, forms and code are left out.
struct HtmlPage {
    std::vector<HtmlElement> elements; ///< the first is the root
    std::vector<HtmlLine> lines;

    bool contains(std::size_t element, std::size_t line) const { return line >= elements[element].first_line && line < elements[element].end_line; }
};

/// Whether what a picture shows in words counts as a line of the page.
enum class Pictures { silent, named };

/// The views of the result point into `document`.
HtmlPage read_page(pugi::xml_document const& document, Pictures pictures = Pictures::silent);

bool is_heading(std::string_view tag);

/// The first of several lines that breaks part in one block.
bool opens_a_block(HtmlPage const& page, std::size_t line);

/// Such a line that is set apart as a whole: "<b>General Chairs</b><br>…".
bool heads_its_block(HtmlPage const& page, std::size_t line);

} // namespace knowwho
