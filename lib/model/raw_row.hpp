// SPDX-License-Identifier: MIT
// The cells of somebody's row as they were read: kept whole, and small, as there may be many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One cell. `header` is empty where the list has none.
struct RawCell {
    std::string header;
    std::string value;

    friend bool operator==(RawCell const&, RawCell const&) = default;
};

/// Every cell in order, nothing dropped. Rows that were joined stand behind each other; the headers of a
/// list are shared by all its rows.
class RawRow {
public:
    using Headers = std::vector<std::string>;
    using SharedHeaders = std::shared_ptr<Headers const>;

    /// The cells of one row of one list.
    struct Part {
        SharedHeaders headers; ///< never null; cells beyond them have none
        std::string cells;     ///< each behind its length, four bytes of this machine's order
    };

    /// A look at one cell; lives as long as the row stays as it is.
    struct Cell {
        std::string_view header;
        std::string_view value;
    };

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Cell;
        using difference_type = std::ptrdiff_t;
        using pointer = Cell const*;
        using reference = Cell;

        Iterator() = default;
        Cell operator*() const;
        Iterator& operator++();
        Iterator operator++(int);
        friend bool operator==(Iterator const&, Iterator const&) = default;

    private:
        friend RawRow;
        Iterator(std::vector<Part> const& parts, std::size_t part) : m_parts(&parts), m_part(part) { pass_empty(); }
        void pass_empty();

        std::vector<Part> const* m_parts = nullptr;
        std::size_t m_part = 0;
        std::size_t m_column = 0;
        std::size_t m_at = 0; ///< where the cell's length stands
    };
    using const_iterator = Iterator;
    using iterator = Iterator;
    using value_type = Cell;

    RawRow() = default;
    RawRow(std::initializer_list<RawCell> cells);

    /// The cells added from here on are those of a row under these headers.
    void begin_part(SharedHeaders headers, std::size_t bytes_expected = 0);

    /// The next cell of the row begun last.
    void add(std::string_view value);

    /// Whether all rows joined in the other one stand in this one.
    bool contains(RawRow const& other) const;
    void append(RawRow const& other);

    bool empty() const noexcept;
    std::size_t size() const; ///< cells
    Iterator begin() const { return {m_parts, 0}; }
    Iterator end() const { return {m_parts, m_parts.size()}; }
    std::vector<Part> const& parts() const noexcept { return m_parts; }

    friend bool operator==(RawRow const& a, RawRow const& b);

private:
    std::vector<Part> m_parts;
};

/// Hands on the values of one row of one list.
template <typename Take>
void for_each_cell(RawRow::Part const& part, Take take)
{
    std::string_view rest = part.cells;
    while (!rest.empty()) {
        std::uint32_t length = 0;
        std::memcpy(&length, rest.data(), sizeof length);
        take(rest.substr(sizeof length, length));
        rest.remove_prefix(sizeof length + length);
    }
}

/// By their words.
bool operator==(RawRow::Cell const& a, RawRow::Cell const& b) noexcept;

} // namespace knowwho
