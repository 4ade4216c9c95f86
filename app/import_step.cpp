// SPDX-License-Identifier: MIT
#include "app/import_step.hpp"

#include "app/column_memory.hpp"
#include "store/files.hpp"
#include "store/large_write.hpp"
#include "store/notebook.hpp"

#include <cstdint>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <system_error>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t lists_limit = std::size_t{1} << 30;
constexpr std::uintmax_t large_list = std::uintmax_t{1} << 20; // bytes

std::string summary_of(ListReading const& reading, ImportResult const& result)
{
    auto const people = result.added + result.updated + result.unchanged;
    auto const news = result.unchanged == people && people > 0
        ? std::string{"nothing new"}
        : fmt::format("{} new, {} changed, {} gone", result.added, result.updated, result.gone);
    auto const twice = result.merged > 0 ? fmt::format("; {} of somebody named before", count_of(result.merged, "row", "rows")) : std::string{};
    return fmt::format("{} from {} ({}{})", count_of(people, "person", "people"), reading.file, news, twice);
}

/// Of the files; what is no file has none.
std::uintmax_t bytes_of(std::vector<std::string> const& files)
{
    auto bytes = std::uintmax_t{0};
    for (auto const& file : files) {
        auto failed = std::error_code{};
        auto const size = std::filesystem::file_size(file, failed);
        bytes += failed ? 0 : size;
    }
    return bytes;
}

std::string name_of(std::string const& file)
{
    return file == "-" ? "standard input" : std::filesystem::path{file}.filename().string();
}

std::vector<std::string> headers_of(ListReading const& reading)
{
    auto headers = std::vector<std::string>{};
    for (auto const& use : reading.columns) {
        headers.push_back(use.header);
    }
    return headers;
}

/// What a command says about a list that went in; the rows are in the notebook now.
ImportedList imported_list(Notebook& notebook, ListReading reading, ImportResult result, Event const& event, ReadOptions const& options, std::vector<Problem>& problems)
{
    remember_columns(notebook, headers_of(reading), options.map);
    auto stored = event;
    stored.id = result.event;
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    if (result.forgotten > 0) {
        problems.push_back({Severity::note, reading.file, 0, 0, {}, fmt::format("{} left out: erased for good before", count_of(result.forgotten, "person", "people")), {}});
    }
    auto summary = summary_of(reading, result);
    reading.rows.clear();
    reading.rows.shrink_to_fit();
    return {std::move(stored), std::move(reading), result, std::move(summary)};
}

} // namespace

ReadOptions with_memory(Notebook const& notebook, ReadOptions options)
{
    options.remembered = [&notebook](auto const& headers) { return remembered_columns(notebook, headers); };
    return options;
}

Event event_of(Goals const& goals, Instant now)
{
    return {{}, goals.event.name, goals.event.place, goals.event.starts, goals.event.ends, now};
}

ListReading read_list_file(std::string const& file, ReadOptions const& options, Context const& context)
{
    return read_list(name_of(file), read_file(file, lists_limit, context.watch), options, context.watch);
}

std::vector<ImportedList> import_lists(Notebook& notebook, std::vector<std::string> const& files, ReadOptions const& options,
    Event const& event, Context const& context, std::vector<Problem>& problems)
{
    auto const asking = with_memory(notebook, options);
    auto large = std::optional<LargeWrite>{};
    if (bytes_of(files) >= large_list) {
        large.emplace(notebook);
    }
    auto all_or_none = Transaction{notebook};
    auto imported = std::vector<ImportedList>{};
    for (auto const& file : files) {
        auto import = ListImport{notebook, event, context.now, context.watch};
        auto reader = FileReader{file, context.watch};
        auto const source = ByteSource{[&](std::size_t most) { return reader.read(most); }, reader.size()};
        auto reading = read_list(name_of(file), source, asking, lists_limit, [&](RosterRow&& row) { import.take(row); }, context.watch);
        auto const result = import.finish(reading);
        imported.push_back(imported_list(notebook, std::move(reading), result, event, options, problems));
    }
    all_or_none.commit();
    return imported;
}

} // namespace knowwho
