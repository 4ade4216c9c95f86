// SPDX-License-Identifier: MIT
// A written note into the notebook: people found, event, place and time filled in.
#pragma once

#include "app/command.hpp"
#include "follow_up/noting.hpp"
#include "follow_up/notes_reader.hpp"

namespace knowwho {

class Notebook;

/// Throws Error (usage) if a person can't be told, the date lies ahead, or the event is unknown.
NotedEncounter take_note(Notebook& notebook, WrittenNote const& note, Context const& context);

} // namespace knowwho
