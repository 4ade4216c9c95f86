// SPDX-License-Identifier: MIT
#include "app/command_line.hpp"

#include "text/did_you_mean.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace knowwho {
namespace {

/// Those that there are, not those that were given.
std::vector<CLI::App const*> subcommands_of(CLI::App const& app)
{
    return app.get_subcommands([](CLI::App const*) { return true; });
}

/// The subcommand of that name, or null.
CLI::App* subcommand(CLI::App& app, std::string_view name)
{
    auto const found = app.get_subcommands([name](CLI::App const* one) { return one->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

/// Where a command of one or two words hangs in the tree of CLI11.
CLI::App& place_of(CLI::App& root, std::string const& name)
{
    auto const blank = name.find(' ');
    if (blank == std::string::npos) {
        return *root.add_subcommand(name);
    }
    auto const group = name.substr(0, blank);
    auto* parent = subcommand(root, group);
    if (parent == nullptr) {
        parent = root.add_subcommand(group, fmt::format("see knowwho {} --help", group));
        parent->require_subcommand(1);
    }
    return *parent->add_subcommand(name.substr(blank + 1));
}

/// One line of the table as an option of CLI11.
void add_option(CLI::App& app, OptionEntry const& entry)
{
    if (auto* const* flag = std::get_if<bool*>(&entry.value)) {
        app.add_flag(entry.names, **flag, entry.help);
        return;
    }
    auto* const option = std::visit([&](auto* value) { return app.add_option(entry.names, *value, entry.help); }, entry.value);
    option->required(entry.required);
    if (entry.is_argument()) {
        option->option_text(entry.may_be_repeated() ? "..." : " ");
        return;
    }
    option->option_text(entry.placeholder)->allow_extra_args(false);
    if (!entry.words.empty()) {
        option->check(CLI::IsMember(entry.words));
    } else if (std::holds_alternative<int*>(entry.value)) {
        option->check(CLI::Range(entry.least, entry.most));
    }
}

void add_options(CLI::App& app, Options const& options)
{
    for (auto const& entry : options.entries()) {
        add_option(app, entry);
    }
}

} // namespace

Options global_options(Globals& globals)
{
    auto options = Options{};
    options.text("--notebook", "FILE", globals.notebook, "the notebook to use instead of the usual one");
    options.text("--data", "DIR", globals.data, "a folder whose files win over the built-in data");
    options.text("--today", "DATE", globals.today, "take this day (2026-11-25) for today, to print a sheet again as it was");
    options.flag("-q,--quiet", globals.quiet, "results only: no problems, no summary");
    options.flag("-v,--verbose", globals.verbose, "every problem, not only the first few");
    return options;
}

std::vector<OptionEntry> option_entries(Command const& command)
{
    auto options = Options{};
    command.declare(options);
    return options.entries();
}

std::vector<OptionEntry> global_entries()
{
    auto globals = Globals{};
    return global_options(globals).entries();
}

namespace {

std::vector<std::string> words_known_to(CLI::App const& app)
{
    auto words = std::vector<std::string>{};
    for (auto const* option : app.get_options()) {
        for (auto const& name : option->get_lnames()) {
            words.push_back("--" + name);
        }
    }
    for (auto const* command : subcommands_of(app)) {
        words.push_back(command->get_name());
    }
    return words;
}

CLI::App const& deepest_parsed(CLI::App const& app)
{
    auto const chosen = app.get_subcommands();
    return chosen.empty() ? app : deepest_parsed(*chosen.front());
}

/// Which word nobody knows, and what may have been meant.
Error unknown_word(CLI::App const& app, std::string const& word)
{
    auto known = words_known_to(app);
    if (app.get_parent() != nullptr) {
        auto const of_root = words_known_to(*app.get_parent());
        known.insert(known.end(), of_root.begin(), of_root.end());
    }
    auto const views = std::vector<std::string_view>{known.begin(), known.end()};
    auto const typed = std::string_view{word}.substr(0, word.find('='));
    auto const near = did_you_mean(typed, views);
    auto const way = app.get_parent() == nullptr ? std::string{"knowwho"} : "knowwho " + app.get_name();
    auto const kind = word.starts_with('-') ? "option" : subcommands_of(app).empty() ? "argument" : "command";
    return {ExitCode::usage, fmt::format("unknown {} '{}'", kind, word),
        near.empty() ? fmt::format("{} --help lists what there is", way) : fmt::format("did you mean '{}'?", near)};
}

Error usage_error(CLI::App const& root, CLI::ParseError const& failure)
{
    auto const& app = deepest_parsed(root);
    auto const left = root.remaining(true);
    if (!left.empty()) {
        return unknown_word(app, left.front());
    }
    if (dynamic_cast<CLI::RequiredError const*>(&failure) != nullptr && !subcommands_of(app).empty()) {
        return {ExitCode::usage, "name a command", fmt::format("{} --help lists them", &app == &root ? "knowwho" : "knowwho " + app.get_name())};
    }
    auto const name = &app == &root ? std::string{} : " " + app.get_name();
    return {ExitCode::usage, failure.what(), fmt::format("knowwho{} --help shows how it is used", name)};
}

std::string help_footer(Command const& command)
{
    return fmt::format("\nExample:\n  {}\n", command.example);
}

/// A command word that is mistyped is seen before CLI11 takes it for something else.
void check_first_word(CLI::App& root, std::span<char const* const> words)
{
    if (words.size() > 1 && !std::string_view{words[1]}.starts_with('-') && subcommand(root, words[1]) == nullptr) {
        throw unknown_word(root, words[1]);
    }
}

} // namespace

Invocation parse_command_line(std::span<Command const> commands, std::span<char const* const> words)
{
    auto invocation = Invocation{};
    auto root = CLI::App{"knowwho turns an attendee list into the three to five people worth meeting,\n"
                         "and a printed sheet that gets the conversation started.",
        "knowwho"};
    root.set_version_flag("--version", "knowwho " KNOWWHO_VERSION);
    root.set_help_flag("-h,--help", "print this help and exit");
    root.require_subcommand(1);
    root.footer("\nThe main job in one go:\n"
                "  knowwho brief teilnehmer.csv --goals goals.toml --pages pages --offline -o briefing.pdf\n");
    root.fallthrough();
    add_options(root, global_options(invocation.globals));
    for (auto const& command : commands) {
        auto& app = place_of(root, command.name);
        app.description(command.summary);
        app.footer(help_footer(command));
        app.fallthrough();
        // Of "sources check" the inner word calls first; "sources" by itself must not take its place.
        app.callback([&invocation, &command] { invocation.command = invocation.command == nullptr ? &command : invocation.command; });
        auto options = Options{};
        command.declare(options);
        add_options(app, options);
    }
    check_first_word(root, words);
    try {
        root.parse(static_cast<int>(words.size()), words.data());
    } catch (CLI::CallForHelp const&) {
        invocation.print = root.help();
    } catch (CLI::CallForVersion const& version) {
        invocation.print = std::string{version.what()} + "\n";
    } catch (CLI::ParseError const& failure) {
        throw usage_error(root, failure);
    }
    return invocation;
}

} // namespace knowwho
