// SPDX-License-Identifier: MIT
// One door to all forms that a briefing is written in, chosen by the ending of the file's name.
#pragma once

#include "model/date.hpp"
#include "report/briefing.hpp"
#include "report/compose.hpp"
#include "report/paper.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

enum class SheetFormat { html, pdf, pocket_card, markdown, json, calendar, vcards };

/// .html, .htm, .pdf, .pocket.pdf, .md, .json, .ics or .vcf; empty for anything else.
std::optional<SheetFormat> sheet_format_of(std::string_view file);

/// The endings, for messages: ".html, .pdf, …".
std::string_view sheet_endings();

/// The bytes of the file. `input` is what the briefing was composed of; `now` the date that a
/// PDF or calendar carries.
std::string write_sheet(Briefing const& briefing, BriefingInput const& input, SheetFormat format, SheetOptions const& options, Instant now);

} // namespace knowwho
