// SPDX-License-Identifier: MIT
// How people are named and addressed in print and in speech; sex is never guessed from a first name.
#pragma once

#include "model/language.hpp"
#include "model/name.hpp"

#include <string>
#include <string_view>

namespace knowwho {

/// "Prof. Dr. Anna Weber", "王立群": titles, given and family name without Herr or Frau. Falls back to
/// what was written. Names in capitals only are written with small letters.
std::string full_name(PersonName const& name);

/// As to be addressed. German, Sie: "Frau Dr. Weber" if the list says Frau, else the full name.
/// German, du: the given name. English: "Dr Weber", "Ms Weber", else the full name.
std::string form_of_address(PersonName const& name, Language language, Address address);

/// The beginning of a spoken sentence, with comma and space: "Frau Dr. Weber, " if known,
/// "Anna, " for du, else the neutral "Guten Tag, " ("Hello, ").
std::string spoken_start(PersonName const& name, Language language, Address address);

/// The titles that German speech uses: "Prof. Dr.-Ing. habil." is "Prof.", "Dr. med." is "Dr.";
/// "Dipl.-Ing." and "M.Sc." are written but not spoken.
std::string spoken_title(std::string_view title);

/// Whether the text has letters, and no small ones.
bool is_all_capitals(std::string_view text);

/// "BRETTSCHNEIDER-VON HAGEN" as "Brettschneider-von Hagen"; other texts unchanged.
std::string without_capitals(std::string_view text);

} // namespace knowwho
