// SPDX-License-Identifier: MIT
// The pages of the PDF as stacks of blocks: cover, a card per target, what comes last.
#pragma once

#include "report/pdf_parts.hpp"

namespace knowwho {

/// Page 1: event, targets, goals and reserves.
Stack cover_page(Press const& press);

/// A target's page.
/// The day's talks of the targets, if there are two or more.
void add_timeline(Stack& stack, Press const& press);

Stack card_page(Press const& press, Card const& card);

/// Blank cards, polite exits, the follow-up slot.
Stack last_page(Press const& press);

/// The numbered sources, and what was used.
Stack source_pages(Press const& press);

} // namespace knowwho
