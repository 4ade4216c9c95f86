// SPDX-License-Identifier: MIT
// The pages of the PDF as stacks of blocks: cover, a card per target, what comes last.
#pragma once

#include "report/pdf_parts.hpp"

namespace knowwho {

/// Page 1: event, targets, goals and reserves.
/// Page 1. `shows_timeline` is set to whether there was room for it.
Stack cover_page(Press const& press, bool& shows_timeline);

/// A target's page.
/// The day's talks of the targets, if there are two or more.
void add_timeline(Stack& stack, Press const& press);

Stack card_page(Press const& press, Card const& card);

/// Blank cards, polite exits, the follow-up slot.
/// Blank cards and polite exits; and the timeline if page 1 had no room for it.
Stack last_page(Press const& press, bool with_timeline);

/// The numbered sources, and what was used.
Stack source_pages(Press const& press);

} // namespace knowwho
