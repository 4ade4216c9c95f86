// SPDX-License-Identifier: MIT
// The briefing as Markdown, for notes and for reading aloud.
#pragma once

#include "report/briefing.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// CommonMark without HTML; sources are footnote numbers in brackets.
std::string to_markdown(Briefing const& briefing);

/// A text in which nothing is markup: punctuation that CommonMark could take for some is escaped.
std::string markdown_text(std::string_view text);

} // namespace knowwho
