// SPDX-License-Identifier: MIT
// Reads a CSV file with a header (RFC 4180) for the yardsticks.
#pragma once

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace knowwho {

struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    /// The column of a name, or the number of columns if there is none.
    std::size_t column(std::string const& name) const
    {
        auto at = std::size_t{0};
        while (at < header.size() && header[at] != name) {
            ++at;
        }
        return at;
    }
};

inline CsvTable read_csv(char const* path)
{
    auto file = std::ifstream{path, std::ios::binary};
    auto const bytes = std::string{std::istreambuf_iterator<char>{file}, {}};
    auto table = CsvTable{};
    auto row = std::vector<std::string>{};
    auto cell = std::string{};
    auto quoted = false;
    auto const end_row = [&] {
        row.push_back(std::move(cell));
        cell.clear();
        if (table.header.empty()) {
            table.header = std::move(row);
        } else {
            row.resize(table.header.size());
            table.rows.push_back(std::move(row));
        }
        row.clear();
    };
    for (auto i = std::size_t{0}; i < bytes.size(); ++i) {
        auto const c = bytes[i];
        if (c == '"' && quoted && i + 1 < bytes.size() && bytes[i + 1] == '"') {
            cell += bytes[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            row.push_back(std::move(cell));
            cell.clear();
        } else if (c == '\n' && !quoted) {
            end_row();
        } else if (c != '\r' || quoted) {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty()) {
        end_row();
    }
    return table;
}

} // namespace knowwho
