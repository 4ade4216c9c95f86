// SPDX-License-Identifier: MIT
#include "import/block_reading.hpp"

#include "import/find_people.hpp"
#include "import/header_row.hpp"
#include "import/repaired_text.hpp"
#include "text/charset.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_pending = std::size_t{1} << 24; // bytes that may wait for the end of a row

} // namespace

BlockReading::BlockReading(ListReading& reading, ReadOptions const& options, TakeRow take, Watch const& watch)
    : m_reading(reading), m_options(options), m_take(std::move(take)), m_watch{{}, watch.stop}
{
}

void BlockReading::feed(std::string_view bytes, bool last)
{
    decode_whole_lines(bytes, last);
    auto const first = !m_read_rows;
    if (first) {
        m_dialect = find_dialect(m_text, m_options.delimiter);
    }
    Texts texts;
    auto const endless = m_text.size() > longest_pending; // a row that goes on and on is cut here
    auto block = split_block(m_text, m_dialect, m_line, last || endless, texts, m_reading.problems);
    auto const used = block.used;
    m_line = block.next_line;
    m_dialect.begin = 0;
    if (first) {
        open(std::move(block));
    } else {
        m_read_rows(block.table, m_watch);
    }
    m_text.erase(0, used);
}

void BlockReading::decode_whole_lines(std::string_view bytes, bool last)
{
    auto const end = last ? bytes.size() : std::max(bytes.rfind('\n') + 1, bytes.rfind('\r') + 1);
    m_bytes += bytes.substr(0, end);
    if (last || end > 0) {
        auto decoded = decode(m_bytes, {}, m_options.encoding);
        m_text += repaired(std::move(decoded.text));
        m_bytes.clear();
        m_reading.encoding = m_reading.encoding.empty() ? decoded.encoding : m_reading.encoding;
    }
    m_bytes += bytes.substr(end);
}

void BlockReading::open(BlockOfRows block)
{
    FoundTables found;
    found.tables = find_headers(std::move(block.table), found.problems);
    found.tables.resize(1);
    m_reading.titles = found.tables.front().titles;
    understand_all(found, m_options);
    auto const& table = found.tables.front();
    m_reading.format = m_dialect.delimiter == '\t' ? "tsv" : "csv";
    m_reading.header_line = table.header_line;
    m_reading.dialect = describe(m_dialect, table.header_line);
    m_reading.columns = found.columns.front();
    m_reading.problems.insert(m_reading.problems.end(), found.problems.begin(), found.problems.end());
    m_read_rows = row_reader(table, found.columns.front(), m_take, m_reading.problems);
    m_read_rows(table, m_watch);
}

} // namespace knowwho
