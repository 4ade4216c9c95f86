// SPDX-License-Identifier: MIT
#include "review/job_view.hpp"

#include <algorithm>
#include <ctemplate/template.h>
#include <fmt/format.h>

namespace knowwho::review {

std::string step_words(PageWords const& words, JobState const& job)
{
    auto key = "step_" + job.step.substr(0, job.step.find(" about "));
    std::ranges::replace(key, ' ', '_');
    auto const known = words.all().find(key);
    return known == words.all().end() ? job.step : std::string{known->second};
}

std::string job_html(Frame const& frame, JobState const& job, std::string const& back)
{
    if (job.name.empty()) {
        return {};
    }
    auto dictionary = ctemplate::TemplateDictionary{"job"};
    set_frame(dictionary, frame);
    dictionary.SetValue("JOB_TITLE", std::string{frame.words("job_" + job.name)});
    dictionary.SetValue("BACK", back);
    dictionary.SetValue("RESULT", job.failed ? frame.words.said(job.result) : job.result);
    auto& state = *dictionary.AddSectionDictionary(job.is_running ? "RUNNING" : job.failed ? "FAILED" : "FINISHED");
    state.SetValue("STEP", step_words(frame.words, job));
    state.SetIntValue("DONE", static_cast<long>(job.done));
    state.SetIntValue("TOTAL", static_cast<long>(std::max<std::int64_t>(job.total, 1)));
    return fill_template("job", dictionary);
}

} // namespace knowwho::review
