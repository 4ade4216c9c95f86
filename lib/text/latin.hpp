// SPDX-License-Identifier: MIT
// Case of Western letters by hand, where places in the text must stay where they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace knowwho {

/// A to Z and the capitals of Latin-1 (À to Þ) as small letters, all else as it is; as many bytes as before.
inline std::string latin_lower(std::string_view utf8)
{
    auto lower = std::string{utf8};
    for (std::size_t at = 0; at < lower.size(); ++at) {
        auto const c = static_cast<unsigned char>(lower[at]);
        bool const latin = at > 0 && lower[at - 1] == '\xc3' && c >= 0x80 && c <= 0x9e && c != 0x97; // not the sign ×
        lower[at] = static_cast<char>((c >= 'A' && c <= 'Z') || latin ? c + 0x20 : c);
    }
    return lower;
}

} // namespace knowwho
