// SPDX-License-Identifier: MIT
#include "import/asciidoc_text.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t head_of_asciidoc = 65536; // bytes that tell the format
constexpr std::string_view table_fence = "|===";

template <typename Take>
void for_each_asciidoc_line(std::string_view text, Take take)
{
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        take(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// How many of `sign` the line begins with, a blank behind them; 0 if it does not.
std::size_t marks_in_front(std::string_view line, char sign)
{
    auto const marks = std::min(line.find_first_not_of(sign), line.size());
    return marks < line.size() && line[marks] == ' ' ? marks : 0;
}

/// ":toc:", "[cols=\"1,2\"]", ".Speakers", "// a remark", "----".
bool is_about_setting(std::string_view line)
{
    auto const attribute = line.starts_with(':') && line.find(':', 1) != line.npos && line.find(' ') > line.find(':', 1);
    auto const option = line.starts_with('[') && line.ends_with(']');
    auto const title = line.size() > 1 && line[0] == '.' && line[1] != ' ' && line[1] != '.';
    auto const fence = line.size() >= 4 && (line.find_first_not_of(line[0]) == line.npos) && std::string_view("-=*_.").find(line[0]) != std::string_view::npos;
    return attribute || option || title || fence || line.starts_with("//");
}

/// `*Anna Berg*` is bold with one star.
std::string with_bold(std::string_view line)
{
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
        auto const single = line[at] == '*' && (at == 0 || line[at - 1] != '*') && (at + 1 == line.size() || line[at + 1] != '*');
        text.append(single ? "**" : std::string(1, line[at]));
    }
    return text;
}

/// "cols=\"2,2,3\"", "cols=\"3*\"": the number of columns; 0 if the line says none.
std::size_t columns_said_in(std::string_view line)
{
    auto const begin = line.find("cols=");
    if (begin == line.npos) {
        return 0;
    }
    auto const value = line.substr(begin + 5);
    auto const times = value.find('*');
    if (times != value.npos && times > 0 && value[times - 1] >= '1' && value[times - 1] <= '9') {
        return static_cast<std::size_t>(value[times - 1] - '0');
    }
    auto const close = value.starts_with('"') ? value.find('"', 1) : value.find_first_of(",]");
    return static_cast<std::size_t>(1 + std::count(value.begin(), value.begin() + std::ptrdiff_t(std::min(close, value.size())), ','));
}

class AsciidocWriter {
public:
    void take(std::string_view line)
    {
        if (line == table_fence) {
            m_inside ? close() : open();
        } else if (m_inside) {
            take_cells(line);
        } else {
            m_columns = std::max(m_columns, columns_said_in(line));
            m_markdown.append(plain(line));
        }
        m_markdown.push_back('\n');
    }

    std::string finish()
    {
        flush();
        return std::move(m_markdown);
    }

private:
    static std::string plain(std::string_view line)
    {
        if (line.empty() || is_about_setting(line)) {
            return {};
        }
        if (auto const level = marks_in_front(line, '='); level > 0) {
            return std::string(std::min<std::size_t>(level, 6), '#') + std::string(line.substr(level));
        }
        for (auto const& [sign, mark] : {std::pair{'*', "- "}, std::pair{'-', "- "}, std::pair{'.', "1. "}}) {
            if (auto const depth = marks_in_front(line, sign); depth > 0) {
                return std::string(3 * (depth - 1), ' ') + mark + with_bold(trim(line.substr(depth)));
            }
        }
        return with_bold(line);
    }

    void open()
    {
        m_inside = true;
        m_markdown.append("|---|");
    }

    void close()
    {
        flush();
        m_inside = false;
        m_columns = 0;
    }

    /// A row ends with its last cell; where nothing says how many there are, with the first line of cells.
    void take_cells(std::string_view line)
    {
        auto bar = line.find('|');
        if (bar == line.npos && !m_row.empty() && !line.empty()) { // goes on with the cell above
            m_row.back().append(" ").append(line);
        }
        if (m_row.size() == m_columns) {
            flush();
        }
        m_markdown.push_back('|');
        while (bar != line.npos) {
            auto const next = line.find('|', bar + 1);
            if (m_columns > 0 && m_row.size() == m_columns) {
                flush();
            }
            m_row.emplace_back(trim(line.substr(bar + 1, next == line.npos ? next : next - bar - 1)));
            m_row_end = m_markdown.size();
            bar = next;
        }
        m_columns = m_columns == 0 ? m_row.size() : m_columns;
    }

    /// The row stands in the line of its last cell; a second one of that line in a line of its own.
    void flush()
    {
        std::string row;
        for (auto const& cell : m_row) {
            row.append(" ").append(cell).append(" |");
        }
        if (!m_row.empty()) {
            auto const second = m_row_end > 1 && m_markdown[m_row_end - 2] != '\n';
            m_markdown.insert(m_row_end, second ? "\n|" + row : row);
        }
        m_row.clear();
    }

    std::string m_markdown;
    std::vector<std::string> m_row;
    std::size_t m_columns = 0;
    std::size_t m_row_end = 0; ///< where the row is written in the text
    bool m_inside = false;
};

} // namespace

bool looks_like_asciidoc(std::string_view text)
{
    int fences = 0;
    int headings = 0;
    int settings = 0;
    int marked = 0;
    for_each_asciidoc_line(text.substr(0, head_of_asciidoc), [&](std::string_view line) {
        fences += line == table_fence;
        headings += marks_in_front(line, '=') > 0 && !line.ends_with('=');
        settings += line.starts_with(':') && line.ends_with(':');
        marked += marks_in_front(line, '*') > 0 || marks_in_front(line, '.') > 0;
    });
    return fences >= 2 || (headings > 0 && (headings > 1 || settings > 0 || marked > 1));
}

std::string asciidoc_to_markdown(std::string_view text)
{
    AsciidocWriter writer;
    for_each_asciidoc_line(text, [&](std::string_view line) { writer.take(line); });
    return writer.finish();
}

} // namespace knowwho
