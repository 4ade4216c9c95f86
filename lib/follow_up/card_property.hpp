// SPDX-License-Identifier: MIT
// A line of a vCard, of version 2.1, 3 or 4, as a property of version 4 (RFC 6350).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// One line of a card. `value` is as in version 4: escapes kept, quoted-printable and charset undone.
struct CardProperty {
    std::string group;
    std::string name; ///< in capitals
    std::vector<std::pair<std::string, std::string>> parameters; ///< names in capitals
    std::string value;

    friend bool operator==(CardProperty const&, CardProperty const&) = default;
};

/// An unfolded line taken apart; the value as it stands there. Empty if the line is none of a card.
std::optional<CardProperty> property_of(std::string_view line);

/// Line breaks as version 4 writes them; what else was escaped stays so.
std::string with_escaped_breaks(std::string_view text);

/// Brings a value of any version into the form of version 4: no quoted-printable, UTF-8, pictures as data addresses,
/// dates in the basic form.
void modernise(CardProperty& property);

} // namespace knowwho
