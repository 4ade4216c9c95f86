// SPDX-License-Identifier: MIT
// What single cells are made of: roles, places, countries, states of a registration, fillers.
#pragma once

#include "model/roster.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// 0 to 1 that the text says what somebody does: "Head of Sales", "Gründer und Geschäftsführer",
/// "Softwareentwicklerin". Short texts only; a sentence gives little.
double role_likelihood(std::string_view text);

/// Whether the text is a country's name or usual short form.
bool is_country(std::string_view text);

/// Whether the text is a place: a town, a region or a country, perhaps "Town, Country".
bool is_place(std::string_view text);

/// What somebody is at the event and not in life: "Speaker", "Teilnehmer", "Organizer".
bool is_category(std::string_view text);

/// What a cell of a status column says; empty if it says nothing known.
std::optional<AttendanceStatus> parse_status(std::string_view text);

/// The whole cell is such a word, as in a column of them; "Invited speakers" has one by the way.
bool is_status(std::string_view text);

/// A cell that stands for nothing: "NA", "n/a", "-", "--", "keine Angabe", "#N/V", "null".
bool is_filler(std::string_view text);

/// "kommt später", "sie/ihr", "online": what stands in brackets behind a name and is no house.
bool is_remark(std::string_view text);

/// Filler for an organisation: is_filler(), and "privat", "self-employed", "Guest", "Mr".
bool is_no_organisation(std::string_view text);

/// "Anonymous 7", "Guest 2", "Unknown Attendee": rows that stand for nobody in particular.
bool is_anonymous(std::string_view name);

/// "Programme Committee", "Unsere Referenten", "Anwesend": says which people follow, not where they work.
bool is_group_of_people(std::string_view text);

/// "Coffee break", "Mittagspause", "Registration and welcome": rows of a programme that nobody speaks in.
bool is_programme_item(std::string_view text);

} // namespace knowwho
