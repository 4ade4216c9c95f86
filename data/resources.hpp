// SPDX-License-Identifier: MIT
// The files of data/, built into the program; `--data DIR` lays a folder of the same form over them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The bytes of one file, by its path below data/, e.g. "lexicon/titles.tsv". A file of that
/// path in the overriding folder wins. The view stays valid until the program ends.
/// Throws Error (usage) if there is no such file.
std::string_view resource(std::string_view path);

/// The paths of all files whose path starts with `prefix`, sorted; the overriding folder's included.
std::vector<std::string> resource_paths(std::string_view prefix);

/// Lays `folder` over the built-in files. Called once, before the first use: what has been
/// read stays. Throws Error (usage) if it is not a folder.
void override_resources(std::filesystem::path const& folder);

} // namespace knowwho
