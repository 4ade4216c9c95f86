// SPDX-License-Identifier: MIT
#include "app/pages_step.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace knowwho {

EnrichResult enrich_from(Notebook& notebook, EventId event, std::string const& folder, Goals const* goals,
    Context const& context, std::vector<Problem>& problems)
{
    if (folder.empty()) {
        return {};
    }
    if (!std::filesystem::is_directory(folder)) {
        throw Error{ExitCode::input, fmt::format("--pages: '{}' is not a folder", folder),
            "name the folder that holds the pages you saved"};
    }
    auto result = enrich_from_pages(notebook, event, folder, goals, context.now, context.watch);
    problems.insert(problems.end(), result.problems.begin(), result.problems.end());
    return result;
}

} // namespace knowwho
