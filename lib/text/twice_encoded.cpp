// SPDX-License-Identifier: MIT
#include "text/twice_encoded.hpp"

#include "text/charset_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr int fewest_harmed = 2; // characters that show what happened

/// The byte that Windows-1252 writes the character with; -1 if it has none, or one below 0x80.
int byte_of(char32_t character)
{
    if (character >= 0xa0 && character <= 0xff) {
        return static_cast<int>(character);
    }
    for (std::size_t index = 0; index < 0x20; ++index) {
        if (windows_1252_upper_half[index] == character) {
            return static_cast<int>(0x80 + index);
        }
    }
    return -1;
}

/// The length of the sequence that the byte opens; 0 for what opens none of Latin letters and signs.
std::size_t length_behind(int lead)
{
    return lead >= 0xc2 && lead <= 0xc5 ? 2 : lead == 0xe2 ? 3 : 0;
}

/// The character that a sequence at the beginning of `text` was before it was encoded again, taken off;
/// empty where none begins.
std::string take_harmed(std::string_view& text)
{
    auto rest = text;
    std::string bytes;
    auto length = std::size_t{1};
    while (bytes.size() < length && !rest.empty()) {
        auto const byte = byte_of(take_utf8(rest));
        if (byte < 0 || (!bytes.empty() && (byte & 0xc0) != 0x80)) {
            return {};
        }
        length = bytes.empty() ? length_behind(byte) : length;
        bytes.push_back(static_cast<char>(byte));
    }
    if (length < 2 || utf8_sequence_length(bytes) != length) {
        return {};
    }
    text = rest;
    return bytes;
}

} // namespace

std::string once_encoded(std::string utf8)
{
    constexpr std::string_view sign = "\xc3\x83"; // Ã, in front of ä, ö, ü, ß and é
    if (utf8.find(sign) == utf8.npos) {
        return utf8;
    }
    std::string text;
    int harmed = 0;
    for (auto rest = std::string_view{utf8}; !rest.empty();) {
        auto const plain = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) - rest.begin());
        text += rest.substr(0, plain);
        rest.remove_prefix(plain);
        if (rest.empty()) {
            break;
        }
        auto const surely = rest.starts_with(sign);
        auto const before = rest;
        if (auto const character = take_harmed(rest); !character.empty()) {
            text += character;
            harmed += surely;
            continue;
        }
        take_utf8(rest);
        text += before.substr(0, before.size() - rest.size());
    }
    return harmed < fewest_harmed ? utf8 : text;
}

} // namespace knowwho
