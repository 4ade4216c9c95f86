// SPDX-License-Identifier: MIT
// What was dropped on the page: in a folder that only the user may read, and only while it is needed.
#pragma once

#include "review/form.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace knowwho::review {

/// Removed with everything in it at the end.
class Incoming {
public:
    /// Makes nothing yet: the folder comes with the first file.
    Incoming() = default;
    ~Incoming();
    Incoming(Incoming const&) = delete;
    Incoming& operator=(Incoming const&) = delete;

    /// Writes the files into a folder of their own and returns it. Names are the browser's, made harmless; of two that are
    /// the same the second gets a number. Throws Error (input) as write_file() does.
    std::filesystem::path keep(std::vector<SentFile> const& files);

    /// Removes what a review that was killed left behind: folders of this user with a mark that no living process holds.
    static void remove_abandoned();

    /// Removes one such folder.
    static void remove(std::filesystem::path const& folder);

private:
    std::filesystem::path m_folder;
    int m_mark = -1; ///< a file in it that is locked as long as we live, whatever ends us
    int m_count = 0;
};

/// A file name without folders, control characters and a leading dot, at most 120 bytes; never empty.
std::string harmless_name(std::string_view name);

} // namespace knowwho::review
