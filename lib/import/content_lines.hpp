// SPDX-License-Identifier: MIT
// The lines that vCard and iCalendar share: folded, with parameters, with escapes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// "ATTENDEE;CN="Berg, Anna";PARTSTAT=ACCEPTED:mailto:a@b.example" taken apart (RFC 5545, RFC 6350).
struct ContentLine {
    std::string name; ///< upper case, without a group ("item1.EMAIL" is "EMAIL")
    std::vector<std::pair<std::string, std::string>> parameters; ///< names in upper case, values without quotes
    std::string value; ///< as written; `unescape` resolves \n, \, and \;
    int line = 0;

    std::string parameter(std::string_view wanted) const;
};

/// Unfolds and parses; lines that are none are passed over. Also decodes quoted-printable values (vCard 2.1).
std::vector<ContentLine> read_content_lines(std::string_view text);

std::string unescape(std::string_view value);

/// The parts of a structured value ("Berg;Anna;;Dr.;"), unescaped.
std::vector<std::string> split_value(std::string_view value, char sign = ';');

} // namespace knowwho
