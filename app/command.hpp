// SPDX-License-Identifier: MIT
// A command of the program: what it is called, what it takes, what it does.
#pragma once

#include "app/options.hpp"
#include "model/date.hpp"
#include "model/error.hpp"
#include "model/watch.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace knowwho {

/// What every command is handed: the way out, the clock, the notebook's place.
struct Context {
    std::ostream& out;     ///< results
    std::ostream& err;     ///< progress and problems
    Instant now{};
    std::filesystem::path notebook;
    Watch watch;
    bool quiet = false;    ///< no problems, no summary: results only
    bool verbose = false;  ///< every problem instead of the first few
    bool colour = false;   ///< standard output is a terminal and NO_COLOR is not set
};

struct Command {
    std::string name;    ///< "brief", or "goals init" for a command of two words
    std::string summary; ///< one line
    std::string example; ///< one that works
    std::function<void(Options&)> declare;
    std::function<ExitCode(Context&)> run;
};

/// A command from its options struct and two functions over it.
template <typename Values>
Command make_command(std::string name, std::string summary, std::string example,
    void (*declare)(Options&, Values&), ExitCode (*run)(Context&, Values const&))
{
    auto const values = std::make_shared<Values>();
    return {std::move(name), std::move(summary), std::move(example),
        [values, declare](Options& options) { declare(options, *values); },
        [values, run](Context& context) { return run(context, *values); }};
}

/// All commands, in the order of the help.
std::vector<Command> all_commands();

Command brief_command();
Command import_command();
Command enrich_command();
Command rank_command();
Command explain_command();
Command goals_init_command();
Command goals_check_command();
Command met_command();
Command followups_command();
Command find_command();
Command sources_command();
Command sources_check_command();
Command contacts_command();
Command introduce_command();
Command share_command();
Command export_command();
Command outcomes_command();
Command people_command();
Command merge_command();
Command split_command();
Command lint_command();
Command review_command();
Command pin_command();
Command veto_command();
Command note_command();
Command answer_command();
Command weigh_command();
Command undo_command();
Command privacy_report_command();
Command privacy_notice_command();
Command privacy_forget_command();
Command privacy_purge_command();
Command doctor_command();
Command manual_command();

} // namespace knowwho
