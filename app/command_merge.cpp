// SPDX-License-Identifier: MIT
// knowwho merge: two entries of the notebook are one person.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "identity/likely_same.hpp"
#include "identity/merging.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "store/notebook.hpp"

#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct MergeOptions {
    std::string kept;
    std::string gone;
    std::string reason;
};

void declare(Options& options, MergeOptions& values)
{
    options.argument("PERSON", values.kept, "who stays, with this name and number");
    options.argument("OTHER", values.gone, "who turned out to be the same");
    options.text("--reason", "TEXT", values.reason, "how you know (now what the notebook sees in favour)");
}

/// What speaks for it, in a line to be read in a year's time.
std::string usual_reason(Acquaintance const& kept, Acquaintance const& gone)
{
    auto const words = what_agrees(kept, gone);
    return words.empty() ? "you said so" : fmt::format("you said so; {}", fmt::join(words, ", "));
}

ExitCode run(Context& context, MergeOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const kept = named_acquaintance(notebook, options.kept);
    auto const gone = named_acquaintance(notebook, options.gone);
    auto const reason = options.reason.empty() ? usual_reason(kept, gone) : options.reason;
    merge_people(notebook, kept.person, gone.person, reason, context.now);
    if (!context.quiet) {
        context.out << fmt::format("One person: {}, also {}\n", in_one_line(find_acquaintance(notebook, kept.person).value_or(kept)), clean_line(full_name(gone.name), 60));
        context.out << fmt::format("  to undo: knowwho split {} --merged {}\n", kept.person.value, gone.person.value);
    }
    return ExitCode::done;
}

} // namespace

Command merge_command()
{
    return make_command<MergeOptions>("merge", "two entries are one person; can be undone", "knowwho merge 17 240", declare, run);
}

} // namespace knowwho
