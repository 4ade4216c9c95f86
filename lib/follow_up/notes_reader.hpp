// SPDX-License-Identifier: MIT
// Reads a page of free notes about encounters: a heading per person, "Key: value" lines, free text.
#pragma once

#include "follow_up/note_fields.hpp"
#include "model/problem.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

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

} // namespace knowwho
