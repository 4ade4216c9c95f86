// SPDX-License-Identifier: MIT
#include "import/labelled_text.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t looked_at = 65536; // bytes that show the form of the file
constexpr std::size_t longest_label = 40;
constexpr std::size_t most_labels = 100;
constexpr std::size_t longest_value = 20000;

struct LabelledLine {
    std::size_t indent = 0; ///< of the label, behind a dash
    bool dash = false;      ///< "- " opens an entry of a list
    std::size_t dash_indent = 0;
    std::string_view label; ///< empty: the line has none
    std::string_view value;
    int number = 0;
};

std::string_view without_quotes(std::string_view text)
{
    text = trim(text);
    if (text.ends_with(',') && text.size() > 1 && (text[text.size() - 2] == '"' || text[text.size() - 2] == '\'' || text[text.size() - 2] == '`')) {
        text.remove_suffix(1);
    }
    auto const quoted = text.size() > 1 && text.front() == text.back() && std::string_view("\"'`").find(text.front()) != std::string_view::npos;
    return quoted ? text.substr(1, text.size() - 2) : text;
}

/// Words only; an address or a time has its colon elsewhere.
bool is_label(std::string_view text)
{
    auto const signs = text.find_first_of(",;.<>@/()|{}[]!?");
    return !text.empty() && text.size() <= longest_label && signs == text.npos && !is_number(text) && std::count(text.begin(), text.end(), ' ') < 4;
}

LabelledLine cut_label(std::string_view line, int number)
{
    LabelledLine cut;
    cut.number = number;
    auto begin = std::min(line.find_first_not_of(" \t"), line.size());
    cut.dash_indent = begin;
    if (line.substr(begin).starts_with("- ")) {
        cut.dash = true;
        begin = std::min(line.find_first_not_of(" \t", begin + 1), line.size());
    }
    cut.indent = begin;
    auto const rest = line.substr(begin);
    auto const colon = rest.find(':');
    auto const label = without_quotes(rest.substr(0, std::min(colon, rest.size())));
    if (colon != rest.npos && (colon + 1 == rest.size() || rest[colon + 1] == ' ' || rest[colon + 1] == '\t' || rest[colon + 1] == '\r') && is_label(label)) {
        cut.label = label;
        cut.value = without_quotes(rest.substr(colon + 1));
    } else {
        cut.value = without_quotes(rest);
    }
    return cut;
}

template <typename Take>
void for_each_line(std::string_view text, Take take)
{
    for (int number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        take(cut_label(text.substr(0, end), number));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// "{", "},", "[": they part records in code, and say nothing else.
bool is_bracket(std::string_view text) { return !text.empty() && text.find_first_not_of("{}[](),;") == text.npos; }
bool is_comment(std::string_view text) { return text.starts_with('#') || text == "---" || text == "..." || text.starts_with("//"); }

class LabelledReader {
public:
    explicit LabelledReader(Texts& texts) : m_texts(texts) {}

    Table read(std::string_view text)
    {
        for_each_line(text, [&](LabelledLine const& line) { take(line); });
        finish();
        return to_table();
    }

private:
    struct Record {
        int line = 0;
        std::map<std::size_t, std::string> cells;
    };

    void take(LabelledLine const& line)
    {
        if (line.label.empty()) {
            take_plain(line);
            return;
        }
        auto const column = column_of(line.label);
        auto const opens = line.dash && (m_record.cells.empty() || line.dash_indent <= m_dash);
        auto const again = m_record.cells.contains(column) && line.indent <= m_indent && !line.dash;
        if (opens || again || (m_blank && m_first == column)) {
            finish();
        }
        m_blank = false;
        if (column == most_labels) {
            return;
        }
        if (m_record.cells.empty()) {
            m_record.line = line.number;
            m_indent = line.indent;
            m_dash = line.dash ? line.dash_indent : m_dash;
            m_first = m_first.value_or(column);
        }
        auto const marks_block = line.value == ">" || line.value == "|" || line.value == ">-" || line.value == "|-";
        m_open = &m_record.cells.try_emplace(column, marks_block || is_bracket(line.value) ? std::string{} : std::string(line.value)).first->second;
    }

    void take_plain(LabelledLine const& line)
    {
        auto const text = trim(line.value);
        if (text.empty() || is_bracket(text) || is_comment(text)) {
            m_blank |= text.empty();
            m_open = text.empty() ? nullptr : m_open;
            return;
        }
        if (m_open != nullptr && m_open->size() < longest_value) {
            *m_open += (m_open->empty() ? "" : line.dash ? "; " : " ") + std::string(text);
        }
    }

    std::size_t column_of(std::string_view label)
    {
        if (auto const known = m_columns.find(std::string(label)); known != m_columns.end()) {
            return known->second;
        }
        if (m_labels.size() >= most_labels) {
            return most_labels;
        }
        m_columns.emplace(std::string(label), m_labels.size());
        m_labels.emplace_back(label);
        return m_labels.size() - 1;
    }

    void finish()
    {
        if (!m_record.cells.empty()) {
            m_records.push_back(std::move(m_record));
        }
        m_record = {};
        m_open = nullptr;
    }

    Table to_table()
    {
        Table table;
        table.headers = m_labels;
        table.header_line = 1;
        for (auto& record : m_records) {
            table.add_row(record.line);
            for (std::size_t column = 0; column < m_labels.size(); ++column) {
                auto const cell = record.cells.find(column);
                table.add_cell(cell == record.cells.end() ? std::string_view{} : m_texts.keep(std::move(cell->second)));
            }
        }
        return table;
    }

    Texts& m_texts;
    std::vector<std::string> m_labels;
    std::unordered_map<std::string, std::size_t> m_columns;
    std::vector<Record> m_records;
    Record m_record;
    std::string* m_open = nullptr;      ///< the value that a line without label goes on with
    std::optional<std::size_t> m_first; ///< the label that began the first record
    std::size_t m_indent = 0;
    std::size_t m_dash = 0;
    bool m_blank = false;
};

} // namespace

bool looks_labelled(std::string_view text)
{
    std::unordered_map<std::string_view, int> labels;
    int lines = 0;
    int labelled = 0;
    for_each_line(text.substr(0, looked_at), [&](LabelledLine const& line) {
        auto const content = trim(line.value);
        if (line.label.empty() && (content.empty() || is_bracket(content) || is_comment(content))) {
            return;
        }
        ++lines;
        if (!line.label.empty()) {
            ++labelled;
            ++labels[line.label];
        }
    });
    // In a list of people the words before the colons differ from line to line; labels come again and again.
    auto const repeated = std::count_if(labels.begin(), labels.end(), [](auto const& label) { return label.second > 1; });
    return labelled >= 4 && labelled * 10 >= lines * 6 && repeated >= 2 && int(labels.size()) * 2 <= labelled + 2;
}

FoundTables read_labelled(std::string_view text, Texts& texts)
{
    FoundTables found;
    found.format = "text";
    found.dialect = "records of labelled lines";
    found.tables.push_back(LabelledReader(texts).read(text));
    return found;
}

} // namespace knowwho
