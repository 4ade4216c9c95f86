// SPDX-License-Identifier: MIT
// Names out of bylines: "Von Anna Weber und Bernd Krause, 12. Mai 2026".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// How much of a name a text must look like.
enum class NameForm {
    full,   ///< two to five capitalised words
    any,    ///< a pseudonym too: one word, small letters, digits
};

/// The names in a byline, in order: what opens it ("Von", "posted by"), dates, roles behind commas and
/// addresses are left out. Empty if none is of that form.
std::vector<std::string> names_in_byline(std::string_view line, NameForm form);

/// Whether the line starts as a byline does.
bool opens_byline(std::string_view line);

} // namespace knowwho
