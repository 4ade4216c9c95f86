// SPDX-License-Identifier: MIT
// knowwho find: full text over everything in the notebook.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/steps.hpp"
#include "follow_up/find.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "text/json_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct FindOptions {
    std::vector<std::string> words;
    int top = 20;
    std::string format = "table";
};

void declare(Options& options, FindOptions& values)
{
    options.arguments("WORDS", values.words, "words, \"a phrase\", role:designer, 'met in Berlin'; fields: name, organisation, role, place, met, note, promise, list, page");
    options.number("--top", values.top, 1, 100'000, "how many people to show");
    options.choice("--format", {"table", "json"}, values.format, "form of the result (now table)");
}

/// An argument of several words from the shell is a line of its own; its quotes were the shell's.
std::string line_of(std::vector<std::string> const& words)
{
    auto line = std::string{};
    for (auto const& word : words) {
        line += line.empty() ? word : ' ' + word;
    }
    return line;
}

void print_table(FindResult const& result, Context& context)
{
    for (auto const& found : result.people) {
        context.out << in_one_line(found.person) << '\n';
        if (!found.excerpt.empty()) {
            context.out << fmt::format("      {}: {}\n", search_field_names[static_cast<std::size_t>(found.field)], clean_line(found.excerpt, 150));
        }
    }
    if (result.more && !context.quiet) {
        context.err << "note:     there are more; --top shows them\n";
    }
}

std::string as_json(FindResult const& result)
{
    auto people = nlohmann::ordered_json::array();
    for (auto const& found : result.people) {
        people.push_back({{"id", found.person.person.value}, {"name", full_name(found.person.name)}, {"organisation", found.person.organisation},
            {"role", found.person.role}, {"field", search_field_names[static_cast<std::size_t>(found.field)]}, {"text", found.excerpt}});
    }
    auto corrections = nlohmann::ordered_json::array();
    for (auto const& one : result.corrections) {
        corrections.push_back({{"written", one.written}, {"used", one.used}});
    }
    auto const whole = nlohmann::ordered_json{{"people", std::move(people)}, {"corrections", std::move(corrections)}, {"any_word", result.any_word}, {"more", result.more}};
    return json_document(whole);
}

void explain(FindResult const& result, Context& context)
{
    if (context.quiet) {
        return;
    }
    for (auto const& one : result.corrections) {
        auto const written = clean_line(one.written, 60);
        context.err << (one.is_field ? fmt::format("note:     there is no field '{}'; looked in '{}'\n", written, one.used)
                                     : fmt::format("note:     nobody has '{}'; looked for '{}'\n", written, one.used));
    }
    if (result.any_word) {
        context.err << "note:     nobody has all of these words; these have some\n";
    }
    if (result.people.empty()) {
        context.err << "note:     nothing found\n";
    }
}

ExitCode run(Context& context, FindOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const result = find_people(notebook, line_of(options.words), static_cast<std::size_t>(options.top));
    explain(result, context);
    if (options.format == "json") {
        context.out << as_json(result);
    } else {
        print_table(result, context);
    }
    return ExitCode::done;
}

} // namespace

Command find_command()
{
    return make_command<FindOptions>("find", "full text over people, notes, snippets, promises and raw lists",
        "knowwho find designer met in Berlin", declare, run);
}

} // namespace knowwho
