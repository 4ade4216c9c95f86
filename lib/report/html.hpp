// SPDX-License-Identifier: MIT
// The briefing as one HTML file: no script, no request to anywhere, made to be printed.
#pragma once

#include "report/briefing.hpp"
#include "report/paper.hpp"

#include <string>

namespace knowwho {

struct HtmlOptions {
    Paper paper = Paper::a4;         ///< for the print rules only
    bool large_print = false;        ///< 13 point and one column
    bool black_and_white = false;    ///< no colours at all; the coloured one prints well in grey too
};

/// Throws Error (usage) if an overriding template can't be read.
std::string to_html(Briefing const& briefing, HtmlOptions const& options = {});

} // namespace knowwho
