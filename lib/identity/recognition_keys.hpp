// SPDX-License-Identifier: MIT
// The keys by which somebody who was forgotten would be recognised on another list.
#pragma once

#include "model/name.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The name folded, given and family only; as it was written if one of them is missing.
std::string name_key(PersonName const& name);

/// Keys of one row: mailbox; name with organisation, else name with place, else the name alone.
/// None for somebody without a name and a mailbox. To forget somebody, `everything` gives the keys
/// of every poorer row about them too: of the name alone, and of the name with the place.
std::vector<std::string> recognition_keys(PersonName const& name, std::string_view organisation, std::string_view email,
                                          std::string_view place, bool everything = false);

} // namespace knowwho
