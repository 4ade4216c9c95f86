// SPDX-License-Identifier: MIT
// Short texts to send, from the patterns of data/follow_up/ and what the user noted: nothing else enters them.
#pragma once

#include "follow_up/agenda.hpp"
#include "model/language.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

enum class Channel { mail, message, portal, postcard };

/// "mail", "message", "portal" or "postcard".
std::optional<Channel> parse_channel(std::string_view word);
std::string_view to_text(Channel channel);

/// A note on a portal has at most so many characters.
inline constexpr std::size_t portal_limit = 300;

struct Draft {
    std::string subject; ///< of a mail; else empty
    std::string text;
    std::vector<std::string> remarks; ///< what one had better look at before sending it
};

/// What fills the slots of a pattern, by slot; an empty value counts as missing.
using DraftSlots = std::map<std::string, std::string, std::less<>>;

/// The richest pattern of that kind ("thanks", "promise", "share" …) whose slots can all be filled;
/// empty if there is none for the channel. What is filled in is one line of clean text; a portal
/// note that would get too long falls back to a shorter pattern.
std::optional<Draft> make_draft(std::string_view kind, Channel channel, Language language, Address address, DraftSlots const& slots);

/// The name of the patterns for a follow-up.
std::string_view draft_kind(FollowUpKind kind);

/// What was promised, without the word for sending it.
std::string thing_promised(std::string what);

/// The slots that the follow-up itself fills: topic, promise, next_step and occasion.
/// Missing: address, person, day and me, whose forms the caller knows.
DraftSlots draft_slots(AgendaItem const& item);

} // namespace knowwho
