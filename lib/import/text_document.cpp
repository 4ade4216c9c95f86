// SPDX-License-Identifier: MIT
#include "import/text_document.hpp"

#include "import/archive.hpp"
#include "import/read_html.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace knowwho {
namespace {

using namespace std::string_view_literals;

constexpr int deepest_node = 200;
constexpr std::size_t longest_page = std::size_t{64} << 20; // bytes

/// Elements of both formats and what they are in a page; "" for those that only hold others.
struct Rule {
    std::string_view name;
    std::string_view tag;
};
constexpr std::array<Rule, 9> rules{{{"w:tbl", "table"}, {"w:tr", "tr"}, {"w:tc", "td"}, {"table:table", "table"}, {"table:table-row", "tr"}, {"table:table-cell", "td"},
                                     {"text:h", "h2"}, {"text:list-item", "li"}, {"text:list", "ul"}}};

/// What is no text of the document: deleted words, notes of reviewers, fields' codes.
bool is_aside(std::string_view name)
{
    constexpr std::array<std::string_view, 7> asides{"w:del", "w:instrText", "w:pPr", "w:rPr", "office:annotation", "text:tracked-changes", "text:note"};
    return std::find(asides.begin(), asides.end(), name) != asides.end();
}

/// Word names the style of a heading in the user's language: "Heading1", "berschrift2", "Titre1", "Title".
bool is_heading_style(std::string_view style)
{
    constexpr std::array<std::string_view, 7> names{"Heading", "berschrift", "Titre", "Titolo", "Ttulo", "Kop", "Title"};
    return std::any_of(names.begin(), names.end(), [&](auto name) { return style.starts_with(name); });
}

class PageWriter {
public:
    std::string write(pugi::xml_node body)
    {
        children(body, 0);
        return std::move(m_page);
    }

private:
    void children(pugi::xml_node node, int depth)
    {
        for (auto const child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                add_text(child.value());
            } else if (depth < deepest_node && m_page.size() < longest_page && !is_aside(child.name())) {
                element(child, depth);
            }
        }
    }

    void element(pugi::xml_node node, int depth)
    {
        std::string_view const name = node.name();
        if (name == "w:tab" || name == "text:tab") {
            m_page += m_page.ends_with('>') ? "" : " | "; // tabs part the columns of a line
        } else if (name == "w:br" || name == "w:cr" || name == "text:line-break") {
            m_page += "<br>";
        } else if (name == "text:s") {
            m_page += ' ';
        } else if (name == "w:p" || name == "text:p") {
            wrap(is_heading_style(node.child("w:pPr").child("w:pStyle").attribute("w:val").value()) ? "h2" : "p", node, depth);
        } else {
            auto const rule = std::find_if(rules.begin(), rules.end(), [&](auto const& r) { return r.name == name; });
            rule == rules.end() ? children(node, depth + 1) : wrap(rule->tag, node, depth);
        }
    }

    void wrap(std::string_view tag, pugi::xml_node node, int depth)
    {
        m_page.append("<").append(tag).append(">");
        children(node, depth + 1);
        m_page.append("</").append(tag).append(">\n");
    }

    void add_text(std::string_view text)
    {
        for (char const c : text) {
            c == '<' ? m_page += "&lt;" : c == '&' ? m_page += "&amp;" : m_page += c;
        }
    }

    std::string m_page;
};

bool is_word(std::string_view bytes) { return bytes.find("word/document.xml") != bytes.npos; }

bool is_open_text(std::string_view bytes) { return bytes.substr(0, 200).find("application/vnd.oasis.opendocument.text") != bytes.npos; }

} // namespace

bool looks_like_text_document(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"sv) && (is_open_text(bytes) || is_word(bytes)); }

FoundTables read_text_document(std::string_view bytes, Texts& texts)
{
    auto const word = !is_open_text(bytes);
    auto const content = Archive(bytes).read(word ? "word/document.xml" : "content.xml").value_or(std::string{});
    pugi::xml_document document;
    document.load_buffer(content.data(), content.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    auto const root = document.document_element();
    auto const page = PageWriter().write(word ? root.child("w:body") : root.child("office:body"));
    auto found = read_html(texts.keep("<html><body>" + page + "</body></html>"), texts);
    found.format = word ? "docx" : "odt";
    return found;
}

} // namespace knowwho
