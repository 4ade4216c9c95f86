// SPDX-License-Identifier: MIT
// The pages of the PDF as stacks of blocks: cover, a card per target, what comes last.
#pragma once

#include "report/pdf_parts.hpp"

namespace knowwho {

/// Page 1: event, targets, goals and reserves. `shows_timeline` is set to whether there was room for it.
Stack cover_page(Press const& press, bool& shows_timeline);

/// Which goal is served by whom, if there are goals and targets; `with_wants`: the goals in full, not by name alone.
void add_goals(Stack& stack, Press const& press, bool with_wants);

/// The day's talks of the targets, if there are two or more.
void add_timeline(Stack& stack, Press const& press);

/// A target's page.
Stack card_page(Press const& press, Card const& card);

/// Lines for notes, as many as the page has room for, and the follow-up boxes.
void add_notes(Stack& stack, Press const& press);

/// Blank cards, polite exits, the follow-up slot; before them the timeline if page 1 had no room for it.
Stack last_page(Press const& press, bool with_timeline);

/// The numbered sources, and what was used.
Stack source_pages(Press const& press);

} // namespace knowwho
