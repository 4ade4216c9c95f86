// SPDX-License-Identifier: MIT
// Reads a page of free notes about encounters: a heading per person, "Key: value" lines, free text.
#pragma once

#include "model/encounter.hpp"
#include "model/problem.hpp"

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

/// The form:
///     # Wenke Thode                     or "# Wenke Thode (Thode GmbH)"
///     Ort: Hannover                     Place
///     Anlass: Abendessen                Occasion
///     Datum: 2026-11-26                 Date
///     Vorgestellt durch: Ines Overkamp  Introduced by
///     Versprochen: Benchmark bis 2026-12-01     Promised … by 2026-12-01
///     Mir versprochen: Kontakt          Promised me
///     Interessen: … Sympathie: 4  Nächster Schritt: …  Firma: …  Funktion: …  Neu: ja
///     Gelohnt: viel für Pilotkunden     Worth: much, some or nothing, for a goal of the event
///     Gesprochen: neue Sensoren         Talked: or "Gesprochen über neue Sensoren."
///     Anything else is a remark for oneself: it goes to the contact's note, and into no letter.
/// One heading of any level, or a bold line, per person; keys in German and English, case and umlauts
/// aside; a dash between blanks does for the colon. A key that is nearly one of these, a bad date and text before the first heading become problems.
std::vector<WrittenNote> read_notes(std::string_view text, std::string_view file, std::vector<Problem>& problems);

/// "Promised me", "Versprochen" …: lays one value at its key. False if there is no such key, or the value makes no sense.
bool set_note_field(WrittenNote& note, std::string_view key, std::string_view value);

/// "viel", "etwas", "nichts" and "much", "some", "nothing", maybe with "für GOAL" or "for GOAL" behind; empty for others.
std::optional<SaidWorth> parse_worth(std::string_view words);

/// "met", "call", "Telefonat" …; empty for a word it does not know.
std::optional<EncounterKind> parse_encounter_kind(std::string_view word);

} // namespace knowwho
