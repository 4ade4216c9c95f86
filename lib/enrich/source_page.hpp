// SPDX-License-Identifier: MIT
// A source's piece as a page, so that one way leads from text to quotes about people.
#pragma once

#include "enrich/page_linker.hpp"
#include "enrich/page_reader.hpp"
#include "enrich/source_reader.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// A piece with what the source said of the person whose record led to it.
struct FoundPiece {
    SourcePiece piece;
    std::string name; ///< of the record, as the source writes it; empty if the piece was found by itself
    std::vector<std::pair<std::string, std::string>> signals; ///< of that record
    std::string source;  ///< "OpenAlex"
    std::string address; ///< that was asked
    Instant fetched_at{};
    std::optional<std::size_t> record; ///< that led to it, among the inquiry's
};

/// The title, the paragraphs, and, where a record led to it, one line of what the record says: that
/// line helps to decide whom the piece is about, and is not quoted.
struct PieceReading {
    PageReading reading;
    std::size_t quotable_end = 0; ///< bytes of the text that are the source's own words
};

PieceReading read_piece(FoundPiece const& found);

/// The quotes that lie in the piece itself; its title and first paragraph if there are none.
std::vector<TextRange> quotes_of(PieceReading const& piece, std::vector<TextRange> const& picked);

} // namespace knowwho
