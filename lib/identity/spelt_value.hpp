// SPDX-License-Identifier: MIT
// A value with the kinds of its letters: most pairs of strangers are told apart by these alone.
#pragma once

#include "identity/duplicate_records.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace knowwho {

/// One bit for each letter, some of which share theirs; one for having digits; one for a given name that has longer forms.
std::uint64_t letters_of(FieldKind kind, std::string_view value);

std::string digits_of(std::string_view text);

/// Up to the first blank.
std::string_view first_word(std::string_view text);

struct SpeltValue {
    std::string const& text;
    std::uint64_t letters; ///< letters_of()
};

/// Whether one of two given names may be short for the other.
bool may_be_short_forms(SpeltValue const& a, SpeltValue const& b);

/// Never less than their jaro_winkler(), and quick.
double likeness_at_most(SpeltValue const& a, SpeltValue const& b);

/// Whether so few slips of the pen part them.
bool are_slips_apart(SpeltValue const& a, SpeltValue const& b, int slips);

/// "Gast 1" and "Gast 2": a number is no slip of the pen.
bool are_numbered_apart(SpeltValue const& a, SpeltValue const& b);

} // namespace knowwho
