// SPDX-License-Identifier: MIT
// The briefing as Markdown, for notes and for reading aloud.
#pragma once

#include "report/briefing.hpp"

#include <string>

namespace knowwho {

/// CommonMark without HTML; sources are footnote numbers in brackets.
std::string to_markdown(Briefing const& briefing);

} // namespace knowwho
