// SPDX-License-Identifier: MIT
// Follow-ups as the pages of the review show them.
#pragma once

#include "app/review_session.hpp"
#include "follow_up/agenda.hpp"
#include "follow_up/drafts.hpp"
#include "review/follow_ups_view.hpp"

#include <optional>

namespace knowwho::review {

/// One of the agenda; with a draft for the channel, if one is given and it is open.
FollowUpRow follow_up_row(Session& session, AgendaItem const& item, PageWords const& words, std::optional<Channel> channel);

} // namespace knowwho::review
