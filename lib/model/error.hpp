// SPDX-License-Identifier: MIT
// What is thrown when a command cannot go on: a sentence, a way out, and the exit code.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace knowwho {

/// The exit codes that the manual promises.
enum class ExitCode : int {
    done = 0,
    done_with_problems = 1,
    usage = 2,
    input = 3,
    notebook = 4,
    network = 5,
    interrupted = 130,
};

/// `what()` is one sentence for the user that names the thing; `hint()` the way out, or empty.
/// Caught once, in `main`, and wherever work must outlive one failure.
class Error : public std::runtime_error {
public:
    Error(ExitCode code, std::string const& sentence, std::string hint = {})
        : std::runtime_error(sentence), m_code(code), m_hint(std::move(hint))
    {
    }

    ExitCode code() const noexcept { return m_code; }
    std::string const& hint() const noexcept { return m_hint; }

private:
    ExitCode m_code;
    std::string m_hint;
};

/// The user stopped the command; what was finished before is kept.
class Interrupted : public Error {
public:
    Interrupted()
        : Error(ExitCode::interrupted, "stopped: what was finished before is kept",
              "run the same command again to go on")
    {
    }
};

} // namespace knowwho
