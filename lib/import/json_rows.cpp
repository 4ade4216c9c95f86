// SPDX-License-Identifier: MIT
#include "import/json_rows.hpp"

#include "import/header_row.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr int deepest_rows = 40; // levels that are followed

std::optional<std::string> cell_text(json const& cell)
{
    if (cell.is_string()) {
        return cell.get<std::string>();
    }
    if (cell.is_null()) {
        return std::string{};
    }
    if (cell.is_number() || cell.is_boolean()) {
        return cell.dump();
    }
    for (auto const* key : {"text", "value", "label", "name", "title", "v"}) {
        if (auto const found = cell.is_object() ? cell.find(key) : cell.end(); cell.is_object() && found != cell.end() && !found->is_structured()) {
            return cell_text(*found);
        }
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> row_of(json const& cells)
{
    std::vector<std::string> row;
    for (auto const& cell : cells) {
        auto text = cell_text(cell);
        if (!text) {
            return std::nullopt;
        }
        row.push_back(std::move(*text));
    }
    return row;
}

/// The row itself, or the one array that an object holds.
json const* cells_in(json const& row)
{
    if (row.is_array()) {
        return &row;
    }
    if (!row.is_object()) {
        return nullptr;
    }
    json const* only = nullptr;
    for (auto const& value : row) {
        if (value.is_array()) {
            only = only == nullptr ? &value : &row;
        }
    }
    return only == &row ? nullptr : only;
}

class JsonRows {
public:
    JsonRows(Texts& texts, std::vector<Problem>& problems) : m_texts(texts), m_problems(problems) {}

    void walk(json const& value, json const* around, int depth)
    {
        if (!value.is_structured() || depth > deepest_rows || (value.is_array() && take(value, around))) {
            return;
        }
        for (auto const& child : value) {
            walk(child, value.is_object() ? &value : around, depth + 1);
        }
    }

    std::vector<Table> tables;

private:
    bool take(json const& rows, json const* around)
    {
        if (rows.size() < 2) {
            return false;
        }
        Table table;
        for (auto const& row : rows) {
            auto const* cells = cells_in(row);
            auto texts = cells == nullptr || cells->size() < 2 ? std::nullopt : row_of(*cells);
            if (!texts) {
                return false;
            }
            table.add_row(static_cast<int>(table.rows.size()) + 1);
            for (auto& text : *texts) {
                table.add_cell(m_texts.keep(std::move(text)));
            }
        }
        if (auto headers = headers_beside(around, table.width()); !headers.empty()) {
            table.headers = std::move(headers);
            table.header_line = 1;
            tables.push_back(std::move(table));
            return true;
        }
        auto found = find_headers(std::move(table), m_problems);
        std::move(found.begin(), found.end(), std::back_inserter(tables));
        return true;
    }

    static std::vector<std::string> headers_beside(json const* around, std::size_t width)
    {
        for (auto const* key : {"headers", "header", "columns", "fields"}) {
            auto const found = around == nullptr ? json::const_iterator{} : around->find(key);
            if (around != nullptr && found != around->end() && found->is_array() && found->size() == width) {
                return row_of(*found).value_or(std::vector<std::string>{});
            }
        }
        return {};
    }

    Texts& m_texts;
    std::vector<Problem>& m_problems;
};

} // namespace

std::vector<Table> read_json_rows(json const& document, Texts& texts, std::vector<Problem>& problems)
{
    JsonRows reader(texts, problems);
    reader.walk(document, nullptr, 0);
    return std::move(reader.tables);
}

} // namespace knowwho
