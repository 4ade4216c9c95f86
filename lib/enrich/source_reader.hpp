// SPDX-License-Identifier: MIT
// What a source's answer says, read by its recipe.
#pragma once

#include "enrich/source_recipe.hpp"
#include "model/date.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// A text that may be quoted, before anybody decided whom it is about.
struct SourcePiece {
    std::string title;
    std::vector<std::string> paragraphs;
    std::string link;
    std::string site;
    std::optional<PartialDate> date;
    Language language = Language::unknown;
    std::vector<std::string> people;
    PageKind kind = PageKind::article;
};

/// One item of an answer.
struct SourceItem {
    std::vector<std::string> names; ///< of the person or organisation that the item is; empty if it is a text
    std::vector<std::pair<std::string, std::string>> signals; ///< "organisation", "Beispiel GmbH"
    std::map<std::string, std::string> taken; ///< parameters for the steps after it
    std::string site; ///< official web site of the organisation, an address; or empty
    std::optional<SourcePiece> piece;
};

enum class ReadState { found, nothing, ask_later, failed };

struct SourceReading {
    ReadState state = ReadState::nothing;
    std::string message; ///< one sentence; the source's own words where it has some
    std::vector<SourceItem> items;
    bool more = false;   ///< there is a further page
    std::chrono::seconds pause{0}; ///< that the source asks for before the next request
};

/// Reads one answer. Never throws for what the bytes are.
SourceReading read_answer(SourceRecipe const& recipe, SourceStep const& step, int status, std::string_view body,
    std::string_view content_type, std::string_view address);

} // namespace knowwho
