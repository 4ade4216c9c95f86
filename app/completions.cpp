// SPDX-License-Identifier: MIT
#include "app/completions.hpp"

#include "app/command_line.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace knowwho {
namespace {

/// The first words, and for groups ("goals") the second ones.
std::vector<std::pair<std::string, std::vector<std::string>>> command_words(std::span<Command const> commands)
{
    auto words = std::vector<std::pair<std::string, std::vector<std::string>>>{};
    for (auto const& command : commands) {
        auto const blank = command.name.find(' ');
        auto const first = command.name.substr(0, blank);
        auto place = std::ranges::find(words, first, [](auto const& word) { return word.first; });
        if (place == words.end()) {
            place = words.insert(words.end(), {first, {}});
        }
        if (blank != std::string::npos) {
            place->second.push_back(command.name.substr(blank + 1));
        }
    }
    return words;
}

std::string joined_names(std::vector<OptionEntry> const& entries)
{
    auto all = std::string{};
    for (auto const& entry : entries) {
        for (auto const& name : entry.is_argument() ? std::vector<std::string>{} : entry.spellings()) {
            all += (all.empty() ? "" : " ") + name;
        }
    }
    return all;
}

std::string bash_values(std::vector<OptionEntry> const& entries)
{
    auto text = std::string{};
    for (auto const& entry : entries) {
        if (!entry.words.empty()) {
            text += fmt::format("            {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n",
                fmt::join(entry.spellings(), "|"), fmt::join(entry.words, " "));
        }
    }
    return text;
}

std::string bash_completion(std::span<Command const> commands)
{
    auto firsts = std::vector<std::string>{};
    auto groups = std::vector<std::string>{};
    auto cases = std::string{};
    for (auto const& [first, seconds] : command_words(commands)) {
        firsts.push_back(first);
        if (!seconds.empty()) {
            groups.push_back(first);
            cases += fmt::format("        {}) [ \"$COMP_CWORD\" -eq 2 ] && {{ COMPREPLY=($(compgen -W '{}' -- \"$word\")); return; }} ;;\n", first, fmt::join(seconds, " "));
        }
    }
    auto options = std::string{};
    for (auto const& command : commands) {
        auto const entries = option_entries(command);
        auto const values = bash_values(entries);
        options += fmt::format("        '{}')\n            case \"$before\" in\n{}            esac\n            names='{}' ;;\n", command.name,
            values.empty() ? "            *) ;;\n" : values, joined_names(entries));
    }
    return fmt::format(R"(# bash completion of knowwho
_knowwho() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]-}} names=
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W '{} {} --help --version' -- "$word"))
        return
    fi
    case "$command" in
{}        *) ;;
    esac
    case "$command" in {}) command="$command ${{COMP_WORDS[2]-}}" ;; esac
    case "$command" in
{}        *) ;;
    esac
    case "$word" in
        -*) COMPREPLY=($(compgen -W "$names {} --help" -- "$word")) ;;
        *) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")) ;;
    esac
}}
complete -F _knowwho knowwho
)",
        fmt::join(firsts, " "), joined_names(global_entries()), cases, fmt::join(groups, "|"), options, joined_names(global_entries()));
}

/// Within single quotes of a shell.
std::string quoted_for_shell(std::string_view text)
{
    auto out = std::string{};
    for (char const c : text) {
        out += c == '\'' ? "'\\''" : std::string{c};
    }
    return out;
}

std::string zsh_option(OptionEntry const& entry)
{
    auto help = quoted_for_shell(entry.help);
    for (auto const mark : {'[', ']', ':'}) {
        std::erase(help, mark);
    }
    auto text = std::string{};
    for (auto const& name : entry.spellings()) {
        auto const value = entry.is_flag() ? std::string{}
                           : entry.words.empty() ? fmt::format(":{}:_files", entry.placeholder)
                                                 : fmt::format(":word:({})", fmt::join(entry.words, " "));
        text += fmt::format(" '{}{}[{}]{}'", entry.may_be_repeated() ? "*" : "", name, help, value);
    }
    return text;
}

std::string zsh_options(std::vector<OptionEntry> const& entries)
{
    auto text = std::string{};
    for (auto const& entry : entries) {
        text += entry.is_argument() ? "" : zsh_option(entry);
    }
    return text;
}

std::string zsh_completion(std::span<Command const> commands)
{
    auto firsts = std::string{};
    auto groups = std::string{};
    auto options = std::string{};
    for (auto const& [first, seconds] : command_words(commands)) {
        auto const same = std::ranges::find(commands, first, &Command::name);
        firsts += fmt::format(" '{}:{}'", first, same == commands.end() ? fmt::format("{}", fmt::join(seconds, ", ")) : quoted_for_shell(same->summary));
        if (!seconds.empty()) {
            groups += fmt::format("        {}) (( CURRENT == 3 )) && {{ compadd {}; return }}; command=\"$words[2] $words[3]\" ;;\n", first, fmt::join(seconds, " "));
        }
    }
    for (auto const& command : commands) {
        options += fmt::format("        '{}') _arguments{} '*:file:_files' ;;\n", command.name, zsh_options(option_entries(command)));
    }
    return fmt::format(R"(#compdef knowwho
local command=$words[2]
if (( CURRENT == 2 )); then
    local -a commands=({})
    _describe command commands
    _arguments{} --help --version
    return
fi
case $command in
{}esac
case $command in
{}esac
)",
        firsts, zsh_options(global_entries()), groups, options);
}

std::string fish_option(OptionEntry const& entry, std::string_view condition)
{
    auto text = fmt::format("complete -c knowwho{}", condition.empty() ? std::string{} : fmt::format(" -n '{}'", condition));
    for (auto const& name : entry.spellings()) {
        text += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2)) : fmt::format(" -s {}", name.substr(1));
    }
    text += entry.is_flag() ? "" : entry.words.empty() ? " -r" : fmt::format(" -x -a '{}'", fmt::join(entry.words, " "));
    auto help = std::string{};
    for (char const c : entry.help) {
        help += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return text + fmt::format(" -d '{}'\n", help);
}

std::string fish_completion(std::span<Command const> commands)
{
    auto text = std::string{"# fish completion of knowwho\n"};
    for (auto const& [first, seconds] : command_words(commands)) {
        auto const same = std::ranges::find(commands, first, &Command::name);
        text += fmt::format("complete -c knowwho -n __fish_use_subcommand -a {} -d '{}'\n", first, same == commands.end() ? "" : same->summary);
        if (!seconds.empty()) {
            text += fmt::format("complete -c knowwho -n '__fish_seen_subcommand_from {}' -a '{}'\n", first, fmt::join(seconds, " "));
        }
    }
    for (auto const& entry : global_entries()) {
        text += fish_option(entry, "");
    }
    for (auto const& command : commands) {
        auto const last = command.name.substr(command.name.rfind(' ') + 1);
        auto const first = command.name.substr(0, command.name.find(' '));
        auto const condition = first == last ? fmt::format("__fish_seen_subcommand_from {}", first)
                                             : fmt::format("__fish_seen_subcommand_from {}; and __fish_seen_subcommand_from {}", first, last);
        for (auto const& entry : option_entries(command)) {
            text += entry.is_argument() ? "" : fish_option(entry, condition);
        }
    }
    return text;
}

} // namespace

std::vector<ManualFile> completions(std::span<Command const> commands)
{
    return {{"knowwho.bash", bash_completion(commands)}, {"_knowwho", zsh_completion(commands)}, {"knowwho.fish", fish_completion(commands)}};
}

} // namespace knowwho
