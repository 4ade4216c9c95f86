// SPDX-License-Identifier: MIT
// The last conversation with somebody met at an earlier event, as the user noted it.
#pragma once

#include "model/date.hpp"
#include "model/encounter.hpp"
#include "model/language.hpp"
#include "report/patterns.hpp"

#include <span>
#include <string>

namespace knowwho {

/// One attendee's last conversation with the user, from the user's own notes.
struct MetBefore {
    PersonId person;
    EncounterId encounter;
    PartialDate day;
    std::string occasion; ///< name of the event, or what was noted; may be empty
    std::string talked;   ///< what it was about; may be empty
    std::string promised; ///< what the user said they would do and has not done yet; may be empty
};

/// The entry of a person, or nullptr.
MetBefore const* met_before(std::span<MetBefore const> all, PersonId person);

/// What may enter a sentence: `month` ("im Mai 2025"), `Month`, and `talked` and `promise` where they are
/// noted and touch on nothing sensitive.
Slots slots_of(MetBefore const& met, Language language);

/// "im Mai 2025", "im Jahr 2025", "in May 2025".
std::string in_month(PartialDate const& date, Language language);

} // namespace knowwho
