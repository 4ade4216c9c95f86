// SPDX-License-Identifier: MIT
// The word nets of Debian packages that help the scorer where they are installed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Views into files that others publish under their own licences: read while running, never shipped.
/// Without them the scorer works on stems and its own list of business words.
struct WordNets {
    std::string_view german_english; ///< Ding's word list (package trans-de-en), or empty
    std::string_view german_words;   ///< one word a line, sorted by bytes (package wngerman), or empty
    std::vector<std::string> missing; ///< packages that would help
};

/// What is installed on this machine; looked for at the first call.
WordNets const& installed_word_nets();

/// Another text whenever one of these files is another one: their sizes and times.
std::string word_nets_stamp();

/// Whether a sorted list of words has the word, written just so.
bool has_line(std::string_view sorted_lines, std::string_view word) noexcept;

} // namespace knowwho
