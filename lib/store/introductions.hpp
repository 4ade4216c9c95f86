// SPDX-License-Identifier: MIT
// Table `introduction`: whom one has introduced, or asked, so that it never happens twice.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

struct StoredIntroduction {
    PersonId first;  ///< the smaller id
    PersonId second;
    std::string state; ///< "asked", "made" or "declined"
    std::string reason;
    Instant decided_at{};
};

/// In either order; a newer state replaces the older one. The two differ.
void save_introduction(Notebook& notebook, PersonId one, PersonId other, std::string_view state, std::string_view reason, Instant now);

/// By first, then second.
std::vector<StoredIntroduction> introductions(Notebook const& notebook);

} // namespace knowwho
