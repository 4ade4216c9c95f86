// SPDX-License-Identifier: MIT
// A note on an encounter as written, and the keys in German and English that its values stand at.
#pragma once

#include "model/encounter.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What a talk was worth for a goal, as written.
struct SaidWorth {
    int worth = 0;    ///< 0 nothing, 1 some, 2 much
    std::string goal; ///< its name; may be empty if the event has one goal only
};

/// A note as written: people are names still.
struct WrittenNote {
    int line = 0;              ///< of the heading
    std::string who;           ///< name, part of one, or id
    std::string house;         ///< in brackets behind the name: tells namesakes apart, and is where a newcomer works
    bool newcomer = false;     ///< on no list
    std::string introduced_by; ///< name, part of one, or id
    std::optional<PartialDate> on;
    std::string event;
    Encounter encounter;       ///< without people and time
    std::vector<Promise> promises;
    std::vector<SaidWorth> worths;
    Contact contact;
};

/// Whether set_note_field() knows the key, case and umlauts aside.
bool is_note_key(std::string_view key);

/// The key that one of a few letters' difference may have meant; empty if none is near.
std::string note_key_meant(std::string_view key);

/// "Promised me", "Versprochen" …: lays one value at its key. False if there is no such key, or the value makes no sense.
bool set_note_field(WrittenNote& note, std::string_view key, std::string_view value);

/// "viel", "etwas", "nichts" and "much", "some", "nothing", maybe with "für GOAL" or "for GOAL" behind; empty for others.
std::optional<SaidWorth> parse_worth(std::string_view words);

/// "met", "call", "Telefonat" …; empty for a word it does not know.
std::optional<EncounterKind> parse_encounter_kind(std::string_view word);

} // namespace knowwho
