// SPDX-License-Identifier: MIT
// The files of a folder that hold pages and notes.
#include "enrich/page_files.hpp"

#include "model/error.hpp"
#include "text/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace knowwho {

namespace {

namespace fs = std::filesystem;

/// What browsers append to a page's name for the folder of its pictures and frames.
constexpr std::array<std::string_view, 6> companion_endings = {"_files", "-Dateien", "_Dateien", "-files", ".files", "_bestanden"};

bool is_companion(fs::path const& folder)
{
    std::string const name = folder.filename().string();
    return std::any_of(companion_endings.begin(), companion_endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_page(fs::path const& file)
{
    std::string const ending = ascii_lower(file.extension().string());
    constexpr std::array<std::string_view, 7> known = {".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown"};
    return std::find(known.begin(), known.end(), ending) != known.end();
}

} // namespace

std::vector<fs::path> page_files(fs::path const& folder)
{
    std::error_code trouble;
    if (!fs::is_directory(folder, trouble)) {
        throw Error(ExitCode::input, fmt::format("'{}' is not a folder.", folder.string()), "Name the folder with the pages that you saved.");
    }
    std::vector<fs::path> files;
    fs::recursive_directory_iterator walk{folder, fs::directory_options::skip_permission_denied, trouble};
    for (; !trouble && walk != fs::recursive_directory_iterator{}; walk.increment(trouble)) {
        fs::path const& path = walk->path();
        bool const hidden = path.filename().string().starts_with('.');
        std::error_code unknown;
        if (walk->is_directory(unknown)) {
            if (hidden || is_companion(path)) {
                walk.disable_recursion_pending();
            }
        } else if (!hidden && is_page(path) && walk->is_regular_file(unknown)) {
            files.push_back(path);
        }
    }
    if (trouble) {
        throw Error(ExitCode::input, fmt::format("The folder '{}' can't be read: {}.", folder.string(), trouble.message()));
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace knowwho
