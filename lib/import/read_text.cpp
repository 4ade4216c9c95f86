// SPDX-License-Identifier: MIT
#include "import/read_text.hpp"

#include "import/cell_evidence.hpp"
#include "import/header_row.hpp"
#include "import/html_records.hpp"
#include "import/name_pattern.hpp"
#include "import/name_runs.hpp"
#include "import/text_columns.hpp"
#include "import/text_habits.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace knowwho {
namespace {

constexpr double text_trust = 0.5;
constexpr std::size_t longest_paragraph = 20000; // bytes

/// "=====  ======", "----------": drawn under a title or around a table.
bool is_drawn(std::string_view text)
{
    return text.size() > 3 && text.find_first_not_of("=-_~*+ \t") == text.npos && (text.starts_with("==") || text.starts_with("--") || text.starts_with("__") || text.starts_with("~~") || text.starts_with("**") || text.starts_with("+-"));
}

std::vector<TextLine> cut_lines(std::string_view text)
{
    std::vector<TextLine> lines;
    int number = 0;
    int page = 0;
    bool edge = false;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        auto const feed = line.find('\f') != line.npos;
        if (feed && !lines.empty()) {
            lines.back().at_page_edge = true;
        }
        page += feed;
        auto content = trim(line);
        content = is_drawn(content) ? content.substr(0, 0) : content;
        auto const before = line.substr(0, static_cast<std::size_t>(content.data() - line.data()));
        auto const indent = before.size() - (before.rfind('\f') == before.npos ? 0 : before.rfind('\f') + 1);
        lines.push_back({content, ++number, content.empty() ? 0 : indent, page, feed || edge});
        edge = feed && content.empty();
    }
    return lines;
}

bool is_page_number(std::string_view text)
{
    return text.size() < 12 && text.find_first_not_of("0123456789 -/|.") == text.npos;
}

/// Running heads stand at the edge of many pages; page numbers alone in their line.
void drop_page_furniture(std::vector<TextLine>& lines)
{
    std::unordered_map<std::string_view, int> at_edges;
    for (auto const& line : lines) {
        if (line.at_page_edge && !line.text.empty()) {
            ++at_edges[line.text];
        }
    }
    for (auto& line : lines) {
        auto const head = at_edges.find(line.text);
        if ((head != at_edges.end() && head->second >= 3) || (!line.text.empty() && is_page_number(line.text))) {
            line.text = {};
        }
    }
}

bool has_gap(std::string_view text)
{
    return text.find("   ") != text.npos || text.find('\t') != text.npos;
}

/// Whether most lines are cut into cells by wide gaps.
bool has_columns(std::vector<TextLine> const& lines)
{
    int filled = 0;
    int gaps = 0;
    for (auto const& line : lines) {
        filled += !line.text.empty();
        gaps += has_gap(line.text);
    }
    return gaps >= 3 && gaps * 2 > filled;
}

std::string class_of(TextLine const& line)
{
    auto const bullet = line.text.starts_with("- ") || line.text.starts_with("* ") || line.text.starts_with("\u2022") || line.text.starts_with("+ ");
    auto const digits = std::min(line.text.find_first_not_of("0123456789"), line.text.size());
    auto const numbered = digits > 0 && digits < 5 && digits + 1 < line.text.size() && (line.text[digits] == '.' || line.text[digits] == ')') && line.text[digits + 1] == ' ';
    return bullet ? "bullet" : numbered ? "numbered" : line.indent >= 2 ? "indented" : "";
}

/// Paragraphs that name people one after the other, perhaps over several lines, as a line for each.
std::vector<TextLine> part_runs(std::vector<TextLine> const& lines, Texts& texts)
{
    std::vector<TextLine> parted;
    for (auto first = lines.begin(); first != lines.end();) {
        auto const end = std::find_if(first, lines.end(), [](TextLine const& line) { return line.text.empty(); });
        std::string paragraph;
        for (auto line = first; line != end && paragraph.size() < longest_paragraph; ++line) {
            paragraph.append(paragraph.empty() ? "" : " ").append(line->text);
        }
        auto const kept = texts.keep(std::move(paragraph));
        auto const entries = kept.size() < longest_paragraph ? entries_of_run(kept) : std::vector<std::string_view>{};
        for (auto const entry : entries) {
            parted.push_back({entry, first->number, 0, first->page, false});
        }
        if (entries.empty()) {
            std::copy(first, end, std::back_inserter(parted));
        }
        first = end;
        if (first != lines.end()) {
            parted.push_back(*first++);
        }
    }
    return parted;
}

