// SPDX-License-Identifier: MIT
// knowwho split: takes two people apart that were taken for one.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/named_person.hpp"
#include "app/steps.hpp"
#include "identity/merging.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "store/attendances.hpp"
#include "store/events.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct SplitOptions {
    std::string person;
    std::string other;
    std::vector<std::string> rows;
};

void declare(Options& options, SplitOptions& values)
{
    options.argument("PERSON", values.person, "whom; without more, the last merge is undone");
    options.text("--merged", "NUMBER", values.other, "undo the merge with the one who had this number");
    options.texts("--row", "NUMBER", values.rows, "make a new person of this row of a list; may be repeated");
}

void print_result(Notebook const& notebook, PersonId one, PersonId other, Context& context)
{
    if (!context.quiet) {
        context.out << fmt::format("Two people: {} and {}\n", in_one_line(find_acquaintance(notebook, one).value_or(Acquaintance{})),
            in_one_line(find_acquaintance(notebook, other).value_or(Acquaintance{})));
    }
}

std::int64_t row_number(std::string const& written, std::vector<Attendance> const& rows)
{
    auto const id = person_id_in(written);
    auto const found = std::ranges::find_if(rows, [&](Attendance const& one) { return id && one.id.value == id->value; });
    if (found == rows.end()) {
        throw Error{ExitCode::usage, fmt::format("this person has no row '{}'", clean_line(written, 40)), "knowwho split PERSON shows their numbers"};
    }
    return found->id.value;
}

ExitCode split_by_rows(Notebook& notebook, PersonId person, SplitOptions const& options, Context& context)
{
    auto const all = attendances(notebook, person);
    auto rows = std::vector<AttendanceId>{};
    for (auto const& written : options.rows) {
        rows.push_back({row_number(written, all)});
    }
    print_result(notebook, person, split_rows(notebook, person, rows, context.now), context);
    return ExitCode::done;
}

/// Nothing was merged by hand: the rows that an import joined, to choose from.
Error rows_to_choose(Notebook const& notebook, Acquaintance const& person)
{
    auto const rows = attendances(notebook, person.person);
    auto const sentence = fmt::format("{} was not merged with anybody", in_one_line(person));
    if (rows.size() < 2) {
        return {ExitCode::usage, sentence, "there is nothing to split"};
    }
    auto const known = events(notebook);
    auto list = std::string{"if a list took two people for one, name the rows of the other with --row:"};
    for (auto const& row : rows) {
        auto const event = std::ranges::find(known, row.event, &Event::id);
        list += fmt::format("\n         {:>6}  {}: {}, {}", row.id.value, event == known.end() ? "" : clean_line(event->name, 60),
            clean_line(full_name(row.row.name), 60), clean_line(row.row.organisation, 60));
    }
    return {ExitCode::usage, sentence, list};
}

ExitCode run(Context& context, SplitOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const person = named_acquaintance(notebook, options.person);
    if (!options.rows.empty()) {
        return split_by_rows(notebook, person.person, options, context);
    }
    auto const all = merges(notebook, person.person);
    if (all.empty()) {
        throw rows_to_choose(notebook, person);
    }
    auto const wanted = person_id_in(options.other);
    auto const found = options.other.empty() ? all.begin() : std::ranges::find_if(all, [&](StoredMerge const& one) { return wanted && one.gone == *wanted; });
    if (found == all.end()) {
        throw Error{ExitCode::usage, fmt::format("{} was not merged with number '{}'", in_one_line(person), clean_line(options.other, 40)),
            "knowwho people --merged shows who was"};
    }
    print_result(notebook, person.person, split_merge(notebook, *found, context.now), context);
    return ExitCode::done;
}

} // namespace

Command split_command()
{
    return make_command<SplitOptions>("split", "takes two people apart that were taken for one", "knowwho split 17", declare, run);
}

} // namespace knowwho
