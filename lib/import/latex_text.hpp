// SPDX-License-Identifier: MIT
// The lists and tables of a LaTeX source as Markdown, line by line.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

bool looks_like_latex(std::string_view text);

/// Sections, items and the rows of tables, accents composed; what only concerns the setting is left out.
/// The lines keep their numbers.
std::string latex_to_markdown(std::string_view text);

} // namespace knowwho
