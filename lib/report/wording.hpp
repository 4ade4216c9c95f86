// SPDX-License-Identifier: MIT
// Sentences of other stages made fit to print: full stops, bridges, dates.
#pragma once

#include "model/language.hpp"
#include "report/briefing.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Takes a list of quoted words and leaves in it what may be printed, as it should be written; never empty.
using PieceFilter = std::function<void(std::vector<std::string>& pieces)>;

/// ISO dates become those of the language, and of a bridge (“Wartung → maintenance”) the person's own
/// word is left.
std::string polished(std::string_view text, Language language, PieceFilter const& filter = {});

/// One cleaned line of at most 400 characters, polished, with a full stop.
std::string as_sentence(std::string_view text, Language language, PieceFilter const& filter = {});

/// Statements that are put in quotes: their own quotation marks become single ones.
std::vector<Statement> inner_quotes(std::vector<Statement> statements, Language language);

} // namespace knowwho
