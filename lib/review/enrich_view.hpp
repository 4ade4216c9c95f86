// SPDX-License-Identifier: MIT
// What would be asked of whom, and how far the asking is.
#pragma once

#include "review/jobs.hpp"
#include "review/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace knowwho::review {

/// One source as the plan asks it.
struct PlannedSource {
    std::string title;
    std::vector<std::string> hosts;
    std::size_t people = 0;
    int requests = 0;
};

/// What is planned or left out for a person.
struct PlannedPerson {
    std::int64_t id = 0;
    std::string name;
    std::string organisation;
    std::vector<std::string> asked;                            ///< "OpenAlex (2)"
    std::vector<std::pair<std::string, std::string>> passed; ///< source, why not
};

struct PastAsk {
    std::string source;
    std::size_t found = 0, nothing = 0, refused = 0, failed = 0, left = 0;
};

struct EnrichView {
    int people = 20; ///< the budget
    int requests = 400;
    int minutes = 15;
    int planned_requests = 0;
    double planned_seconds = 0;
    std::vector<PlannedSource> sources;
    std::vector<PlannedPerson> chosen;
    std::vector<PastAsk> past;
    std::vector<std::string> problems;
    JobState job;
};

std::string enrich_html(Frame const& frame, EnrichView const& view);

} // namespace knowwho::review
