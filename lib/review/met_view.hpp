// SPDX-License-Identifier: MIT
// The form in which an encounter is noted in under a minute, and what came of it.
#pragma once

#include "review/follow_ups_view.hpp"
#include "review/page.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho::review {

/// Rows of the form for promises of each side.
inline constexpr int promise_rows = 2;

/// Somebody who may be meant.
struct MetChoice {
    std::int64_t id = 0;
    std::string name;
    std::string what;
};

struct MetView {
    std::map<std::string, std::string, std::less<>> values; ///< of the fields, by their names
    std::int64_t person = 0;        ///< who is meant; 0: the field `who` says it
    std::string name;               ///< of that person
    std::string error;              ///< why it was not noted; may be empty
    std::vector<MetChoice> choices; ///< who may have been meant
    std::vector<std::string> likely; ///< names to be proposed while one writes
    std::vector<std::pair<std::string, std::string>> events; ///< name, and what is shown of it
    std::vector<std::string> goals; ///< for which the talk may have been worth something
    std::string noted;              ///< the sentence that says what was noted just now; may be empty
    std::vector<FollowUpRow> to_do; ///< what that asks for
};

std::string met_html(Frame const& frame, MetView const& view);

} // namespace knowwho::review
