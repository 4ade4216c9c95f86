// SPDX-License-Identifier: MIT
// The sheet as it will print, what may be chosen about it, and its files.
#pragma once

#include "review/form.hpp"
#include "review/page.hpp"

#include <cstddef>
#include <string>

namespace knowwho::review {

struct SheetChoice {
    bool letter = false;
    bool large_print = false;
    bool black_and_white = false;
    std::size_t targets = 5; ///< 1 to 5

    bool operator==(SheetChoice const&) const = default;
};

SheetChoice sheet_choice(Form const& query);

/// The query of a choice, with '?' in front unless it is empty.
std::string query_of(SheetChoice const& choice);

struct BriefingView {
    SheetChoice choice;
    std::size_t cards = 0;      ///< people on the sheet
    std::string file_name;      ///< of the downloads, without ending: "knowwho-pumpentag"
};

std::string briefing_html(Frame const& frame, BriefingView const& view);

} // namespace knowwho::review
