// SPDX-License-Identifier: MIT
// The briefing as a PDF: real text in embedded fonts, tagged, with links and an outline.
#pragma once

#include "model/date.hpp"
#include "report/briefing.hpp"
#include "report/paper.hpp"

#include <string>

namespace knowwho {

class Hyphenation;

struct PdfOptions {
    Paper paper = Paper::a4;
    bool large_print = false;     ///< about 13 point and one column
    bool black_and_white = false; ///< no colours at all; the coloured one prints well in grey too
    Hyphenation const* hyphenation = nullptr; ///< breaks long words at the ends of lines; must outlive the call
};

/// The bytes of the file. `now` is its creation date: the same values give the same bytes.
/// Throws Error (input) when the fonts or the drawing fail.
std::string to_pdf(Briefing const& briefing, PdfOptions const& options, Instant now);

} // namespace knowwho
