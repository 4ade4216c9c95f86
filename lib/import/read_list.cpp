// SPDX-License-Identifier: MIT
#include "import/read_list.hpp"

#include "import/block_reading.hpp"
#include "import/columns.hpp"
#include "import/find_people.hpp"
#include "import/grouped_rows.hpp"
#include "import/format.hpp"
#include "import/repeats.hpp"
#include "import/roster_rows.hpp"
#include "model/error.hpp"
#include "store/content_hash.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace knowwho {
namespace {

constexpr std::size_t head_of_stream = std::size_t{1} << 20; // bytes from which the columns of a large file are understood
constexpr std::size_t block_of_stream = std::size_t{1} << 19;

/// The tables that are about people become rows; the columns shown are those of the largest.
void understand(FoundTables& found, ReadOptions const& options, ListReading& reading, TakeRow const& take, Watch const& watch)
{
    understand_all(found, options);
    std::size_t most = 0;
    std::size_t here = 0;
    auto const counted = [&](RosterRow&& row) {
        ++here;
        take(std::move(row));
    };
    for (std::size_t index = 0; index < found.tables.size(); ++index) {
        auto& table = found.tables[index];
        auto& columns = found.columns[index];
        if (people_confidence(columns) < least_people_confidence) {
            if (!table.rows.empty() && found.tables.size() > 1) {
                reading.problems.push_back({Severity::note, {}, table.header_line, 0, table.section, "A part of the file that names no people; left out.", {}});
            }
            continue;
        }
        here = 0;
        if (fill_groups(table, columns) > 0) {
            reading.problems.push_back({Severity::note, {}, table.header_line, 0, table.section, "Empty cells below a house or a country are taken to mean the same one.", "Fill them in the list where that is wrong."});
        }
        row_reader(table, columns, counted, reading.problems)(table, watch);
        if (here > most || reading.columns.empty()) {
            most = here;
            reading.columns = std::move(columns);
            reading.header_line = table.header_line;
        }
    }
}

void check_map(ListReading const& reading, ReadOptions const& options)
{
    for (auto const& [header, field] : options.map) {
        auto const known = header.starts_with('#') || std::any_of(reading.columns.begin(), reading.columns.end(), [&header = header](auto const& use) { return use.header == header; });
        if (!known) {
            std::string headers;
            for (auto const& use : reading.columns) {
                headers += fmt::format("{}'{}'", headers.empty() ? "" : ", ", use.header);
            }
            throw Error(ExitCode::usage, fmt::format("--map: the list has no column '{}'", header), "its columns are " + headers);
        }
    }
}

/// Where the file as a whole could not be read, that is why there is nobody.
[[noreturn]] void refuse_for_nobody(ListReading const& reading, ReadOptions const& options)
{
    auto const is_whole = [&](Problem const& problem) { return problem.severity == Severity::loss && (problem.line == 0 || reading.columns.empty()); };
    auto const cause = std::find_if(reading.problems.begin(), reading.problems.end(), is_whole);
    if (cause != reading.problems.end()) {
        throw Error(ExitCode::input, fmt::format("no people were found in '{}': {}", reading.file, cause->reason), cause->advice);
    }
    throw Error(ExitCode::input, fmt::format("no people were found in '{}'", reading.file),
                options.previewed ? "say with --map which column holds the names, by its header or as '#2=name'"
                                  : "look at it with 'knowwho import --preview', and say with --map which column holds the names");
}

void finish(ListReading& reading, ReadOptions const& options, std::size_t people)
{
    for (auto& problem : reading.problems) {
        problem.file = reading.file;
    }
    std::stable_sort(reading.problems.begin(), reading.problems.end(), [](Problem const& a, Problem const& b) { return a.line < b.line; });
    if (people == 0) {
        refuse_for_nobody(reading, options);
    }
}

/// The same bytes read with other decisions are another reading.
std::string hash_with(std::string const& hash, ReadOptions const& options)
{
    std::string decisions = options.encoding + '\n' + options.sheet + '\n' + (options.delimiter ? std::string(1, *options.delimiter) : "");
    for (auto const& [header, field] : options.map) {
        decisions.append(1, '\n').append(header).append(1, '=').append(field);
    }
    return decisions == "\n\n" ? hash : content_hash(hash + decisions);
}

/// Reads the file whole.
void read_whole(ListReading& reading, std::string_view bytes, ReadOptions const& options, TakeRow const& take, Watch const& watch)
{
    Texts texts;
    auto found = find_in_file(bytes, options, reading, texts);
    reading.format = found.format;
    reading.dialect = found.dialect;
    reading.titles = found.titles;
    reading.sheets = found.sheets;
    if (!found.tables.empty()) {
        auto const& above = found.tables.front().titles;
        reading.titles.insert(reading.titles.end(), above.begin(), above.end());
    }
    std::vector<RosterRow> repeated;
    auto const gather = [&](RosterRow&& row) { repeated.push_back(std::move(row)); };
    understand(found, options, reading, found.repeats ? TakeRow(gather) : take, watch);
    reading.problems.insert(reading.problems.begin(), found.problems.begin(), found.problems.end());
    if (found.repeats) {
        join_repeats(repeated);
        std::for_each(repeated.begin(), repeated.end(), [&](RosterRow& row) { take(std::move(row)); });
    }
}

/// A beginning that says the rest may be read in blocks: text whose lines end with one byte, and a table.
bool may_be_streamed(std::string_view head, ListReading const& reading, ReadOptions const& options)
{
    if (head.size() < head_of_stream || !binary_kind(head).empty()) {
        return false;
    }
    auto const lines = head.substr(0, head.rfind('\n') + 1);
    if (lines.empty()) {
        return false;
    }
    auto const decoded = decode_list(reading.file, lines, options);
    return !decoded.encoding.starts_with("UTF-16") && !decoded.encoding.starts_with("UTF-32") && is_plain_table(decoded.text, options);
}

std::string read_until(ByteSource const& source, std::string bytes, std::size_t wanted)
{
    while (bytes.size() < wanted) {
        auto const more = source.read(std::min(wanted - bytes.size(), head_of_stream));
        if (more.empty()) {
            break;
        }
        bytes += more;
    }
    return bytes;
}

[[noreturn]] void refuse_size(ListReading const& reading, std::size_t limit)
{
    throw Error(ExitCode::input, fmt::format("'{}' is larger than {} MB", reading.file, limit >> 20), "split it, or leave out what is not needed");
}

std::string read_in_blocks(ListReading& reading, std::string head, ByteSource const& source, ReadOptions const& options, std::size_t limit, TakeRow const& take, Watch const& watch)
{
    BlockReading blocks(reading, options, take, watch);
    ContentHash hash;
    auto done = std::size_t{0};
    for (auto block = std::move(head); !block.empty(); block = source.read(block_of_stream)) {
        done += block.size();
        if (done > limit) {
            refuse_size(reading, limit);
        }
        hash.add(block);
        watch.check();
        watch.report("reading rows", static_cast<std::int64_t>(done), source.size);
        blocks.feed(block, false);
    }
    blocks.feed({}, true);
    return hash.digits();
}

} // namespace

