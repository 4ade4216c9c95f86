// SPDX-License-Identifier: MIT
// What is decided after a talk: that it took place, what became of a follow-up, who is kept on purpose; all to be undone.
#pragma once

#include "follow_up/noting.hpp"
#include "store/changes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

/// Whether decide() leaves a change of this name to this file: "follow-up" or "kept".
bool is_about_talks(std::string_view what);

/// What the notebook says now, in the form that a change keeps.
std::string value_about_talks(Notebook const& notebook, StoredChange const& change);

/// The value as it will be kept, from what was asked for: "done", "dropped\nREASON", "open" or "later\n2026-12-01" of a
/// follow-up, "yes" or "" of a person to be kept. Throws Error (usage) for what makes no sense.
std::string tidy_about_talks(Notebook const& notebook, StoredChange const& change, std::string_view value);

void put_about_talks(Notebook& notebook, StoredChange const& change, std::string_view value, Instant now);

/// Keeps that an encounter was noted. `before`: the contact as it was. Call it in the transaction of the note.
void add_met_change(Notebook& notebook, EventId event, NotedEncounter const& noted, std::optional<Contact> const& before, Instant now);

/// Takes the encounter back with its promises and follow-ups; the contact is as it was before, and somebody who came
/// into the notebook by it is gone. Throws Error (usage) if the contact was changed since, or something is done about it.
void undo_met(Notebook& notebook, StoredChange const& change);

} // namespace knowwho
