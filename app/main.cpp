// SPDX-License-Identifier: MIT
// Picks the command, catches once, sets the exit code.
#include "app/command.hpp"
#include "app/command_line.hpp"
#include "app/interruption.hpp"
#include "app/progress_bar.hpp"
#include "data/resources.hpp"
#include "model/error.hpp"

#include <charconv>
#include <chrono>
#include <clocale>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace knowwho {
namespace {

std::filesystem::path usual_notebook()
{
    auto const* const data_home = std::getenv("XDG_DATA_HOME");
    if (data_home != nullptr && *data_home == '/') {
        return std::filesystem::path{data_home} / "knowwho/knowwho.db";
    }
    auto const* const home = std::getenv("HOME");
    if (home == nullptr || *home == '\0') {
        throw Error{ExitCode::notebook, "there is no HOME folder to keep the notebook in", "name a file with --notebook"};
    }
    return std::filesystem::path{home} / ".local/share/knowwho/knowwho.db";
}

/// The clock; instead of it SOURCE_DATE_EPOCH, seconds since 1970 (reproducible-builds.org/specs/source-date-epoch).
Instant clock_time()
{
    auto const* const epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr || *epoch == '\0') {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
    auto const written = std::string_view{epoch};
    auto seconds = std::uint32_t{};
    auto const [end, error] = std::from_chars(written.data(), written.data() + written.size(), seconds);
    if (error != std::errc{} || end != written.data() + written.size()) {
        throw Error{ExitCode::usage, fmt::format("SOURCE_DATE_EPOCH: '{}' is not a number of seconds since 1970", written),
            "unset it, or give the day with --today"};
    }
    return Instant{std::chrono::seconds{seconds}};
}

Instant now(std::string const& today)
{
    if (today.empty()) {
        return clock_time();
    }
    auto const day = parse_iso_date(today);
    if (!day || day->day == 0) {
        throw Error{ExitCode::usage, fmt::format("--today: '{}' is not a day", today), "write it as 2026-11-25"};
    }
    using namespace std::chrono;
    return sys_days{year{day->year} / day->month / day->day};
}

bool is_terminal_with_colour()
{
    auto const* const no_colour = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

ExitCode run(std::span<char const* const> words)
{
    auto const commands = all_commands();
    auto const invocation = parse_command_line(commands, words);
    auto const& globals = invocation.globals;
    if (invocation.command == nullptr) {
        std::cout << invocation.print;
        return ExitCode::done;
    }
    if (!globals.data.empty()) {
        override_resources(globals.data);
    }
    auto const interruption = Interruption{};
    auto bar = ProgressBar{std::cerr, ::isatty(STDERR_FILENO) != 0 && !globals.quiet};
    auto context = Context{std::cout, std::cerr, now(globals.today),
        globals.notebook.empty() ? usual_notebook() : std::filesystem::path{globals.notebook},
        Watch{bar.callback(), interruption.token()}, globals.quiet, globals.verbose, is_terminal_with_colour()};
    return invocation.command->run(context);
}

int report(Error const& error)
{
    std::cerr << "knowwho: " << error.what() << '\n';
    if (!error.hint().empty()) {
        std::cerr << "         " << error.hint() << '\n';
    }
    return static_cast<int>(error.code());
}

/// A pipe that was closed, or a full disk behind standard output.
int finish(ExitCode code)
{
    std::cout.flush();
    if (!std::cout) {
        return report({ExitCode::input, "standard output could not be written", "check that the disk has room"});
    }
    return static_cast<int>(code);
}

} // namespace
} // namespace knowwho

int main(int count, char** words)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    try {
        return knowwho::finish(knowwho::run({words, static_cast<std::size_t>(count)}));
    } catch (knowwho::Error const& error) {
        std::cout.flush();
        return knowwho::report(error);
    } catch (std::filesystem::filesystem_error const& failure) {
        return knowwho::report({knowwho::ExitCode::input, fmt::format("'{}' cannot be looked at: {}", failure.path1().string(), failure.code().message()),
            "check the name, and the rights of the file and its folder"});
    } catch (std::bad_alloc const&) {
        return knowwho::report({knowwho::ExitCode::input, "there is not enough memory for this", "try a smaller list"});
    } catch (std::exception const& exception) {
        return knowwho::report({knowwho::ExitCode::input, fmt::format("this should not happen: {}", exception.what()),
            "please report it with the command and, if you may, the file"});
    }
}
