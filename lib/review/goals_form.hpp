// SPDX-License-Identifier: MIT
// Goals as fields of a form, there and back.
#pragma once

#include "review/form.hpp"
#include "score/goals_editing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho::review {

/// Goals of a file as an edit that changes nothing.
GoalsEdit edit_of(Goals const& goals);

/// The fields that goals_form_html() makes, read back. A goal without want and organisations is left out, as is
/// one that is to go. What cannot be read is left at its default and named in `unread` by the word for its field.
GoalsEdit read_goals_form(Form const& form, std::vector<std::string_view>& unread);

} // namespace knowwho::review
