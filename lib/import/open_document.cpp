// SPDX-License-Identifier: MIT
#include "import/open_document.hpp"

#include "import/archive.hpp"
#include "import/header_row.hpp"
#include "model/error.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <vector>

namespace knowwho {
namespace {

using namespace std::string_view_literals;

constexpr int most_repeated_columns = 16384;
constexpr int most_repeated_rows = 1000; // of rows with content
constexpr int deepest_group = 20;
constexpr std::size_t most_sheet_cells = 5'000'000;

/// The paragraphs of a cell, one in a line; notes of reviewers left out.
std::string paragraphs_of(pugi::xml_node cell)
{
    struct Collector : pugi::xml_tree_walker {
        std::string text;
        bool for_each(pugi::xml_node& node) override
        {
            std::string_view const name = node.name();
            if (name == "text:p" && !text.empty()) {
                text.push_back('\n');
            } else if (name == "text:s" || name == "text:tab") {
                text.push_back(' ');
            }
            text += node.value();
            return text.size() < 100000;
        }
    };
    std::string text;
    for (auto const paragraph : cell.children("text:p")) {
        Collector collector;
        auto node = paragraph;
        node.traverse(collector);
        text += (text.empty() ? "" : "\n") + collector.text;
    }
    return text;
}

class SheetReader {
public:
    explicit SheetReader(Texts& texts) : m_texts(texts) {}

    Table read(pugi::xml_node sheet)
    {
        rows_of(sheet);
        return std::move(m_table);
    }

private:
    struct Span {
        int rows = 0;
        std::string_view text;
    };

    /// Rows stand in groups and among headers too.
    void rows_of(pugi::xml_node parent, int depth = 0)
    {
        for (auto const child : parent.children()) {
            std::string_view const name = child.name();
            if (name == "table:table-row") {
                read_row(child);
            } else if (depth < deepest_group && (name == "table:table-row-group" || name == "table:table-header-rows" || name == "table:table-rows")) {
                rows_of(child, depth + 1);
            }
        }
    }

    void read_row(pugi::xml_node row)
    {
        std::vector<std::string_view> cells;
        for (auto const cell : row.children()) {
            std::string_view const name = cell.name();
            auto const repeated = std::clamp(cell.attribute("table:number-columns-repeated").as_int(1), 1, most_repeated_columns);
            if (name != "table:table-cell" && name != "table:covered-table-cell") {
                continue;
            }
            auto const text = text_at(cell, cells.size());
            for (int count = 0; count < repeated && cells.size() < std::size_t(most_repeated_columns); ++count) {
                cells.push_back(text);
            }
        }
        while (!cells.empty() && cells.back().empty()) {
            cells.pop_back();
        }
        auto const rows = row.attribute("table:number-rows-repeated").as_int(1);
        auto const copies = cells.empty() ? 1 : std::clamp(rows, 1, most_repeated_rows);
        for (int copy = 0; copy < copies && m_table.cells.size() < most_sheet_cells; ++copy) {
            m_table.add_row(m_line + 1 + copy);
            for (auto const cell : cells) {
                m_table.add_cell(cell);
            }
        }
        m_line = std::min(m_line + std::clamp(rows, 1, 1'048'576), 100'000'000);
    }

    /// A cell that one above covers has that one's text.
    std::string_view text_at(pugi::xml_node cell, std::size_t column)
    {
        auto& span = m_spans[column];
        if (cell.name() == "table:covered-table-cell"sv) {
            return span.rows-- > 0 ? span.text : std::string_view{};
        }
        auto const text = m_texts.keep(paragraphs_of(cell));
        span = {std::min(cell.attribute("table:number-rows-spanned").as_int(1), 100000) - 1, text};
        return text;
    }

    Texts& m_texts;
    Table m_table;
    std::map<std::size_t, Span> m_spans;
    int m_line = 0;
};

[[noreturn]] void refuse_sheet(std::string const& sheet, std::string const& names)
{
    throw Error(ExitCode::usage, fmt::format("the workbook has no sheet '{}'", sheet), "its sheets are " + names);
}

} // namespace

bool looks_like_open_document(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04"sv) && bytes.substr(0, 200).find("application/vnd.oasis.opendocument.spreadsheet") != bytes.npos;
}

FoundTables read_open_document(std::string_view bytes, std::string const& sheet, Texts& texts)
{
    FoundTables found;
    found.format = "ods";
    auto const content = Archive(bytes).read("content.xml").value_or(std::string{});
    pugi::xml_document document;
    document.load_buffer(content.data(), content.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
    std::string names;
    bool read = false;
    for (auto const node : document.document_element().child("office:body").child("office:spreadsheet").children("table:table")) {
        std::string const name = node.attribute("table:name").value();
        names += (names.empty() ? "" : ", ") + name;
        found.sheets.push_back(name);
        if (!sheet.empty() && sheet != name) {
            continue;
        }
        read = true;
        for (auto& table : find_headers(SheetReader(texts).read(node), found.problems)) {
            table.section = table.section.empty() ? name : table.section;
            found.tables.push_back(std::move(table));
        }
    }
    if (!read && !sheet.empty()) {
        refuse_sheet(sheet, names);
    }
    found.dialect = "sheets " + names;
    return found;
}

} // namespace knowwho
