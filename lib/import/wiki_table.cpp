// SPDX-License-Identifier: MIT
#include "import/wiki_table.hpp"

#include "import/cell_evidence.hpp"
#include "import/header_row.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t looked_at_bytes = 65536;

template <typename Take>
void for_each_wiki_line(std::string_view text, Take take)
{
    for (int number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        take(trim(text.substr(0, end)), number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// "style=... | Anna Berg": attributes stand in front of a single bar. "[[Anna Berg|Anna]]" is shown as "Anna".
std::string_view content_of(std::string_view cell)
{
    cell = trim(cell);
    auto const bar = cell.find('|');
    if (bar != cell.npos && cell.substr(0, bar).find('=') != cell.npos && cell.substr(0, bar).find("[[") == cell.npos) {
        cell = trim(cell.substr(bar + 1));
    }
    if (cell.starts_with("[[") && cell.ends_with("]]")) {
        cell = cell.substr(2, cell.size() - 4);
        cell = cell.substr(cell.find('|') + 1);
    }
    while (cell.starts_with('\'') && cell.ends_with('\'') && cell.size() > 4) {
        cell = cell.substr(1, cell.size() - 2);
    }
    return cell;
}

class WikiReader {
public:
    explicit WikiReader(FoundTables& found) : m_found(found) {}

    void take(std::string_view line, int number)
    {
        if (line.starts_with("{|")) {
            m_inside = true;
            m_raw = {};
            m_open = false;
        } else if (m_inside && line.starts_with("|}")) {
            finish();
        } else if (m_inside && line.starts_with("|-")) {
            m_open = false;
        } else if (m_inside && !line.starts_with("|+") && (line.starts_with('|') || line.starts_with('!'))) {
            take_cells(line.substr(1), line[0] == '!' ? "!!" : "||", number);
        }
    }

    void finish()
    {
        m_inside = false;
        if (!m_raw.rows.empty()) {
            for (auto& table : find_headers(std::move(m_raw), m_found.problems)) {
                m_found.tables.push_back(std::move(table));
            }
        }
        m_raw = {};
    }

private:
    void take_cells(std::string_view line, std::string_view sign, int number)
    {
        if (!m_open) {
            m_raw.add_row(number);
            m_open = true;
        }
        while (true) {
            auto const end = line.find(sign);
            m_raw.add_cell(content_of(line.substr(0, end)));
            if (end == line.npos) {
                return;
            }
            line.remove_prefix(end + sign.size());
        }
    }

    FoundTables& m_found;
    Table m_raw;
    bool m_inside = false;
    bool m_open = false; ///< a row that further cells belong to
};

} // namespace

bool looks_like_wiki_table(std::string_view text)
{
    bool opened = false;
    bool parted = false;
    for_each_wiki_line(text.substr(0, looked_at_bytes), [&](std::string_view line, int) {
        opened |= line.starts_with("{|");
        parted |= opened && line.starts_with("|-");
    });
    return parted;
}

FoundTables read_wiki_tables(std::string_view text)
{
    FoundTables found;
    found.format = "wiki";
    found.dialect = "a table";
    WikiReader reader(found);
    for_each_wiki_line(text, [&](std::string_view line, int number) { reader.take(line, number); });
    reader.finish();
    return found;
}

} // namespace knowwho
