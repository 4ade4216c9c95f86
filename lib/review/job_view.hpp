// SPDX-License-Identifier: MIT
// How far the long piece of work is: shown, followed by the script, stopped.
#pragma once

#include "review/jobs.hpp"
#include "review/page.hpp"

#include <string>

namespace knowwho::review {

/// Nothing if no job ran yet. `back`: the path where stopping goes on to.
std::string job_html(Frame const& frame, JobState const& job, std::string const& back);

/// The step in words of the page: "Seiten werden gelesen"; as the job says it if the page has none.
std::string step_words(PageWords const& words, JobState const& job);

} // namespace knowwho::review
