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
    house,  ///< a desk or house too: "Redaktion"
};

/// The names in a byline, in order: what opens it ("Von", "posted by"), dates, roles before names and
/// behind commas, weekdays and addresses are left out. Of several lines (newlines between them) the
/// first one with names speaks. Empty if none is of that form.
std::vector<std::string> names_in_byline(std::string_view line, NameForm form);

/// Whether the line starts as a byline does.
bool opens_byline(std::string_view line);

/// Whether the line is only what stands before a name: "Autorin:", "Text".
bool is_byline_label(std::string_view line);

/// A full name whose first word is known as a given name: "Marina Mucha", not "Grüne Woche".
bool is_known_name(std::string_view text);

} // namespace knowwho
