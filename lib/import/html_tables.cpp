// SPDX-License-Identifier: MIT
#include "import/html_tables.hpp"

#include "import/header_row.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace knowwho {
namespace {

constexpr int most_columns_spanned = 50;

/// The text of every cell of a row, lines of one cell joined by line breaks.
class TableCells {
public:
    TableCells(HtmlPage const& page, Texts& texts) : m_page(page), m_texts(texts) {}

    Table read(std::size_t table_element)
    {
        auto const [first, end] = descendants(table_element);
        for (auto index = first; index < end; ++index) {
            auto const& e = m_page.elements[index];
            if (e.tag == "tr") {
                start_row();
            } else if ((e.tag == "td" || e.tag == "th") && !m_table.rows.empty()) {
                add_cell(index);
            }
        }
        finish_row();
        return std::move(m_table);
    }

private:
    /// Elements are in document order, so the inner ones follow the table without a gap.
    std::pair<std::size_t, std::size_t> descendants(std::size_t element) const
    {
        auto end = element + 1;
        while (end < m_page.elements.size() && is_inside(end, element)) {
            ++end;
        }
        return {element + 1, end};
    }

    bool is_inside(std::size_t inner, std::size_t outer) const
    {
        while (inner != HtmlElement::none && inner > outer) {
            inner = m_page.elements[inner].parent;
        }
        return inner == outer;
    }

    void start_row()
    {
        finish_row();
        m_table.add_row(static_cast<int>(m_table.rows.size()) + 1);
        m_column = 0;
    }

    void finish_row() { fill_spanned(); }

    /// Cells that a rowspan from above still covers.
    void fill_spanned()
    {
        for (auto spanned = m_spans.find(m_column); spanned != m_spans.end() && spanned->second.rows > 0; spanned = m_spans.find(m_column)) {
            --spanned->second.rows;
            m_table.add_cell(spanned->second.text);
            ++m_column;
        }
    }

    void add_cell(std::size_t index)
    {
        fill_spanned();
        auto const& e = m_page.elements[index];
        std::string text;
        for (auto line = e.first_line; line < e.end_line; ++line) {
            text += (text.empty() ? "" : "\n") + m_page.lines[line].text;
        }
        if (e.first_line < e.end_line && m_page.lines[e.first_line].pieces.front().struck) {
            text = "~~" + text + "~~";
        }
        auto const kept = m_texts.keep(std::move(text));
        auto const columns = std::clamp(e.node.attribute("colspan").as_int(1), 1, most_columns_spanned);
        auto const rows = std::clamp(e.node.attribute("rowspan").as_int(1), 1, 1000);
        for (int column = 0; column < columns; ++column) {
            m_table.add_cell(column == 0 ? kept : std::string_view{});
            if (rows > 1) {
                m_spans[m_column] = {rows - 1, column == 0 ? kept : std::string_view{}};
            }
            ++m_column;
        }
    }

    struct Span {
        int rows = 0;
        std::string_view text;
    };

    HtmlPage const& m_page;
    Texts& m_texts;
    Table m_table;
    int m_column = 0;
    std::map<int, Span> m_spans;
};

} // namespace

std::vector<HtmlTable> find_tables(HtmlPage const& page, Texts& texts, std::vector<Problem>& problems)
{
    std::vector<bool> outer(page.elements.size(), false);
    for (std::size_t index = 0; index < page.elements.size(); ++index) {
        if (page.elements[index].tag == "table") {
            for (auto parent = page.elements[index].parent; parent != HtmlElement::none; parent = page.elements[parent].parent) {
                outer[parent] = true;
            }
        }
    }
    std::vector<HtmlTable> tables;
    for (std::size_t index = 0; index < page.elements.size(); ++index) {
        if (page.elements[index].tag != "table" || outer[index]) {
            continue;
        }
        auto raw = TableCells(page, texts).read(index);
        if (raw.rows.size() > 1) {
            tables.push_back({index, find_headers(std::move(raw), problems)});
        }
    }
    return tables;
}

} // namespace knowwho
