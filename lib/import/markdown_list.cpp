// SPDX-License-Identifier: MIT
#include "import/markdown_list.hpp"

#include "import/cell_evidence.hpp"
#include "import/columns.hpp"
#include "import/header_row.hpp"
#include "import/html_page.hpp"
#include "import/read_html.hpp"
#include "text/html_tree.hpp"
#include "text/markdown.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t head_of_markdown = 65536; // bytes that tell the format
constexpr double table_names_people = 0.6;      // confidence from which a table is one of people

struct MarkdownLine {
    std::string_view text; ///< trimmed
    int number = 0;
};

std::vector<MarkdownLine> lines_of(std::string_view text)
{
    std::vector<MarkdownLine> lines;
    for (int number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.push_back({trim(text.substr(0, end)), number});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has_bar(MarkdownLine const& line) { return line.text.find('|') != line.text.npos; }

bool is_ruler(std::string_view line)
{
    return line.find('-') != line.npos && line.find_first_not_of("|-:+ \t") == line.npos && line.find('|') != line.npos;
}

bool has_table(std::vector<MarkdownLine> const& lines)
{
    return std::any_of(lines.begin(), lines.end(), [](auto const& line) { return is_ruler(line.text); }) && std::count_if(lines.begin(), lines.end(), has_bar) > 2;
}

/// "[Anna Berg](https://…)", "**Anna Berg**", "<br>": what a reader sees of it. "~~" stays.
std::string_view shown_text(std::string_view cell, Texts& texts)
{
    if (cell.find_first_of("[<*`_\\&") == cell.npos) {
        return cell;
    }
    auto const tree = parse_html(markdown_to_html(cell, RawHtml::kept));
    std::string shown;
    for (auto const& line : read_page(tree.document).lines) {
        shown.append(shown.empty() ? "" : "\n").append(line.text);
    }
    return texts.keep(std::move(shown));
}

Table cut_table(std::vector<MarkdownLine>::const_iterator line, std::vector<MarkdownLine>::const_iterator end, Texts& texts)
{
    Table raw;
    for (; line != end; ++line) {
        if (is_ruler(line->text)) {
            continue;
        }
        raw.add_row(line->number);
        auto rest = line->text;
        rest.remove_prefix(rest.starts_with('|'));
        rest.remove_suffix(rest.ends_with('|'));
        for (auto bar = rest.find('|'); bar != rest.npos; bar = rest.find('|')) {
            raw.add_cell(shown_text(trim(rest.substr(0, bar)), texts));
            rest.remove_prefix(bar + 1);
        }
        raw.add_cell(shown_text(trim(rest), texts));
    }
    return raw;
}

/// The tables that name people. Lines with bars that no other line comes between are one.
std::vector<Table> tables_of_people(std::vector<MarkdownLine> const& lines, Texts& texts, std::vector<Problem>& problems)
{
    std::vector<Table> tables;
    for (auto first = std::find_if(lines.begin(), lines.end(), has_bar); first != lines.end();) {
        auto const end = std::find_if_not(first, lines.end(), has_bar);
        auto const ruled = std::any_of(first, end, [](auto const& line) { return is_ruler(line.text); });
        auto found = ruled && end - first > 1 ? find_headers(cut_table(first, end, texts), problems) : std::vector<Table>{};
        std::copy_if(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()), std::back_inserter(tables),
                     [](Table const& table) { return people_confidence(understand_columns(table, {})) >= table_names_people; });
        first = std::find_if(end, lines.end(), has_bar);
    }
    return tables;
}

/// "~~Anna Berg~~" as the HTML that it makes; CommonMark itself does not know it.
std::string with_struck_marked(std::string_view text)
{
    std::string marked;
    for (auto open = text.find("~~"); open != text.npos; open = text.find("~~")) {
        auto const close = text.find("~~", open + 2);
        if (close == text.npos || close - open < 4 || text.substr(open, close - open).find('\n') != text.npos) {
            marked.append(text.substr(0, open + 2));
            text.remove_prefix(open + 2);
            continue;
        }
        marked.append(text.substr(0, open)).append("<del>").append(text.substr(open + 2, close - open - 2)).append("</del>");
        text.remove_prefix(close + 2);
    }
    return marked.append(text);
}

/// "*Head Gardener*", "_Head Gardener_": a line set in italics.
bool is_marked_whole(std::string_view line)
{
    return line.size() > 2 && (line[0] == '*' || line[0] == '_') && line.back() == line[0] && line[1] != line[0];
}

} // namespace

FoundTables read_markdown(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "markdown";
    found.dialect = "a table";
    if (auto const lines = lines_of(text); has_table(lines)) {
        found.tables = tables_of_people(lines, texts, found.problems);
    }
    if (found.tables.empty()) {
        found = read_html(texts.keep(markdown_to_html(with_struck_marked(text), RawHtml::kept)), texts);
        found.format = "markdown";
    }
    return found;
}

bool looks_like_markdown(std::string_view text)
{
    auto const lines = lines_of(text.substr(0, head_of_markdown));
    int filled = 0;
    int marks = 0;
    int pictures = 0;
    int headings = 0;
    for (auto const& line : lines) {
        filled += !line.text.empty();
        marks += line.text.starts_with("# ") || line.text.starts_with("## ") || line.text.starts_with("### ") || line.text.starts_with("- ") ||
                 line.text.starts_with("* ") || line.text.find("](http") != line.text.npos || line.text.starts_with("**") || is_marked_whole(line.text);
        pictures += line.text.starts_with("![") && line.text.ends_with(')');
        headings += line.text.starts_with("## ") || line.text.starts_with("### ");
    }
    return has_table(lines) || marks * 2 > filled || (headings > 1 && (pictures > 1 || marks * 3 > filled));
}

} // namespace knowwho
