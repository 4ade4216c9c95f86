// SPDX-License-Identifier: MIT
#include "store/raw_rows.hpp"

#include "store/array_writer.hpp"
#include "store/connection.hpp"
#include "store/query.hpp"
#include "store/stored_values.hpp"
#include "text/utf8.hpp"

#include <charconv>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

namespace knowwho {
namespace {

/// Rows written before the headers had a table of their own: header, value, header, value.
bool is_pairwise(std::string_view json) { return json.starts_with("[\""); }

std::int64_t key_of(Notebook& notebook, RawRow::SharedHeaders const& headers)
{
    auto& known = notebook.connection().raw_headers;
    if (known.written == headers) {
        return known.key;
    }
    auto const text = stored(std::span<std::string const>{*headers});
    auto query = Query{notebook, "SELECT min(id) FROM raw_header WHERE headers = ?"};
    query.bind(text);
    auto key = query.next() ? query.integer(0) : 0;
    if (key == 0) {
        Query{notebook, "INSERT INTO raw_header (headers) VALUES (?)"}.bind(text).run();
        key = last_key(notebook);
    }
    known.written = headers;
    known.key = key;
    return key;
}

RawRow::SharedHeaders headers_of(Notebook const& notebook, std::int64_t key)
{
    auto& headers = notebook.connection().raw_headers.read[key];
    if (headers == nullptr) {
        auto query = Query{notebook, "SELECT headers FROM raw_header WHERE id = ?"};
        query.bind(key);
        headers = std::make_shared<RawRow::Headers const>(query.next() ? stored_texts(query.text(0)) : RawRow::Headers{});
    }
    return headers;
}

/// Hands on the keys and values of a row without an escape; false, perhaps after some of them, for the parser's.
template <typename TakeKey, typename TakeValue>
bool read_plainly(std::string_view json, TakeKey take_key, TakeValue take_value)
{
    if (json.size() < 2 || json.front() != '[' || json.back() != ']' || json.find('\\') != json.npos || !is_utf8(json)) {
        return false;
    }
    for (json = json.substr(1, json.size() - 2); !json.empty(); json.remove_prefix(json.starts_with(',') ? 1 : 0)) {
        if (json.front() == '"') {
            auto const end = json.find('"', 1);
            if (end == json.npos) {
                return false;
            }
            take_value(json.substr(1, end - 1));
            json.remove_prefix(end + 1);
        } else {
            auto key = std::int64_t{0};
            auto const end = std::from_chars(json.data(), json.data() + json.size(), key).ptr;
            if (end == json.data()) {
                return false;
            }
            take_key(key);
            json.remove_prefix(static_cast<std::size_t>(end - json.data()));
        }
    }
    return true;
}

template <typename TakeKey, typename TakeValue>
void read_by_parser(std::string_view json, TakeKey take_key, TakeValue take_value)
{
    auto const array = nlohmann::json::parse(json, nullptr, false);
    if (!array.is_array()) {
        return; // damaged by hand: it loses itself only
    }
    for (auto const& element : array) {
        if (element.is_number_integer()) {
            take_key(element.get<std::int64_t>());
        } else if (element.is_string()) {
            take_value(std::string_view{element.get_ref<std::string const&>()});
        }
    }
}

RawRow read_pairs(std::string_view json)
{
    auto const cells = stored_cells(json);
    auto headers = RawRow::Headers{};
    for (auto const& cell : cells) {
        headers.push_back(cell.header);
    }
    auto row = RawRow{};
    row.begin_part(std::make_shared<RawRow::Headers const>(std::move(headers)));
    for (auto const& cell : cells) {
        row.add(cell.value);
    }
    return row;
}

} // namespace

std::string stored_raw(Notebook& notebook, RawRow const& row)
{
    auto array = ArrayWriter{};
    for (auto const& part : row.parts()) {
        array.reserve(part.cells.size() * row.parts().size() + 16);
        array.add(key_of(notebook, part.headers));
        for_each_cell(part, [&](std::string_view value) { array.add(value); });
    }
    return array.finish();
}

RawRow read_raw(Notebook const& notebook, std::string_view json)
{
    if (is_pairwise(json)) {
        return read_pairs(json);
    }
    auto row = RawRow{};
    auto const take_key = [&](std::int64_t key) { row.begin_part(headers_of(notebook, key), json.size()); };
    auto const take_value = [&](std::string_view value) {
        if (!row.parts().empty()) {
            row.add(value);
        }
    };
    if (!read_plainly(json, take_key, take_value)) {
        row = {};
        read_by_parser(json, take_key, take_value);
    }
    return row;
}

std::vector<std::string> raw_values(std::string_view json)
{
    auto values = std::vector<std::string>{};
    auto const pairs = is_pairwise(json);
    auto count = 0;
    auto const take_key = [](std::int64_t) {};
    auto const take_value = [&](std::string_view value) {
        if ((!pairs || ++count % 2 == 0) && !value.empty()) {
            values.emplace_back(value);
        }
    };
    if (!read_plainly(json, take_key, take_value)) {
        values.clear();
        count = 0;
        read_by_parser(json, take_key, take_value);
    }
    return values;
}

} // namespace knowwho
