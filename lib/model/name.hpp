// SPDX-License-Identifier: MIT
// A person's name: what was written, and beside it what was understood.
#pragma once

#include <string>

namespace knowwho {

enum class Salutation { unknown, mr, mrs };

struct PersonName {
    std::string written;    ///< exactly as the source has it
    Salutation salutation = Salutation::unknown; ///< only from the list's own words, never guessed
    std::string title;      ///< "Prof. Dr.-Ing."
    std::string given;      ///< "Anna Lena" without middle names if they could be told apart
    std::string middle;
    std::string family;     ///< with particles: "von der Leyen"
    std::string suffix;     ///< "MBA", "Jr."
    std::string nickname;
    std::string maiden;
    double confidence = 0;  ///< 0 to 1 that the parts are right

    friend bool operator==(PersonName const&, PersonName const&) = default;
};

/// Whether the family name is in Han, Hangul or Kana, and so is said first.
bool is_family_said_first(PersonName const& name);

/// Given and family name as they are said, without titles: "Anna Weber", "王立群"; what was written if either is missing.
std::string said_name(PersonName const& name);

} // namespace knowwho
