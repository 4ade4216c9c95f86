// SPDX-License-Identifier: MIT
#include "app/preview.hpp"

#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t people_shown = 5;

std::string column_line(ColumnUse const& column)
{
    auto samples = std::vector<std::string>{};
    for (auto const& sample : column.samples) {
        samples.push_back(clean_line(sample, 30));
    }
    auto const header = column.header.empty() ? std::string{"(no header)"} : clean_line(column.header, 28);
    auto const meaning = column.field ? fmt::format("{} {:3.0f} %", to_text(*column.field), column.confidence * 100) : std::string{"kept as it is"};
    return fmt::format("  {:<28}  {:<22}  {}\n", header, meaning, fmt::join(samples, " | "));
}

std::string person_line(RosterRow const& row)
{
    auto parts = std::vector<std::string>{clean_line(full_name(row.name), 60)};
    for (auto const* const part : {&row.role, &row.organisation, &row.place}) {
        if (!part->empty()) {
            parts.push_back(clean_line(*part, 60));
        }
    }
    return fmt::format("  line {:>4}  {}\n", row.line, fmt::join(parts, ", "));
}

ordered_json person_as_json(RosterRow const& row)
{
    auto const& name = row.name;
    return {{"line", row.line}, {"written", name.written}, {"title", name.title}, {"given", name.given}, {"family", name.family},
        {"organisation", row.organisation}, {"role", row.role}, {"email", row.email}, {"place", row.place}};
}

ordered_json problem_as_json(Problem const& problem)
{
    return {{"file", problem.file}, {"line", problem.line}, {"column", problem.column}, {"cell", problem.cell},
        {"reason", problem.reason}, {"advice", problem.advice}};
}

ordered_json column_as_json(ColumnUse const& column)
{
    return {{"header", column.header}, {"field", column.field ? ordered_json(to_text(*column.field)) : ordered_json(nullptr)},
        {"confidence", column.confidence}, {"samples", column.samples}};
}

template <typename Values, typename AsJson>
ordered_json all_as_json(Values const& values, std::size_t most, AsJson as_json)
{
    auto array = ordered_json::array();
    for (std::size_t index = 0; index < std::min(most, values.size()); ++index) {
        array.push_back(as_json(values[index]));
    }
    return array;
}

} // namespace

std::string preview_as_text(ListReading const& reading)
{
    auto text = fmt::format("{}: {}{}{}, {} people\n", clean_line(reading.file), reading.format,
        reading.encoding.empty() ? "" : ", " + reading.encoding, reading.dialect.empty() ? "" : ", " + clean_line(reading.dialect), reading.rows.size());
    if (!reading.columns.empty()) {
        text += "\nColumns\n";
    }
    for (auto const& column : reading.columns) {
        text += column_line(column);
    }
    text += "\nThe first people\n";
    for (std::size_t index = 0; index < std::min(people_shown, reading.rows.size()); ++index) {
        text += person_line(reading.rows[index]);
    }
    return text;
}

std::string preview_as_json(ListReading const& reading)
{
    auto const whole = ordered_json{{"file", reading.file}, {"format", reading.format}, {"encoding", reading.encoding},
        {"dialect", reading.dialect}, {"header_line", reading.header_line}, {"people", reading.rows.size()},
        {"columns", all_as_json(reading.columns, reading.columns.size(), column_as_json)},
        {"first", all_as_json(reading.rows, people_shown, person_as_json)},
        {"problems", all_as_json(reading.problems, reading.problems.size(), problem_as_json)}};
    return json_document(whole);
}

} // namespace knowwho
