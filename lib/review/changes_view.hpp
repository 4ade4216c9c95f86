// SPDX-License-Identifier: MIT
// What was decided, newest first, and the button that takes the newest back.
#pragma once

#include "review/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace knowwho::review {

struct ChangeRow {
    std::string when;
    std::string what;
    std::int64_t person = 0; ///< 0: about the event
    std::string before;
    std::string after;
};

std::string changes_html(Frame const& frame, std::vector<ChangeRow> const& rows);

} // namespace knowwho::review
