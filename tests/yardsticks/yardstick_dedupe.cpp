// links: identity
// SPDX-License-Identifier: MIT
// Finds the duplicates of a CSV file and prints `rec_id,cluster_id`. Only the columns' names are declared.
#include "csv_table.hpp"

#include "identity/duplicates.hpp"

#include <algorithm>
#include <deque>
#include <iostream>
#include <map>
#include <optional>
#include <string>

using namespace knowwho;

namespace {

FieldKind kind_of(std::string const& header)
{
    static std::map<std::string, FieldKind> const kinds{
        {"given", FieldKind::given}, {"given_name", FieldKind::given}, {"first_name", FieldKind::given}, {"fname_c1", FieldKind::given},
        {"family", FieldKind::family}, {"surname", FieldKind::family}, {"lname_c1", FieldKind::family}, {"name", FieldKind::full_name},
        {"full_name", FieldKind::full_name}, {"dob", FieldKind::date}, {"date_of_birth", FieldKind::date}, {"email", FieldKind::email},
        {"org", FieldKind::organisation}, {"affiliation", FieldKind::organisation}, {"city", FieldKind::place}, {"suburb", FieldKind::place},
        {"birth_place", FieldKind::place}, {"postcode", FieldKind::code}, {"postcode_fake", FieldKind::code}, {"soc_sec_id", FieldKind::code},
        {"address_1", FieldKind::text}, {"occupation", FieldKind::text}, {"role", FieldKind::text}, {"street_number", FieldKind::text},
        {"event", FieldKind::list}};
    auto const found = kinds.find(header);
    return found == kinds.end() ? FieldKind::ignored : found->second;
}

std::string two_digits(std::string const& text) { return text.size() == 1 ? '0' + text : text; }

/// A date of birth in three columns becomes one, whose texts are in `made`.
std::optional<RecordColumn> birthday(CsvTable const& table, std::deque<std::string>& made)
{
    auto const year = table.column("by");
    auto const month = table.column("bm");
    auto const day = table.column("bd");
    if (std::max({year, month, day}) >= table.header.size()) {
        return std::nullopt;
    }
    auto column = RecordColumn{FieldKind::date, {}};
    for (auto const& row : table.rows) {
        column.values.push_back(made.emplace_back(row[year] + two_digits(row[month]) + two_digits(row[day])));
    }
    return column;
}

std::vector<RecordColumn> columns_of(CsvTable const& table, std::deque<std::string>& made)
{
    auto columns = std::vector<RecordColumn>{};
    for (auto c = std::size_t{0}; c < table.header.size(); ++c) {
        auto const kind = kind_of(table.header[c]);
        if (kind == FieldKind::ignored) {
            continue;
        }
        auto column = RecordColumn{kind, {}};
        for (auto const& row : table.rows) {
            column.values.push_back(row[c]);
        }
        columns.push_back(std::move(column));
    }
    if (auto column = birthday(table, made)) {
        columns.push_back(std::move(*column));
    }
    return columns;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        return 2;
    }
    auto const table = read_csv(argv[1]);
    auto const id = table.column("rec_id");
    if (id >= table.header.size()) {
        return 3;
    }
    auto sources = std::vector<int>{};
    if (auto const source = table.column("source"); source < table.header.size()) {
        for (auto const& row : table.rows) {
            sources.push_back(row[source].empty() ? 0 : row[source].front());
        }
    }
    auto options = DuplicateOptions{};
    options.source = sources;
    auto made = std::deque<std::string>{};
    auto const first = find_duplicates(columns_of(table, made), options);
    std::cout << "rec_id,cluster_id\n";
    for (auto i = std::size_t{0}; i < first.size(); ++i) {
        std::cout << table.rows[i][id] << ',' << first[i] << '\n';
    }
}
