// SPDX-License-Identifier: MIT
// vCards as they are written: properties in order, nothing dropped; versions 2.1, 3 and 4 in, 4 out.
#pragma once

#include "follow_up/card_property.hpp"
#include "model/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A card without BEGIN, END and VERSION.
struct VCard {
    std::vector<CardProperty> properties;
    int line = 0; ///< of its BEGIN in the file

    /// The first value of that name, or empty; or all values.
    std::string_view raw(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;

    /// Puts an (escaped) value in place of the first of that name, or behind all; an empty one takes it away.
    void set(std::string_view name, std::string value);

    bool operator==(VCard const& other) const { return properties == other.properties; }
};

/// Reads every card that there is (RFC 2426, RFC 6350, vCard 2.1). Lines that are none, cards without
/// an end or a name, and what is over 1 MB a line or 16 levels deep become problems; never throws.
std::vector<VCard> read_vcards(std::string_view bytes, std::string_view file, std::vector<Problem>& problems);

/// A card that write_vcard() made, as the notebook keeps it; an empty one for any other text.
VCard kept_card(std::string_view text);

/// One card of version 4, folded at 75 bytes, lines ended by CR LF (RFC 6350, 3.2).
std::string write_vcard(VCard const& card);

/// The text that escaped_text() made a value of.
std::string unescaped(std::string_view value);

/// The parts of a structured value ("Weber;Anna;;Dr.;"), unescaped.
std::vector<std::string> card_parts(std::string_view value);

} // namespace knowwho
