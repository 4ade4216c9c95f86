// SPDX-License-Identifier: MIT
// knowwho manual: man pages, completions and the list of commands, for those who package it.
#include "app/command.hpp"
#include "app/completions.hpp"
#include "app/man_pages.hpp"
#include "store/files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct ManualOptions {
    std::string folder;
};

void declare_manual(Options& options, ManualOptions& values)
{
    options.argument("FOLDER", values.folder, "where to write man pages and completions (now: the list of commands on standard output)", false);
}

ExitCode run_manual(Context& context, ManualOptions const& options)
{
    auto const commands = all_commands();
    if (options.folder.empty()) {
        context.out << command_table(commands);
        return ExitCode::done;
    }
    std::filesystem::create_directories(options.folder);
    auto const folder = std::filesystem::path{options.folder};
    for (auto const& files : {man_pages(commands), completions(commands)}) {
        for (auto const& file : files) {
            write_file(folder / file.name, file.text);
        }
    }
    return ExitCode::done;
}

} // namespace

Command manual_command()
{
    return make_command<ManualOptions>("manual", "man pages, completions and the list of commands, for those who package knowwho",
        "knowwho manual manual", declare_manual, run_manual);
}

} // namespace knowwho
