// SPDX-License-Identifier: MIT
#include "data/resources.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>

namespace knowwho {
namespace {

struct Resource {
    std::string_view path;
    char const* begin;
    char const* end;
};

#include "resource_table.inc"

std::filesystem::path overriding_folder;

/// Files of the overriding folder that have been read; node-based, so that views stay valid.
std::map<std::string, std::string, std::less<>> overridden;
std::mutex overridden_mutex;

std::optional<std::string_view> overriding_file(std::string_view path)
{
    if (overriding_folder.empty()) {
        return std::nullopt;
    }
    auto const lock = std::scoped_lock{overridden_mutex};
    if (auto const known = overridden.find(path); known != overridden.end()) {
        return known->second;
    }
    auto file = std::ifstream{overriding_folder / path, std::ios::binary};
    if (!file) {
        return std::nullopt;
    }
    auto bytes = std::string{std::istreambuf_iterator<char>{file}, {}};
    return overridden.emplace(path, std::move(bytes)).first->second;
}

} // namespace

std::string_view resource(std::string_view path)
{
    if (auto const bytes = overriding_file(path)) {
        return *bytes;
    }
    auto const* const found = std::ranges::lower_bound(resources, path, {}, &Resource::path);
    if (found == std::end(resources) || found->path != path) {
        throw Error{ExitCode::usage, fmt::format("the program's data has no file '{}'", path)};
    }
    return {found->begin, found->end};
}

std::vector<std::string> resource_paths(std::string_view prefix)
{
    auto paths = std::vector<std::string>{};
    for (auto const& one : resources) {
        if (one.path.starts_with(prefix)) {
            paths.emplace_back(one.path);
        }
    }
    if (!overriding_folder.empty()) {
        for (auto const& entry : std::filesystem::recursive_directory_iterator{overriding_folder}) {
            auto path = entry.path().lexically_relative(overriding_folder).generic_string();
            if (entry.is_regular_file() && path.starts_with(prefix)) {
                paths.push_back(std::move(path));
            }
        }
    }
    std::ranges::sort(paths);
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

void override_resources(std::filesystem::path const& folder)
{
    if (!std::filesystem::is_directory(folder)) {
        throw Error{ExitCode::usage, fmt::format("--data: '{}' is not a folder", folder.string()),
            "name a folder of the same form as data/ in the source"};
    }
    overriding_folder = folder;
}

} // namespace knowwho
