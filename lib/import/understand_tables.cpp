// SPDX-License-Identifier: MIT
#include "import/understand_tables.hpp"

#include "import/columns.hpp"
#include "import/double_columns.hpp"
#include "import/numbered_people.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>

namespace knowwho {
namespace {

constexpr std::size_t most_shared = 200; // tables of one file that are compared, and columns of one of them

/// A header that only one column of each of two tables has means the same in both: what the table with
/// more rows tells about it holds for the other.
void share_columns(FoundTables& found)
{
    if (std::any_of(found.columns.begin(), found.columns.end(), [](auto const& columns) { return columns.size() > most_shared; })) {
        return;
    }
    struct Known {
        ColumnUse const* use;
        std::size_t rows;
    };
    std::map<std::string_view, Known> known;
    for (std::size_t index = 0; index < found.tables.size(); ++index) {
        auto const rows = found.tables[index].header_line > 0 ? found.tables[index].rows.size() : 0;
        for (auto const& use : found.columns[index]) {
            auto const same = std::count_if(found.columns[index].begin(), found.columns[index].end(), [&](auto const& other) { return other.header == use.header; });
            if (rows > 0 && use.field && same == 1 && (!known.contains(use.header) || known.at(use.header).rows < rows)) {
                known[use.header] = {&use, rows};
            }
        }
    }
    for (std::size_t index = 0; index < found.tables.size(); ++index) {
        for (auto& use : found.columns[index]) {
            auto const same = std::count_if(found.columns[index].begin(), found.columns[index].end(), [&](auto const& other) { return other.header == use.header; });
            auto const entry = known.find(use.header);
            if (!use.header.empty() && !use.field && same == 1 && entry != known.end() && found.tables[index].header_line > 0) {
                use.field = entry->second.use->field;
                use.confidence = entry->second.use->confidence;
            }
        }
    }
}

void note_memory(FoundTables& found, Table const& table, std::map<std::string, std::string> const& before)
{
    std::string said;
    for (auto const& [header, field] : before) {
        said += fmt::format("{}{}={}", said.empty() ? "" : ", ", header, field);
    }
    found.problems.push_back({Severity::note, {}, table.header_line, 0, said, "Columns understood as you said for an earlier list with these headers.", "Say --map anew to change it."});
}

} // namespace

void understand_all(FoundTables& found, ReadOptions const& options)
{
    if (found.columns.size() == found.tables.size()) {
        return;
    }
    found.columns.clear();
    for (auto& table : found.tables) {
        table = part_double_columns(unfold_numbered_people(std::move(table)), options.map);
        auto const before = options.map.empty() && options.remembered ? options.remembered(table.headers) : options.map;
        found.columns.push_back(understand_columns(table, {before, found.header_trust}));
        if (options.map.empty() && !before.empty()) {
            note_memory(found, table, before);
        }
    }
    if (found.tables.size() > 1 && found.tables.size() < most_shared) {
        share_columns(found);
    }
}

double best_confidence(FoundTables& found, ReadOptions const& options)
{
    understand_all(found, options);
    double best = 0;
    for (std::size_t index = 0; index < found.tables.size(); ++index) {
        auto const& columns = found.columns[index];
        if (found.tables[index].rows.empty()) {
            continue;
        }
        auto const headed = found.tables[index].header_line > 0;
        auto const sure = std::count_if(columns.begin(), columns.end(), [&](auto const& use) { return headed && use.field && *use.field != Field::ignored && use.confidence >= 0.8; });
        auto const people = people_confidence(columns);
        best = std::max(best, people < least_people_confidence ? people : people + 0.15 * double(std::min<std::ptrdiff_t>(sure, 3)));
    }
    return best;
}

} // namespace knowwho
