// SPDX-License-Identifier: MIT
// A parsed name with what the parser noticed on the way: for the habit of a column and for measuring.
#pragma once

#include "identity/name_parser.hpp"
#include "model/name.hpp"

#include <string>
#include <string_view>

namespace knowwho {

struct NameReading {
    PersonName name;
    std::string salutation;  ///< as written: "Herrn", "Frau"
    NameOrder order = NameOrder::unknown; ///< of the name as written, where no comma says it
    double order_odds = 0;   ///< log odds of given name first; 0 where nothing was weighed
    int words = 0;           ///< words that are given or family name
    int known_words = 0;     ///< those of them that the lexicon has
};

NameReading read_name(std::string_view written, NameHints const& hints = {});

} // namespace knowwho
