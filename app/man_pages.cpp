// SPDX-License-Identifier: MIT
#include "app/man_pages.hpp"

#include "app/command_line.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace knowwho {
namespace {

std::string dashed(std::string name)
{
    std::ranges::replace(name, ' ', '-');
    return name;
}

/// For man(7): a backslash, a dash and a leading dot or quote mean something there.
std::string escaped(std::string_view text)
{
    auto out = std::string{};
    for (char const c : text) {
        out += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string{c};
    }
    return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string synopsis(Command const& command)
{
    auto line = fmt::format(".B knowwho {}\n", command.name);
    auto const entries = option_entries(command);
    line += std::ranges::all_of(entries, &OptionEntry::is_argument) ? "" : "[\\fIoptions\\fR]\n";
    for (auto const& entry : entries) {
        if (entry.is_argument()) {
            auto const name = "\\fI" + escaped(entry.placeholder) + "\\fR";
            line += (entry.required ? name : "[" + name + "]") + "\n";
        }
    }
    return line;
}

std::string entry_text(OptionEntry const& entry)
{
    auto names = std::string{};
    for (auto const& name : entry.spellings()) {
        names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", escaped(name));
    }
    auto const value = entry.is_argument() || entry.is_flag() ? std::string{} : fmt::format(" \\fI{}\\fR", escaped(entry.placeholder));
    return fmt::format(".TP\n{}{}\n{}\n", entry.is_argument() ? fmt::format("\\fI{}\\fR", escaped(entry.placeholder)) : names, value, escaped(entry.help));
}

std::string section(std::string_view title, std::vector<OptionEntry> const& entries, bool arguments)
{
    auto text = std::string{};
    for (auto const& entry : entries) {
        text += entry.is_argument() == arguments ? entry_text(entry) : "";
    }
    return text.empty() ? text : fmt::format(".SH {}\n{}", title, text);
}

std::string heading(std::string const& name, std::string_view summary)
{
    return fmt::format(".TH {} 1 \"\" \"knowwho {}\" \"knowwho\"\n.SH NAME\n{} \\- {}\n", escaped(ascii_upper(name)), KNOWWHO_VERSION, escaped(name), escaped(summary));
}

std::string example_text(std::string_view example)
{
    return fmt::format(".SH EXAMPLE\n.nf\n{}\n.fi\n", escaped(example));
}

std::string page_of(Command const& command)
{
    auto const entries = option_entries(command);
    return heading("knowwho-" + dashed(command.name), command.summary) + ".SH SYNOPSIS\n" + synopsis(command)
           + section("ARGUMENTS", entries, true) + section("OPTIONS", entries, false) + example_text(command.example)
           + ".SH SEE ALSO\n.BR knowwho (1)\nfor the options of every command, the exit codes and the files.\n";
}

constexpr std::string_view exit_codes = R"(.SH EXIT STATUS
.TP
0
done
.TP
1
done, with problems worth reading
.TP
2
the command line or the goals file is not understood
.TP
3
an input cannot be read, or the output cannot be written
.TP
4
the notebook cannot be used
.TP
5
the network cannot be reached
.TP
130
interrupted; what was finished is kept
)";

constexpr std::string_view files = R"(.SH FILES
.TP
$XDG_DATA_HOME/knowwho/knowwho.db
the notebook, usually ~/.local/share/knowwho/knowwho.db; one SQLite file, readable by its owner only
.TP
$XDG_CONFIG_HOME/knowwho/sources
your own recipes for public sources, usually in ~/.config/knowwho/sources
.SH ENVIRONMENT
.TP
NO_COLOR
no colours, whatever its value
.TP
SOURCE_DATE_EPOCH
seconds since 1970, taken for now: the same input then gives the same bytes; \-\-today goes before it
.TP
XDG_DATA_HOME, XDG_CONFIG_HOME
where the notebook and your own recipes lie
.TP
KNOWWHO_CONTACT
a page or an address of yours; public sources that are asked see it in the User-Agent
.TP
KNOWWHO_CHAT_KEY, KNOWWHO_EMBEDDINGS_KEY
the keys of the models that \-\-rephrase and the section [embeddings] of the goals name; kept nowhere
.TP
HTTPS_PROXY, ALL_PROXY, NO_PROXY, CURL_CA_BUNDLE, SSL_CERT_FILE
the way to the network, and whose certificates are believed
.TP
KNOWWHO_REPLAY
the address of a replay server on this machine that is asked instead of every host, for tests
.PP
Keys of public sources have variables of their own: knowwho sources lists them.
)";

std::string main_page(std::span<Command const> commands)
{
    auto text = heading("knowwho", "an attendee list in, the three to five people worth meeting out");
    text += ".SH SYNOPSIS\n.B knowwho\n[\\fIoptions\\fR]\n\\fIcommand\\fR\n[\\fIarguments\\fR]\n.SH DESCRIPTION\n"
            "Reads attendee lists of any form, gathers what public pages say about the people, ranks them against your goals\n"
            "and writes a printable briefing with conversation openers. Everything stays in one file on this machine.\n.SH COMMANDS\n";
    for (auto const& command : commands) {
        text += fmt::format(".TP\n\\fB{}\\fR\n{}; see \\fBknowwho\\-{}\\fR(1)\n", escaped(command.name), escaped(command.summary), escaped(dashed(command.name)));
    }
    text += section("OPTIONS OF EVERY COMMAND", global_entries(), false);
    text += exit_codes;
    text += files;
    return text + example_text("knowwho brief teilnehmer.csv --goals goals.toml --pages pages --offline -o briefing.pdf");
}

} // namespace

std::vector<ManualFile> man_pages(std::span<Command const> commands)
{
    auto pages = std::vector<ManualFile>{{"knowwho.1", main_page(commands)}};
    for (auto const& command : commands) {
        pages.push_back({"knowwho-" + dashed(command.name) + ".1", page_of(command)});
    }
    return pages;
}

std::string command_table(std::span<Command const> commands)
{
    auto text = std::string{"| command | what it does |\n|---|---|\n"};
    for (auto const& command : commands) {
        text += fmt::format("| `knowwho {}` | {} |\n", command.name, command.summary);
    }
    return text;
}

} // namespace knowwho
