// SPDX-License-Identifier: MIT
// The sizes of paper that a briefing is printed on.
#pragma once

namespace knowwho {

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

} // namespace knowwho
