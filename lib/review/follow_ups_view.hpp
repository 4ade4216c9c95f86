// SPDX-License-Identifier: MIT
// What is to be done after the talks: due, overdue, done, dropped; with a text to send.
#pragma once

#include "review/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace knowwho::review {

struct FollowUpDraft {
    std::string subject;
    std::string text;
    std::vector<std::string> remarks; ///< what one had better look at
};

struct FollowUpRow {
    std::int64_t id = 0;
    std::int64_t person = 0;
    std::int64_t revision = 0; ///< of the person
    std::string name;
    std::string organisation;
    std::string what;   ///< what is to be done
    std::string when;   ///< "seit 2 Tagen überfällig", "erledigt"
    std::string due;    ///< the day, as the field for another day takes it
    std::string reason; ///< why it was dropped
    std::string event;
    bool is_open = true;
    bool is_overdue = false;
    FollowUpDraft draft; ///< no text: there is no pattern for it
};

/// How far the follow-up of an event is.
struct FollowedEvent {
    std::string name;
    std::size_t met = 0;
    std::size_t open = 0; ///< people with something left to do
};

struct FollowUpsView {
    std::vector<FollowUpRow> rows;
    std::vector<FollowedEvent> events;
    std::string channel; ///< "mail", "message", "portal" or "postcard"
    bool with_closed = false;
};

std::string follow_ups_html(Frame const& frame, FollowUpsView const& view);

/// Rows alone, without what can be done about them.
std::string to_do_html(Frame const& frame, std::vector<FollowUpRow> const& rows);

} // namespace knowwho::review
