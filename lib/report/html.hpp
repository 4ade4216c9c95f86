// SPDX-License-Identifier: MIT
// The briefing as one HTML file: no script, no request to anywhere, made to be printed.
#pragma once

#include "report/briefing.hpp"
#include "report/paper.hpp"

#include <string>

namespace knowwho {

/// Throws Error (usage) if an overriding template can't be read.
std::string to_html(Briefing const& briefing, SheetOptions const& options = {});

} // namespace knowwho
