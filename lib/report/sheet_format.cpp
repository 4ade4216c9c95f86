// SPDX-License-Identifier: MIT
// One door to all forms that a briefing is written in, chosen by the ending of the file's name.
#include "report/sheet_format.hpp"

#include "report/calendar.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "report/pdf_pocket.hpp"
#include "report/vcard.hpp"

#include <array>

namespace knowwho {

namespace {

struct Ending {
    std::string_view text;
    SheetFormat format;
};

/// The longer ending first.
constexpr std::array<Ending, 8> endings{{
    {".pocket.pdf", SheetFormat::pocket_card}, {".pdf", SheetFormat::pdf}, {".html", SheetFormat::html},
    {".htm", SheetFormat::html}, {".md", SheetFormat::markdown}, {".json", SheetFormat::json},
    {".ics", SheetFormat::calendar}, {".vcf", SheetFormat::vcards},
}};

} // namespace

std::optional<SheetFormat> sheet_format_of(std::string_view file)
{
    for (auto const& ending : endings) {
        if (file.size() > ending.text.size() && file.ends_with(ending.text)) {
            return ending.format;
        }
    }
    return std::nullopt;
}

std::string_view sheet_endings()
{
    return ".html, .pdf, .pocket.pdf, .md, .json, .ics or .vcf";
}

std::string write_sheet(Briefing const& briefing, BriefingInput const& input, SheetFormat format, SheetOptions const& options, Instant now)
{
    switch (format) {
    case SheetFormat::html:
        return to_html(briefing, options);
    case SheetFormat::pdf:
        return to_pdf(briefing, options, now);
    case SheetFormat::pocket_card:
        return to_pocket_card(briefing, options, now);
    case SheetFormat::markdown:
        return to_markdown(briefing);
    case SheetFormat::json:
        return to_json(briefing);
    case SheetFormat::calendar:
        return to_calendar(briefing, input.goals, now);
    case SheetFormat::vcards:
        return to_vcards(briefing, input);
    }
    return {};
}

} // namespace knowwho
