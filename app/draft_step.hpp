// SPDX-License-Identifier: MIT
// Drafts in the user's voice, as `followups`, `introduce`, `share` and `privacy notice` print them.
#pragma once

#include "app/acquaintance_step.hpp"
#include "follow_up/drafts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// "26. November", and with the year if that is not plain by itself.
std::string spoken_day(PartialDate day, PartialDate today, Language language);

/// The draft for a follow-up; empty if there are no patterns for the channel.
std::optional<Draft> draft_for(AgendaItem const& item, Channel channel, Voice const& voice);

/// The draft of another kind to a person; `slots` need no address and no name of the user. Where the
/// lint objects to a topic or an occasion, the text does without; what it still objects to is remarked.
std::optional<Draft> draft_to(Acquaintance const& person, std::string_view kind, Channel channel, Voice const& voice, DraftSlots slots);

/// Subject and text for the eye, indented by two.
std::string shown(Draft const& draft);

} // namespace knowwho
