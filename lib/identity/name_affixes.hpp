// SPDX-License-Identifier: MIT
// Which words around a name are titles and suffixes.
#pragma once

#include "identity/name_tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace knowwho {

/// Whether the word has any of the bits of word_kind.
bool has_kind(NameToken const& word, std::uint32_t kinds);

/// The first word behind a comma; 0 if there is none.
std::size_t first_comma(std::span<NameToken const> words);

/// Whether the word at `at` is a title where it stands; the caller keeps one word for the name.
bool is_title_here(std::span<NameToken const> words, std::size_t at, bool after_title);

/// Whether it is a suffix; `mixed_case` says that not all words are written in capitals.
bool is_suffix_here(std::span<NameToken const> words, std::size_t at, bool mixed_case);

} // namespace knowwho
