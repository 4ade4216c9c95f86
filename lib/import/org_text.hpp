// SPDX-License-Identifier: MIT
// Notes of Emacs' Org mode as Markdown, line by line.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

bool looks_like_org(std::string_view text);

/// Headings with the properties of their drawers as a list below, without keywords of tasks; the lines keep their numbers.
std::string org_to_markdown(std::string_view text);

} // namespace knowwho
