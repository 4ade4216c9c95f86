// SPDX-License-Identifier: MIT
// What a messenger or a video call exports of a conversation: "[12.11.26, 09:14] Anna Berg: …".
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Most lines begin with the time of a message, and some with who wrote it, too.
bool looks_like_chat(std::string_view text);

/// Everybody who wrote something, once, in the order of their first message.
FoundTables read_chat(std::string_view text, Texts& texts);

} // namespace knowwho
