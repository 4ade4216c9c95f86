// SPDX-License-Identifier: MIT
// knowwho import: attendee lists into the notebook, or a look at what would be understood.
#include "app/command.hpp"
#include "app/import_step.hpp"
#include "app/preview.hpp"
#include "app/steps.hpp"
#include "report/csv_cell.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct ImportOptions {
    std::vector<std::string> lists;
    std::string event;
    std::vector<std::string> map;
    std::string encoding;
    std::string delimiter;
    std::string sheet;
    bool preview = false;
    bool strict = false;
    std::string format = "table";
    std::string problems = "text";
};

void declare(Options& options, ImportOptions& values)
{
    options.arguments("LIST", values.lists, "attendee lists; - reads standard input");
    options.text("-e,--event", "NAME", values.event, "the event they belong to (now the file's name)");
    options.texts("-m,--map", "HEADER=FIELD", values.map, "say what a column means, e.g. 'Firma=organisation'; may be repeated");
    options.text("--encoding", "NAME", values.encoding, "read the bytes as e.g. windows-1252");
    options.text("--delimiter", "CHARACTER", values.delimiter, "what separates the cells; tab for a tab");
    options.text("--sheet", "NAME", values.sheet, "the sheet of a workbook");
    options.flag("--preview", values.preview, "show what would be understood, change nothing");
    options.flag("--strict", values.strict, "refuse a list with problems instead of taking its good rows");
    options.choice("--format", {"table", "json"}, values.format, "form of the preview (now table)");
    options.choice("--problems", {"text", "csv"}, values.problems, "csv: write every problem to standard output (now text, on standard error)");
}

std::map<std::string, std::string> mapping_of(std::vector<std::string> const& words)
{
    auto mapping = std::map<std::string, std::string>{};
    for (auto const& word : words) {
        auto const equals = word.rfind('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
            throw Error{ExitCode::usage, fmt::format("--map: '{}' is not HEADER=FIELD", word), "write e.g. --map 'Firma=organisation'"};
        }
        mapping[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return mapping;
}

std::optional<char> delimiter_of(std::string const& word)
{
    if (word.empty()) {
        return std::nullopt;
    }
    if (word == "tab" || word == "\\t") {
        return '\t';
    }
    if (word.size() != 1) {
        throw Error{ExitCode::usage, fmt::format("--delimiter: '{}' is more than one character", word), "name one character, or tab"};
    }
    return word.front();
}

ReadOptions read_options(ImportOptions const& options)
{
    auto made = ReadOptions{};
    made.map = mapping_of(options.map);
    made.encoding = options.encoding;
    made.sheet = options.sheet;
    made.delimiter = delimiter_of(options.delimiter);
    made.previewed = options.preview;
    return made;
}

Event event_for(ImportOptions const& options, Instant now)
{
    auto event = Event{};
    event.name = options.event.empty() ? std::filesystem::path{options.lists.front()}.stem().string() : options.event;
    event.last_used = now;
    return event;
}

/// In full, notes too: a list to be mended by.
void print_problems_as_csv(Context& context, std::vector<Problem> const& problems)
{
    constexpr std::string_view words[] = {"note", "warning", "loss"};
    context.out << "severity,file,line,column,cell,reason,advice\n";
    for (auto const& problem : problems) {
        context.out << fmt::format("{},{},{},{},{},{},{}\n", words[static_cast<int>(problem.severity)], csv_cell(problem.file), problem.line, problem.column, csv_cell(problem.cell),
            csv_cell(problem.reason), csv_cell(problem.advice));
    }
}

void report_problems(Context& context, ImportOptions const& options, std::vector<Problem> const& problems)
{
    options.problems == "csv" ? print_problems_as_csv(context, problems) : print_problems(context, problems);
}

/// With what is remembered, if there is a notebook yet: a preview makes none.
ListReading look_at(std::string const& file, ImportOptions const& options, Context const& context)
{
    if (!std::filesystem::exists(context.notebook)) {
        return read_list_file(file, read_options(options), context);
    }
    auto const notebook = Notebook::open(context.notebook);
    return read_list_file(file, with_memory(notebook, read_options(options)), context);
}

ExitCode preview(Context& context, ImportOptions const& options)
{
    auto problems = std::vector<Problem>{};
    for (auto const& file : options.lists) {
        auto const reading = look_at(file, options, context);
        context.out << (options.format == "json" ? preview_as_json(reading) : preview_as_text(reading));
        problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    }
    report_problems(context, options, problems);
    return exit_code_for(problems);
}

/// With --strict, any problem that costs something refuses all lists before one is imported.
void refuse_problems(Context& context, ImportOptions const& options)
{
    for (auto const& file : options.lists) {
        auto const reading = look_at(file, options, context);
        if (exit_code_for(reading.problems) != ExitCode::done) {
            report_problems(context, options, reading.problems);
            throw Error{ExitCode::input, fmt::format("'{}' has problems, and --strict refuses it", file),
                "mend the list, or leave out --strict: the good rows then go in all the same"};
        }
    }
}

ExitCode run(Context& context, ImportOptions const& options)
{
    if (options.preview) {
        return preview(context, options);
    }
    if (options.strict) {
        refuse_problems(context, options);
    }
    auto notebook = Notebook::open(context.notebook);
    auto problems = std::vector<Problem>{};
    auto const imported = import_lists(notebook, options.lists, read_options(options), event_for(options, context.now), context, problems);
    report_problems(context, options, problems);
    if (!context.quiet && options.problems != "csv") {
        for (auto const& list : imported) {
            context.out << fmt::format("{}: {}\n", list.event.name, list.summary);
        }
    }
    return exit_code_for(problems);
}

} // namespace

Command import_command()
{
    return make_command<ImportOptions>("import", "attendee lists into the notebook",
        "knowwho import teilnehmer.csv --event 'Maschinenbau-Forum 2026' --preview", declare, run);
}

} // namespace knowwho
