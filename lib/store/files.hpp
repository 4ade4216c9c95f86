// SPDX-License-Identifier: MIT
// Files read whole and written whole: beside the target first, then renamed over it.
#pragma once

#include "model/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace knowwho {

/// The bytes of a file; "-" reads standard input, and stops waiting when the watch says so. Throws Error (input) with a clear sentence
/// for what is missing, a folder, unreadable, or larger than `limit` bytes.
std::string read_file(std::filesystem::path const& path, std::size_t limit = std::size_t{1} << 30, Watch const& watch = {});

/// The same piece by piece.
class FileReader {
public:
    FileReader(std::filesystem::path const& path, Watch const& watch);
    ~FileReader();
    FileReader(FileReader const&) = delete;
    FileReader& operator=(FileReader const&) = delete;

    /// The next bytes, at most so many; empty at the end. Throws as read_file() does.
    std::string read(std::size_t most);

    /// Bytes of the whole file; 0 if that is not known.
    std::int64_t size() const noexcept { return m_size; }

private:
    std::filesystem::path m_path; ///< as messages name it
    Watch m_watch;
    int m_descriptor;
    std::int64_t m_size = 0;
};

/// Writes beside `path` and renames, so that the file is either the old or the new one; an existing file
/// keeps its permissions, a link stays one. A device or a pipe is written to as it is. Throws Error (input) naming file and cause, e.g. a full disk.
void write_file(std::filesystem::path const& path, std::string_view bytes);

} // namespace knowwho
