// SPDX-License-Identifier: MIT
#include "import/workbook.hpp"

#include "import/archive.hpp"
#include "import/header_row.hpp"
#include "model/error.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <set>
#include <vector>

namespace knowwho {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t columns_of_excel = 16384; // what Excel itself allows
constexpr std::size_t most_cells = 20'000'000;
constexpr std::size_t most_merges = 2000;
constexpr int rows_of_excel = 1'048'576;

struct Sheet {
    std::string name;
    std::string path;
    bool hidden = false;
};

/// Namespace prefixes differ from program to program.
std::string_view local_name(pugi::xml_node node)
{
    std::string_view const name = node.name();
    auto const colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    for (auto const inner : node.children()) {
        if (local_name(inner) == name) {
            return inner;
        }
    }
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (auto const& a : node.attributes()) {
        std::string_view const full = a.name();
        if (full == name || (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == ':')) {
            return a.value();
        }
    }
    return {};
}

/// All `t` below, phonetic hints left out: the runs of a rich text.
void append_text(pugi::xml_node node, std::string& text, bool run = false)
{
    for (auto const inner : node.children()) {
        auto const name = local_name(inner);
        if (name == "t") {
            text += inner.text().get();
        } else if (name == "r" && !run) { // runs hold no runs
            append_text(inner, text, true);
        }
    }
}

/// The days since 1899-12-30 as a date (Hinnant's civil_from_days), with the time of day if there is one.
std::string date_text(double serial, bool with_1904)
{
    auto const shifted = serial + (with_1904 ? 1462 : 0);
    auto const day = std::floor(shifted);
    auto const minutes = static_cast<int>(std::lround((shifted - day) * 24 * 60));
    std::chrono::sys_days const date{std::chrono::days(static_cast<int>(day) - 25569)};
    std::chrono::year_month_day const ymd{date};
    auto const time = fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    if (day < 1) {
        return time;
    }
    auto const text = fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
    return minutes == 0 ? text : text + " " + time;
}

/// Whether a number format shows a date: letters of dates outside of quotes and brackets.
bool is_date_format(std::string_view code)
{
    bool quoted = false;
    bool bracket = false;
    for (char const c : code) {
        quoted ^= c == '"';
        bracket = c == '[' ? true : c == ']' ? false : bracket;
        if (!quoted && !bracket && "ymdhsYMDHSjJtT"sv.find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

class WorkbookReader {
public:
    WorkbookReader(std::string_view bytes, Texts& texts) : m_archive(bytes), m_texts(texts) {}

    FoundTables read(std::string const& wanted)
    {
        FoundTables found;
        found.format = "xlsx";
        auto const sheets = find_sheets();
        check_wanted(sheets, wanted);
        read_shared_strings();
        read_styles();
        std::string names;
        for (auto const& sheet : sheets) {
            found.sheets.push_back(sheet.name);
            if (!wanted.empty() ? sheet.name != wanted : sheet.hidden) {
                if (wanted.empty()) {
                    found.problems.push_back({Severity::note, {}, 0, 0, sheet.name, "A hidden sheet; left out.", fmt::format("Read it with --sheet '{}'.", sheet.name)});
                }
                continue;
            }
            names += (names.empty() ? "" : ", ") + sheet.name;
            for (auto& table : find_headers(read_sheet(sheet), found.problems)) {
                table.section = table.section.empty() ? sheet.name : table.section;
                found.tables.push_back(std::move(table));
            }
        }
        found.dialect = "sheets " + names;
        return found;
    }

private:
    pugi::xml_document const& load(std::string const& path)
    {
        m_content = m_archive.read(path).value_or(std::string{});
        m_document.reset();
        m_document.load_buffer_inplace(m_content.data(), m_content.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
        return m_document;
    }

    std::vector<Sheet> find_sheets()
    {
        std::map<std::string, std::string, std::less<>> targets;
        for (auto const relation : load("xl/_rels/workbook.xml.rels").document_element().children()) {
            std::string target(attribute(relation, "Target"));
            targets[std::string(attribute(relation, "Id"))] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
        std::vector<Sheet> sheets;
        auto const workbook = load("xl/workbook.xml").document_element();
        auto const epoch = attribute(child(workbook, "workbookPr"), "date1904");
        m_1904 = epoch == "1" || epoch == "true";
        for (auto const node : child(workbook, "sheets").children()) {
            auto const target = targets.find(attribute(node, "id"));
            auto const state = attribute(node, "state");
            if (target != targets.end()) {
                sheets.push_back({std::string(attribute(node, "name")), target->second, state == "hidden" || state == "veryHidden"});
            }
        }
        return sheets;
    }

    static void check_wanted(std::vector<Sheet> const& sheets, std::string const& wanted)
    {
        if (sheets.empty()) {
            throw Error(ExitCode::input, "the workbook has no sheets that can be read", "open it in a spreadsheet program and save it again, or as CSV");
        }
        std::string names;
        for (auto const& sheet : sheets) {
            if (sheet.name == wanted) {
                return;
            }
            names += fmt::format("{}'{}'", names.empty() ? "" : ", ", sheet.name);
        }
        if (!wanted.empty()) {
            throw Error(ExitCode::usage, fmt::format("the workbook has no sheet '{}'", wanted), "its sheets are " + names);
        }
    }

    void read_shared_strings()
    {
        for (auto const item : load("xl/sharedStrings.xml").document_element().children()) {
            std::string text;
            append_text(item, text);
            m_strings.push_back(m_texts.keep(std::move(text)));
        }
    }

    void read_styles()
    {
        auto const styles = load("xl/styles.xml").document_element();
        std::set<int> dates{14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47};
        for (auto const format : child(styles, "numFmts").children()) {
            if (is_date_format(attribute(format, "formatCode"))) {
                dates.insert(std::atoi(std::string(attribute(format, "numFmtId")).c_str()));
            }
        }
        for (auto const style : child(styles, "cellXfs").children()) {
            m_is_date.push_back(dates.contains(std::atoi(std::string(attribute(style, "numFmtId")).c_str())));
        }
    }

    Table read_sheet(Sheet const& sheet)
    {
        Table table;
        int line = 0;
        auto const root = load(sheet.path).document_element();
        auto merges = find_merges(root);
        for (auto const row : child(root, "sheetData").children()) {
            auto const number = std::atoi(std::string(attribute(row, "r")).c_str());
            line = number > line && number <= rows_of_excel ? number : line + 1;
            m_row.clear();
            for (auto const cell : row.children()) {
                read_cell(cell);
            }
            fill_merged(merges, line);
            table.add_row(line);
            for (auto const cell : m_row) {
                table.add_cell(cell);
            }
            if (table.cells.size() > most_cells) {
                return table;
            }
        }
        return table;
    }

    void read_cell(pugi::xml_node cell)
    {
        auto const column = column_of(attribute(cell, "r"), m_row.size());
        if (column < columns_of_excel) {
            m_row.resize(column);
            m_row.push_back(value_of(cell));
        }
    }

    /// Cells of one column drawn together over several rows.
    struct Merge {
        std::size_t column = 0;
        int first = 0;
        int last = 0;
        std::string_view text;
    };

    static std::vector<Merge> find_merges(pugi::xml_node sheet)
    {
        std::vector<Merge> merges;
        for (auto const node : child(sheet, "mergeCells").children()) {
            auto const range = attribute(node, "ref");
            auto const colon = std::min(range.find(':'), range.size());
            Merge const merge{column_of(range.substr(0, colon), 0), row_of(range.substr(0, colon)), row_of(range.substr(std::min(colon + 1, range.size()))), {}};
            if (merge.last > merge.first && merge.first > 0 && merges.size() < most_merges) {
                merges.push_back(merge);
            }
        }
        return merges;
    }

    static int row_of(std::string_view reference)
    {
        auto const digit = std::min(reference.find_first_of("123456789"), reference.size());
        return std::atoi(std::string(reference.substr(digit)).c_str());
    }

    void fill_merged(std::vector<Merge>& merges, int line)
    {
        for (auto& merge : merges) {
            if (line < merge.first || line > merge.last || merge.column >= columns_of_excel) {
                continue;
            }
            if (merge.column >= m_row.size()) {
                m_row.resize(merge.column + 1);
            }
            auto& cell = m_row[merge.column];
            merge.text = line == merge.first ? cell : merge.text;
            cell = cell.empty() ? merge.text : cell;
        }
    }

    /// "AB12" is the 28th column, counted from 0; without a reference the next one.
    static std::size_t column_of(std::string_view reference, std::size_t next)
    {
        std::size_t column = 0;
        for (char const c : reference.substr(0, 4)) {
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
            }
        }
        return column == 0 ? next : std::max(column - 1, next);
    }

    std::string_view value_of(pugi::xml_node cell)
    {
        auto const type = attribute(cell, "t");
        std::string_view const value = child(cell, "v").text().get();
        if (type == "s") {
            auto const index = static_cast<std::size_t>(std::strtoul(std::string(value).c_str(), nullptr, 10));
            return index < m_strings.size() ? m_strings[index] : std::string_view{};
        }
        if (type == "inlineStr") {
            std::string text;
            append_text(child(cell, "is"), text);
            return m_texts.keep(std::move(text));
        }
        if (type == "e") {
            return {};
        }
        auto const style = static_cast<std::size_t>(std::strtoul(std::string(attribute(cell, "s")).c_str(), nullptr, 10));
        if ((type.empty() || type == "n") && !value.empty() && style < m_is_date.size() && m_is_date[style]) {
            auto const serial = std::strtod(std::string(value).c_str(), nullptr);
            if (serial >= 0 && serial < 2958466) {
                return m_texts.keep(date_text(serial, m_1904));
            }
        }
        if (type == "b") {
            return value == "1" ? "yes"sv : "no"sv;
        }
        return m_texts.keep(std::string(value));
    }

    Archive m_archive;
    Texts& m_texts;
    std::string m_content;
    pugi::xml_document m_document;
    std::vector<std::string_view> m_strings;
    std::vector<bool> m_is_date;
    std::vector<std::string_view> m_row; ///< the row that is being read
    bool m_1904 = false;
};

} // namespace

bool looks_like_workbook(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04"sv) && bytes.find("xl/workbook.xml") != bytes.npos;
}

FoundTables read_workbook(std::string_view bytes, std::string const& sheet, Texts& texts)
{
    return WorkbookReader(bytes, texts).read(sheet);
}

} // namespace knowwho
