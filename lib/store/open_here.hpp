// SPDX-License-Identifier: MIT
// Which notebooks this process has open. For `store/` only.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace knowwho {

/// Counts as long as a connection lives. Closing any descriptor of a file drops all the locks that the process holds on
/// it (POSIX, fcntl): another process then takes itself for the last one and removes the write-ahead log under our feet.
/// So a notebook that is open here is never opened past SQLite; https://www.sqlite.org/howtocorrupt.html, 2.2.
class OpenHere {
public:
    explicit OpenHere(std::filesystem::path const& file);
    ~OpenHere();
    OpenHere(OpenHere const&) = delete;
    OpenHere& operator=(OpenHere const&) = delete;

    /// What `read` gives, while nobody can open the file; an empty value if it is open here already.
    template <typename Read>
    static auto unless_open(std::filesystem::path const& file, Read read) -> decltype(read())
    {
        auto const lock = std::scoped_lock{mutex()};
        return counts().contains(key_of(file)) ? decltype(read()){} : read();
    }

private:
    static std::mutex& mutex();
    static std::map<std::string, int>& counts();
    static std::string key_of(std::filesystem::path const& file);

    std::string m_key;
};

} // namespace knowwho
