// SPDX-License-Identifier: MIT
// `enrich --pages DIR`: what the user saved from a browser or wrote down becomes quotes about people.
#pragma once

#include "enrich/kept_findings.hpp"
#include "model/goals.hpp"
#include "model/ids.hpp"
#include "model/problem.hpp"
#include "model/watch.hpp"

#include <filesystem>
#include <vector>

namespace knowwho {

class Notebook;

/// What was done, counted over the whole folder.
struct EnrichResult : FindingCounts {
    int pages_read = 0;
    int pages_unchanged = 0; ///< known from before, for the same roster and goals
    std::vector<Problem> problems;
};

/// Reads every HTML, text and Markdown file of the folder and the folders in it, by name, and stores
/// pages, snippets and links, each page in a transaction of its own: a stop loses the page in hand at
/// most. What a browser saved beside a page ("…_files") is passed over. Files that cannot be read, are
/// larger than 32 MiB, or are profile pages of LinkedIn and XING become problems. `goals` may be null.
/// Throws Error (input) if the folder cannot be read, and Interrupted when the watch says stop.
EnrichResult enrich_from_pages(Notebook& notebook, EventId event, std::filesystem::path const& folder, Goals const* goals, Instant now,
                               Watch const& watch);

} // namespace knowwho
