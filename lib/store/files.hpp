// SPDX-License-Identifier: MIT
// Files read whole and written whole: beside the target first, then renamed over it.
#pragma once

#include "model/watch.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace knowwho {

/// The bytes of a file; "-" reads standard input, and stops waiting when the watch says so. Throws Error (input) with a clear sentence
/// for what is missing, a folder, unreadable, or larger than `limit` bytes.
std::string read_file(std::filesystem::path const& path, std::size_t limit = std::size_t{1} << 30, Watch const& watch = {});

/// Writes beside `path` and renames, so that the file is either the old or the new one; an
/// existing file keeps its permissions. Throws Error (input) naming file and cause, e.g. a full disk.
void write_file(std::filesystem::path const& path, std::string_view bytes);

} // namespace knowwho
