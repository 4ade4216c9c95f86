// SPDX-License-Identifier: MIT
#include "app/review_opening.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

extern char** environ;

namespace knowwho::review {
namespace {

std::filesystem::path private_folder()
{
    auto const* const runtime = std::getenv("XDG_RUNTIME_DIR");
    return runtime != nullptr && *runtime == '/' ? std::filesystem::path{runtime} : std::filesystem::temp_directory_path();
}

/// A new file of that beginning with mode 0600; empty if there is none.
std::filesystem::path write_privately(std::filesystem::path const& folder, std::string const& text)
{
    auto name = (folder / "knowwho-review-XXXXXX.html").string();
    auto const file = ::mkstemps(name.data(), 5);
    if (file < 0) {
        return {};
    }
    bool const written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(file);
    if (!written) {
        ::unlink(name.c_str());
        return {};
    }
    return name;
}

void start_browser(std::string path)
{
    auto program = std::string{"xdg-open"};
    auto words = std::array<char*, 3>{program.data(), path.data(), nullptr};
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto process = ::pid_t{};
    bool const started = ::posix_spawnp(&process, program.c_str(), &actions, nullptr, words.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    if (started) { // some desktops stay until the browser is closed
        std::thread{[process] { ::waitpid(process, nullptr, 0); }}.detach();
    }
}

} // namespace

BrowserOpening::BrowserOpening(std::string const& address)
{
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
        return;
    }
    m_file = write_privately(private_folder(), fmt::format("<!DOCTYPE html>\n<meta charset=\"utf-8\"><title>knowwho</title>"
        "<meta http-equiv=\"refresh\" content=\"0; url={0}\"><p><a href=\"{0}\">knowwho review</a></p>\n", address));
    if (!m_file.empty()) {
        start_browser(m_file.string());
    }
}

BrowserOpening::~BrowserOpening()
{
    auto ignored = std::error_code{};
    if (!m_file.empty()) {
        std::filesystem::remove(m_file, ignored);
    }
}

BrowserOpening::BrowserOpening(BrowserOpening&& other) noexcept : m_file(std::exchange(other.m_file, {})) {}

} // namespace knowwho::review
