// SPDX-License-Identifier: MIT
// "MÃ¼ller" for "Müller": UTF-8 that was taken for Windows-1252 on its way and encoded again.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// The text with such characters put right; those that were never harmed stay, so that both may stand
/// in one text. Where fewer than two show that it happened, the text as it is.
std::string once_encoded(std::string utf8);

} // namespace knowwho
