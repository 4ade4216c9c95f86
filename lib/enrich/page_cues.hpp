// SPDX-License-Identifier: MIT
// What the first words of a line show: "Lesen Sie auch", "Share this", "Foto: …".
#pragma once

#include <cstdint>
#include <string_view>

namespace knowwho {

/// Kinds of lines around an article, as in data/lexicon/page_cues.tsv.
enum class Cue : std::uint8_t { none, share, more, subscribe, comments, legal, credit, agency, source, author, date, tags, advert, navigation };

/// By the longest known beginning; none for running text. Looks at the first 60 bytes.
Cue cue_of(std::string_view line);

} // namespace knowwho
