// SPDX-License-Identifier: MIT
// A contact as one text that a change can keep.
#pragma once

#include "model/encounter.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// Empty if there is none.
std::string contact_as_text(std::optional<Contact> const& contact);

/// What contact_as_text() wrote; empty for an empty text, or for one that is none of its making.
std::optional<Contact> contact_from_text(std::string_view text);

} // namespace knowwho
