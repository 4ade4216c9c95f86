// SPDX-License-Identifier: MIT
#include "model/raw_row.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace knowwho {
namespace {

using Length = std::uint32_t;

Length length_at(std::string_view cells, std::size_t at)
{
    Length length = 0;
    std::memcpy(&length, cells.data() + at, sizeof length);
    return length;
}

std::size_t count_cells(RawRow::Part const& part)
{
    std::size_t count = 0;
    for_each_cell(part, [&](std::string_view) { ++count; });
    return count;
}

bool same_headers(RawRow::Part const& a, RawRow::Part const& b)
{
    return a.headers == b.headers || *a.headers == *b.headers;
}

bool same_part(RawRow::Part const& a, RawRow::Part const& b) { return a.cells == b.cells && same_headers(a, b); }

} // namespace

bool operator==(RawRow::Cell const& a, RawRow::Cell const& b) noexcept { return a.value == b.value && a.header == b.header; }

bool operator==(RawRow const& a, RawRow const& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

RawRow::RawRow(std::initializer_list<RawCell> cells)
{
    auto headers = Headers{};
    for (auto const& cell : cells) {
        headers.push_back(cell.header);
    }
    begin_part(std::make_shared<Headers const>(std::move(headers)));
    for (auto const& cell : cells) {
        add(cell.value);
    }
}

void RawRow::begin_part(SharedHeaders headers, std::size_t bytes_expected)
{
    m_parts.push_back({std::move(headers), {}});
    m_parts.back().cells.reserve(bytes_expected);
}

void RawRow::add(std::string_view value)
{
    auto& cells = m_parts.back().cells;
    auto const length = static_cast<Length>(value.size());
    char bytes[sizeof length];
    std::memcpy(bytes, &length, sizeof length);
    cells.append(bytes, sizeof bytes);
    cells.append(value.substr(0, length));
}

bool RawRow::contains(RawRow const& other) const
{
    return std::all_of(other.m_parts.begin(), other.m_parts.end(), [this](Part const& wanted) {
        if (std::any_of(m_parts.begin(), m_parts.end(), [&](Part const& part) { return same_part(part, wanted); })) {
            return true;
        }
        // Notebooks of before held joined rows as one.
        auto const count = count_cells(wanted);
        auto alone = RawRow{};
        alone.m_parts.push_back(wanted);
        return std::any_of(m_parts.begin(), m_parts.end(), [&](Part const& part) { return count_cells(part) > count; })
            && std::search(begin(), end(), alone.begin(), alone.end()) != end();
    });
}

void RawRow::append(RawRow const& other) { m_parts.insert(m_parts.end(), other.m_parts.begin(), other.m_parts.end()); }

bool RawRow::empty() const noexcept
{
    return std::all_of(m_parts.begin(), m_parts.end(), [](Part const& part) { return part.cells.empty(); });
}

std::size_t RawRow::size() const
{
    std::size_t count = 0;
    for (auto const& part : m_parts) {
        count += count_cells(part);
    }
    return count;
}

RawRow::Cell RawRow::Iterator::operator*() const
{
    auto const& part = (*m_parts)[m_part];
    auto const header = m_column < part.headers->size() ? std::string_view{(*part.headers)[m_column]} : std::string_view{};
    return {header, std::string_view{part.cells}.substr(m_at + sizeof(Length), length_at(part.cells, m_at))};
}

RawRow::Iterator& RawRow::Iterator::operator++()
{
    m_at += sizeof(Length) + length_at((*m_parts)[m_part].cells, m_at);
    ++m_column;
    pass_empty();
    return *this;
}

RawRow::Iterator RawRow::Iterator::operator++(int)
{
    auto const before = *this;
    ++*this;
    return before;
}

void RawRow::Iterator::pass_empty()
{
    while (m_part < m_parts->size() && m_at >= (*m_parts)[m_part].cells.size()) {
        ++m_part;
        m_at = 0;
        m_column = 0;
    }
}

} // namespace knowwho
