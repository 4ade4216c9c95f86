// SPDX-License-Identifier: MIT
// A parsed name with what the parser noticed on the way: for the habit of a column and for measuring.
#pragma once

#include "identity/name_parser.hpp"
#include "identity/name_tokens.hpp"
#include "model/name.hpp"

#include <string>
#include <string_view>
#include <vector>

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

/// The same of a text that is no placeholder and was taken apart already: tidy_name(written), name_tokens(text).
NameReading read_name(std::string_view written, NameText const& text, std::vector<NameToken> words);

} // namespace knowwho
