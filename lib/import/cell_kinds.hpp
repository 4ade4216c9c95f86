// SPDX-License-Identifier: MIT
// What a single cell surely is by its signs alone: an address, a number, a time.
#pragma once

#include <string_view>

namespace knowwho {

/// White space (also no-break), zero-width and control characters at both ends taken off.
std::string_view trim(std::string_view text);

/// Words, counted at blanks and line breaks.
int words_in(std::string_view text);

bool is_email(std::string_view text);
bool is_website(std::string_view text);
bool is_date(std::string_view text);
/// "14:00", "Friday 10:50 a.m.", "9 Uhr".
bool has_time_of_day(std::string_view text);
bool is_number(std::string_view text);
/// "Sie leitet das Haus.": several words, the last one small and with the only dot; "Beispiel AG & Co." is none.
bool ends_as_sentence(std::string_view text);

} // namespace knowwho
