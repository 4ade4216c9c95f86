// SPDX-License-Identifier: MIT
// What the parts of a card are made from.
#pragma once

#include "report/compose_card.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// The maker with the one person it is busy with; refers to what compose() was given.
struct CardWork {
    CardMaker& maker;
    Match const& match;
    Candidate const& candidate;

    RosterRow const& row() const { return candidate.attendance.row; }
    Phrases const& phrases() const { return maker.phrases; }
    Goals const& goals() const { return maker.input.goals; }

    /// A phrase that says what the row of the list does not.
    Statement from_row(std::string_view key) const
    {
        return {std::string{phrases()(key)}, maker.sources.cite(row_source(candidate))};
    }
};

} // namespace knowwho
