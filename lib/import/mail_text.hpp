// SPDX-License-Identifier: MIT
// What a mail program copies: the people a mail went to, or the text of one that tells who comes.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Addresses one behind the other: "Berg, Anna <anna@x.example>; Tal, Bert <bert@x.example>".
bool looks_like_recipients(std::string_view text);
FoundTables read_recipients(std::string_view text, Texts& texts);

/// Begins with "From:", "An:", "Betreff:" and the like.
bool looks_like_mail(std::string_view text);

/// Sender and recipients, if they are several; else what is written below, without greeting and signature:
/// a table that was pasted into it, or the text.
FoundTables read_mail(std::string_view text, Texts& texts);

} // namespace knowwho
