// SPDX-License-Identifier: MIT
#include "import/format.hpp"

#include "import/asciidoc_text.hpp"
#include "import/cards.hpp"
#include "import/chat_log.hpp"
#include "import/feed.hpp"
#include "import/json_records.hpp"
#include "import/latex_text.hpp"
#include "import/markdown_list.hpp"
#include "import/org_text.hpp"
#include "import/schedule_xml.hpp"
#include "import/wiki_table.hpp"
#include "import/xml_records.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace knowwho {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 65536;

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> signatures{{
    {"\xd0\xcf\x11\xe0"sv, "a workbook or document of the old Office kind (.xls, .doc)"},
    {"%PDF-"sv, "a PDF"},
    {"PK\x03\x04"sv, "a packed file"},
    {"\x89PNG"sv, "a picture"},
    {"\xff\xd8\xff"sv, "a picture"},
    {"GIF8"sv, "a picture"},
    {"\x1f\x8b"sv, "a packed file"},
    {"SQLite format 3"sv, "a database"},
    {"\x7f" "ELF"sv, "a program"},
}};

/// Tags that only a page has. One in a cell of a CSV does not make a page, so several must come together.
bool is_html(std::string_view text)
{
    auto const head = ascii_lower(text.substr(0, head_bytes));
    auto const first = head.find_first_not_of(" \t\r\n");
    if (first == head.npos) {
        return false;
    }
    auto const start = std::string_view(head).substr(first);
    if (start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<table") || start.starts_with("<head") ||
        start.starts_with("<body") || start.starts_with("<div")) {
        return true;
    }
    std::size_t closings = 0;
    for (auto const tag : {"</div>"sv, "</li>"sv, "</p>"sv, "</td>"sv, "</tr>"sv, "</h2>"sv, "</h3>"sv, "</ul>"sv, "</table>"sv, "</html>"sv, "</dl>"sv}) {
        for (auto position = head.find(tag); position != head.npos; position = head.find(tag, position + 1)) {
            ++closings;
        }
    }
    return head.find("<html") != head.npos ? closings > 0 : closings >= 4 && (start[0] == '<' || closings * 200 > head.size());
}

} // namespace

std::string_view binary_kind(std::string_view bytes)
{
    for (auto const& [signature, kind] : signatures) {
        if (bytes.starts_with(signature)) {
            return kind;
        }
    }
    return {};
}

ListFormat find_format(std::string_view text)
{
    if (looks_like_vcard(text)) {
        return ListFormat::vcard;
    }
    if (looks_like_calendar(text)) {
        return ListFormat::calendar;
    }
    if (looks_like_json(text)) {
        return ListFormat::json;
    }
    if (looks_like_schedule(text)) {
        return ListFormat::schedule;
    }
    if (looks_like_feed(text)) {
        return ListFormat::feed;
    }
    if (is_html(text)) {
        return ListFormat::html;
    }
    if (looks_like_xml(text)) {
        return ListFormat::xml;
    }
    if (looks_like_wiki_table(text)) {
        return ListFormat::wiki;
    }
    if (looks_like_chat(text)) {
        return ListFormat::chat;
    }
    if (looks_like_latex(text)) {
        return ListFormat::latex;
    }
    if (looks_like_asciidoc(text)) {
        return ListFormat::asciidoc;
    }
    if (looks_like_org(text)) {
        return ListFormat::org;
    }
    return looks_like_markdown(text) ? ListFormat::markdown : ListFormat::delimited;
}

} // namespace knowwho