/// A line that others are set in under.
bool heads_others(std::vector<TextLine> const& lines, std::size_t index)
{
    return index + 1 < lines.size() && !lines[index].text.empty() && !lines[index + 1].text.empty() && lines[index + 1].indent >= lines[index].indent + 2;
}

/// Whether people stand set in under their house or country, rather than what is known of them under their names.
bool names_are_set_in(std::vector<TextLine> const& lines)
{
    constexpr std::size_t enough_lines = 400;
    int heads = 0;
    int names_in_heads = 0;
    int others = 0;
    int names_in_others = 0;
    for (std::size_t index = 0; index < std::min(lines.size(), enough_lines); ++index) {
        if (lines[index].text.empty()) {
            continue;
        }
        auto const head = heads_others(lines, index);
        auto const name = read_person_line(lines[index].text).likelihood >= 0.5;
        (head ? heads : others) += 1;
        (head ? names_in_heads : names_in_others) += name;
    }
    return heads >= 2 && names_in_heads * 10 <= heads * 3 && names_in_others * 10 >= others * 6;
}

/// Blocks between blank lines as elements, their lines as elements inside.
HtmlPage to_page(std::vector<TextLine> const& lines)
{
    auto const with_heads = names_are_set_in(lines);
    HtmlPage page;
    page.elements.push_back({"", {}, HtmlElement::none, 1, 0, 0, {}});
    page.elements.push_back({"text", {}, 0, 1, 0, 0, {}});
    std::size_t block = HtmlElement::none;
    int blocks = 0;
    int line_in_block = 0;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        auto const& line = lines[number];
        auto const head = with_heads && heads_others(lines, number);
        if (line.text.empty() || head) {
            block = HtmlElement::none;
        }
        if (line.text.empty()) {
            continue;
        }
        if (head) {
            auto const index = page.lines.size();
            page.elements.push_back({"h3", {}, 1, ++blocks, index, index + 1, {}});
            page.lines.push_back({std::string(line.text), page.elements.size() - 1, {{std::string(line.text), page.elements.size() - 1}}, {}, line.number});
            continue;
        }
        if (block == HtmlElement::none) {
            block = page.elements.size();
            line_in_block = 0;
            page.elements.push_back({"block", {}, 1, ++blocks > 1 ? 2 : 1, page.lines.size(), 0, {}});
        }
        auto const index = page.lines.size();
        page.elements.push_back({"line", class_of(line), block, ++line_in_block, index, index + 1, {}});
        page.elements[block].end_line = index + 1;
        page.lines.push_back({std::string(line.text), page.elements.size() - 1, {{std::string(line.text), page.elements.size() - 1}}, {}, line.number});
    }
    page.elements[0].end_line = page.elements[1].end_line = page.lines.size();
    return page;
}

} // namespace

FoundTables read_text(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "text";
    found.header_trust = text_trust;
    auto lines = cut_lines(text);
    drop_page_furniture(lines);
    drop_letter_frame(lines);
    drop_buttons(lines);
    part_leaders(lines, texts);
    if (has_columns(lines)) {
        found.tables = find_headers(cut_at_gaps(lines, texts), found.problems);
        auto stacked = found.tables.front().header_line == 0 ? stack_newspaper_columns(lines, texts) : std::vector<TextLine>{};
        if (stacked.empty()) {
            found.dialect = "columns parted by blanks";
            found.header_trust = 1;
            return found;
        }
        found.tables.clear();
        found.problems.clear();
        lines = std::move(stacked);
    }
    found.dialect = "lines and blocks";
    lines = part_runs(follow_habits(lines, texts), texts);
    auto const page = to_page(lines);
    auto const names = find_names(page, std::vector<bool>(page.lines.size(), false));
    if (!names.empty()) {
        found.tables.push_back(records_to_table(page, names, texts));
    }
    return found;
}

} // namespace knowwho
