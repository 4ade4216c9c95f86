// SPDX-License-Identifier: MIT
// The list of all commands.
#include "app/command.hpp"

namespace knowwho {

std::vector<Command> all_commands()
{
    return {brief_command(), import_command(), enrich_command(), rank_command(), explain_command(), review_command(),
        pin_command(), veto_command(), note_command(), answer_command(), weigh_command(), undo_command(),
        goals_init_command(), goals_check_command(), met_command(), followups_command(), outcomes_command(),
        find_command(), people_command(), merge_command(), split_command(), sources_command(),
        sources_check_command(), contacts_command(), introduce_command(), share_command(), export_command(),
        lint_command(), privacy_report_command(), privacy_notice_command(), privacy_forget_command(),
        privacy_purge_command(), doctor_command(), manual_command()};
}

} // namespace knowwho