ListReading read_list(std::string_view file_name, std::string_view bytes, ReadOptions const& options, Watch const& watch)
{
    ListReading reading;
    reading.file = file_name;
    reading.content_hash = hash_with(content_hash(bytes), options);
    watch.check();
    std::vector<RosterRow> rows;
    read_whole(reading, bytes, options, [&](RosterRow&& row) { rows.push_back(std::move(row)); }, watch);
    reading.rows = std::move(rows);
    check_map(reading, options);
    finish(reading, options, reading.rows.size());
    return reading;
}

ListReading read_list(std::string_view file_name, ByteSource const& source, ReadOptions const& options, std::size_t limit, std::function<void(RosterRow&&)> const& take, Watch const& watch)
{
    ListReading reading;
    reading.file = file_name;
    auto people = std::size_t{0};
    auto const counted = [&](RosterRow&& row) {
        ++people;
        take(std::move(row));
    };
    auto head = read_until(source, {}, head_of_stream);
    if (may_be_streamed(head, reading, options)) {
        reading.content_hash = hash_with(read_in_blocks(reading, std::move(head), source, options, limit, counted, watch), options);
    } else {
        auto const bytes = read_until(source, std::move(head), limit + 1);
        if (bytes.size() > limit) {
            refuse_size(reading, limit);
        }
        reading.content_hash = hash_with(content_hash(bytes), options);
        watch.check();
        read_whole(reading, bytes, options, counted, watch);
    }
    check_map(reading, options);
    finish(reading, options, people);
    return reading;
}

} // namespace knowwho
