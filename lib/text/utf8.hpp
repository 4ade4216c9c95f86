// SPDX-License-Identifier: MIT
// UTF-8 by hand: validating, stepping, appending; quick where text is ASCII.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace knowwho {

/// The bytes of the well-formed sequence (RFC 3629) at the beginning of `bytes`, 1 to 4;
/// 0 if there is none. `bytes` is not empty.
std::size_t utf8_sequence_length(std::string_view bytes) noexcept;

/// Takes the first character off `text`, which is not empty. A byte that belongs to no
/// well-formed sequence is taken alone and gives U+FFFD.
char32_t take_utf8(std::string_view& text) noexcept;

/// The character at `position`, which lies inside `text`; moves `position` behind it.
char32_t next_code_point(std::string_view text, std::size_t& position) noexcept;

/// The character before `position`, which is not 0; U+FFFD where the bytes are no well-formed sequence.
char32_t utf8_before(std::string_view text, std::size_t position) noexcept;

/// The number of characters; every stray byte counts as one.
std::size_t utf8_length(std::string_view text) noexcept;

/// At most the first `most` bytes, no character cut in two.
std::string_view utf8_prefix(std::string_view text, std::size_t most) noexcept;

/// Whether the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes) noexcept;

/// Appends the UTF-8 form; U+FFFD for what is no Unicode scalar value.
void append_utf8(std::string& text, char32_t character);

} // namespace knowwho
