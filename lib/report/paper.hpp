// SPDX-License-Identifier: MIT
// The paper that a briefing is printed on, and how.
#pragma once

namespace knowwho {

class Hyphenation;

enum class Paper { a4, letter };

/// Width and height in points (1/72 inch), upright.
struct PaperSize {
    double width = 0;
    double height = 0;
};

constexpr PaperSize size_of(Paper paper)
{
    return paper == Paper::a4 ? PaperSize{595.28, 841.89} : PaperSize{612, 792};
}

struct SheetOptions {
    Paper paper = Paper::a4;      ///< of HTML the rules for printing only
    bool large_print = false;     ///< about 13 point and one column
    bool black_and_white = false; ///< no colours at all; the coloured one prints well in grey too
    Hyphenation const* hyphenation = nullptr; ///< for the PDF of a German sheet, must outlive the call; null: words stay whole
};

} // namespace knowwho
