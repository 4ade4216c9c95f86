// SPDX-License-Identifier: MIT
// Who is kept until when, who is to be told, and how somebody is forgotten.
#pragma once

#include "review/page.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace knowwho::review {

/// Somebody who goes, is kept on purpose, or is to be told.
struct RetainedRow {
    std::int64_t id = 0;
    std::int64_t revision = 0;
    std::string name;
    std::string organisation;
    std::string day;      ///< when they go, or by when they are to be told; may be empty
    bool is_due = false;
    std::string told;     ///< the day on which they were told; empty: not yet
};

struct PrivacyView {
    std::size_t people = 0;
    std::size_t contacts = 0;
    std::vector<RetainedRow> going;  ///< the first of them
    std::size_t all_going = 0;
    std::size_t due = 0;             ///< of all that go
    std::vector<RetainedRow> kept;
    std::vector<RetainedRow> notices;
    std::size_t all_notices = 0;
    std::string q;                   ///< who is looked up, to be forgotten
    std::vector<RetainedRow> found;
    std::string told;                ///< what was done just now; may be empty
    std::string error;
};

/// What is held about somebody who may be forgotten.
struct ForgetView {
    std::int64_t id = 0;
    std::int64_t revision = 0;
    std::string name;
    std::string organisation;
    std::size_t lists = 0, snippets = 0, talks = 0, promises = 0;
    std::string error;
};

/// What came of it.
struct ForgottenView {
    bool has_namesake = false;
    bool is_held = false;           ///< another program reads the notebook, so that deleted bytes are still in its file
    std::vector<std::string> files; ///< of the user's own that name the person
};

std::string privacy_html(Frame const& frame, PrivacyView const& view);
std::string forget_html(Frame const& frame, ForgetView const& view);
std::string forgotten_html(Frame const& frame, ForgottenView const& view);

} // namespace knowwho::review
