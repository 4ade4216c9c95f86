// SPDX-License-Identifier: MIT
// Where a text speaks of a person, and what it states right there: organisations and trades.
#pragma once

#include "model/name.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The sentences about somebody: folded for comparing, and as written.
struct NearName {
    std::vector<std::string_view> sentences; ///< as written; views into the text that was searched
    std::string key;                         ///< the same, folded by fold_name(), one blank around each sentence
};

/// The sentences of `text` that have the family name, and the one behind each (it goes on about the
/// same person more often than not). Looks at no more than 200 of them.
NearName near_name(std::string_view text, PersonName const& name);

/// Adds the sentences of another text, such as the title of the page.
void add_near_name(NearName& near, std::string_view text, PersonName const& name);

/// An organisation that a sentence states for the person named in it.
struct StatedOrganisation {
    std::string text;
    bool by_legal_form = false; ///< "Gäubodenplast GmbH": surely one
};

/// Organisations that the sentences state: by legal form, in brackets behind the name, or by a word
/// that only organisations bear, behind "der", "bei", "von", "of", "at".
std::vector<StatedOrganisation> stated_organisations(NearName const& near);

/// A trade stated beside the name.
struct StatedTrade {
    std::string word;
    std::string field;
};

std::vector<StatedTrade> stated_trades(NearName const& near);

/// Fields of the trades in any text, for asking whether a row knows the same field.
std::vector<std::string> trade_fields(std::string_view text);

} // namespace knowwho
