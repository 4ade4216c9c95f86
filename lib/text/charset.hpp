// SPDX-License-Identifier: MIT
// Bytes of unknown encoding in, valid UTF-8 out, with what was decided and how sure that is.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

struct Decoded {
    std::string text;     ///< always valid UTF-8, without byte order mark and without NUL
    std::string encoding; ///< "UTF-8", "UTF-16LE", "windows-1252", ...
    double confidence = 0; ///< 0 to 1
};

/// Decides by a ladder: byte order mark, pattern of NUL bytes, strict UTF-8, the encoding that the
/// document itself declares, UTF-8 with stray Western bytes, the best scored of the Western
/// single-byte encodings, then ICU's detector. `declared` is a name that the source gives, which
/// may be wrong or empty; `forced` is the user's decision and is followed whatever the bytes say.
/// Throws Error (usage) if no encoding is called `forced`; what cannot be decoded becomes U+FFFD.
Decoded decode(std::string_view bytes, std::string_view declared = {}, std::string_view forced = {});

/// The encoding that an HTML or XML document names in its first 2048 bytes; empty if none. Points into `bytes`.
std::string_view declared_charset(std::string_view bytes);

} // namespace knowwho
