// SPDX-License-Identifier: MIT
// What the words above a column say about its meaning.
#pragma once

#include "import/list_reading.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

struct HeaderMeaning {
    struct Candidate {
        Field field;
        double weight = 0; ///< 0 to 1: how much of the header says so; above 1 if it names the attendee too
    };

    std::vector<Candidate> candidates; ///< strongest first; empty if no word is known
    bool of_somebody_else = false;     ///< buyer, invoice, emergency contact: not the attendee
};

/// Reads a header, also inside longer ones: "Attendee name: Given name", "What is your company?",
/// "E-mail 1 - Value", "firstName". Asked once per column.
HeaderMeaning read_header(std::string_view header);

/// 0 to 1 that a cell is a column's header: 1 for a known word alone.
double header_likelihood(std::string_view cell);

/// Whether the whole cell is a known header: cheaper, and all that header_likelihood() is surest of.
bool is_header_phrase(std::string_view cell);

} // namespace knowwho
