// SPDX-License-Identifier: MIT
// The files of a folder that hold pages and notes.
#pragma once

#include <filesystem>
#include <vector>

namespace knowwho {

/// HTML, text and Markdown files in and below `folder`, sorted by name; without hidden files and
/// without the folders that browsers save beside a page. Symbolic links to folders are not followed.
/// Throws Error (input) if `folder` is no folder or cannot be read.
std::vector<std::filesystem::path> page_files(std::filesystem::path const& folder);

} // namespace knowwho
