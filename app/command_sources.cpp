// SPDX-License-Identifier: MIT
// knowwho sources: what may be asked, by which terms; and what a recipe asks and reads.
#include "app/command.hpp"
#include "app/embeddings_step.hpp"
#include "app/network_step.hpp"
#include "app/source_report.hpp"
#include "enrich/network.hpp"
#include "enrich/source_reader.hpp"
#include "report/clean_text.hpp"
#include "store/files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct SourcesOptions {
    std::string format = "table";
};

struct SourceCheckOptions {
    std::string file;
    std::string answer;
    std::string step;
    int status = 200;
};

void declare_sources(Options& options, SourcesOptions& values)
{
    options.choice("--format", {"table", "json"}, values.format, "form of the result (now table)");
}

ExitCode run_sources(Context& context, SourcesOptions const& options)
{
    auto problems = std::vector<Problem>{};
    auto const recipes = recipes_with(own_sources_folder(), problems);
    context.out << (options.format == "json" ? sources_as_json(recipes) : sources_as_table(recipes) + fmt::format("{:<16} {}\n", embeddings_source, embeddings_in_use(context.notebook)));
    print_problems(context, problems);
    return exit_code_for(problems);
}

void declare_source_check(Options& options, SourceCheckOptions& values)
{
    options.argument("FILE", values.file, "the recipe, a TOML file");
    options.text("--answer", "FILE", values.answer, "a recorded answer to read by it");
    options.text("--step", "NAME", values.step, "the step that the answer is of (now the first that reads something)");
    options.number("--status", values.status, 100, 599, "the HTTP status that the answer came with");
}

ExitCode run_source_check(Context& context, SourceCheckOptions const& options)
{
    auto const recipe = parse_recipe(read_file(options.file), std::filesystem::path{options.file}.filename().string());
    context.out << recipe_as_text(recipe);
    if (options.answer.empty()) {
        return ExitCode::done;
    }
    auto const body = read_file(options.answer, std::size_t{32} << 20);
    auto const reading = read_by_step(recipe, options.step, options.status, body);
    context.out << '\n' << reading_as_text(reading.step, reading.reading);
    return reading.reading.state == ReadState::failed ? ExitCode::done_with_problems : ExitCode::done;
}

} // namespace

Command sources_command()
{
    return make_command<SourcesOptions>("sources", "the public sources: what they give, their terms, on or off",
        "knowwho sources --format json", declare_sources, run_sources);
}

Command sources_check_command()
{
    return make_command<SourceCheckOptions>("sources check", "what a recipe would ask, and what it reads from a recorded answer",
        "knowwho sources check my-source.toml --answer answer.json", declare_source_check, run_source_check);
}

} // namespace knowwho
