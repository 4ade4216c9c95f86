// SPDX-License-Identifier: MIT
// A written organisation taken apart, and whether two writings mean the same one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

struct Organisation {
    std::string written;    ///< exactly as the source has it
    std::string core;       ///< "Robert Bosch": without legal form, unit, and acronym in brackets
    std::string legal_form; ///< in its usual spelling: "GmbH & Co. KG", or empty
    std::string unit;       ///< "Lehrstuhl für Informatik 5", "Niederlassung Wien"
    std::string place;      ///< the town that the name or unit says
    std::string acronym;    ///< "KIT" beside "Karlsruher Institut für Technologie"

    friend bool operator==(Organisation const&, Organisation const&) = default;
};

/// Takes an organisation apart. Never fails: at worst the core is the text, trimmed.
Organisation parse_organisation(std::string_view written);

/// 0 to 1 that the text is an organisation and not a person, a role, a place or a sentence.
double organisation_likelihood(std::string_view text);

/// The key by which writings of one organisation meet: the core folded as a name. Empty if nothing is left.
std::string organisation_key(std::string_view written);

/// Folded short forms that people use instead of the whole name: "tu munchen" and "th munchen" of
/// "Technische Universität München", "uni koln" of "Universität zu Köln", an acronym given in brackets.
std::vector<std::string> organisation_short_forms(std::string_view written);

/// Whether both mean the same house: equal cores, a difference in legal form or unit only, or an
/// acronym that one of them spells out. A subsidiary ("Siemens Energy") is not its parent.
/// Two empty texts are not the same.
bool same_organisation(std::string_view a, std::string_view b);

} // namespace knowwho
