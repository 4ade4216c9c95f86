// SPDX-License-Identifier: MIT
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace knowwho {
namespace {

bool continues(std::string_view bytes, std::size_t position) noexcept
{
    return position < bytes.size() && (static_cast<unsigned char>(bytes[position]) & 0xc0) == 0x80;
}

unsigned char second_byte(std::string_view bytes) noexcept
{
    return bytes.size() > 1 ? static_cast<unsigned char>(bytes[1]) : 0;
}

} // namespace

std::size_t utf8_sequence_length(std::string_view bytes) noexcept
{
    auto const lead = static_cast<unsigned char>(bytes[0]);
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xc2 || lead > 0xf4 || !continues(bytes, 1)) {
        return 0;
    }
    if (lead < 0xe0) {
        return 2;
    }
    auto const second = second_byte(bytes);
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || !continues(bytes, 2)) {
        return 0;
    }
    if (lead < 0xf0) {
        return 3;
    }
    if ((lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) || !continues(bytes, 3)) {
        return 0;
    }
    return 4;
}

char32_t take_utf8(std::string_view& text) noexcept
{
    auto const length = utf8_sequence_length(text);
    auto const lead = static_cast<unsigned char>(text[0]);
    char32_t character = 0xfffd;
    if (length == 1) {
        character = lead;
    } else if (length > 1) {
        character = lead & (0x7fu >> length);
        for (std::size_t position = 1; position < length; ++position) {
            character = character << 6 | (static_cast<unsigned char>(text[position]) & 0x3fu);
        }
    }
    text.remove_prefix(length == 0 ? 1 : length);
    return character;
}

char32_t next_code_point(std::string_view text, std::size_t& position) noexcept
{
    auto rest = text.substr(position);
    auto const character = take_utf8(rest);
    position = text.size() - rest.size();
    return character;
}

char32_t utf8_before(std::string_view text, std::size_t position) noexcept
{
    auto begin = position - 1;
    while (begin > 0 && position - begin < 4 && continues(text, begin)) {
        --begin;
    }
    auto sequence = text.substr(begin, position - begin);
    auto const length = sequence.size();
    auto const character = take_utf8(sequence);
    return sequence.empty() || length == 1 ? character : char32_t{0xfffd};
}

std::size_t utf8_length(std::string_view text) noexcept
{
    std::size_t length = 0;
    while (!text.empty()) {
        auto const sequence = utf8_sequence_length(text);
        text.remove_prefix(sequence == 0 ? 1 : sequence);
        ++length;
    }
    return length;
}

std::string_view utf8_prefix(std::string_view text, std::size_t most) noexcept
{
    auto end = std::min(most, text.size());
    while (end > 0 && continues(text, end)) {
        --end;
    }
    return text.substr(0, end);
}

bool is_utf8(std::string_view bytes) noexcept
{
    while (!bytes.empty()) {
        std::uint64_t word = 0;
        while (bytes.size() >= sizeof word) {
            std::memcpy(&word, bytes.data(), sizeof word);
            if ((word & 0x8080808080808080u) != 0) {
                break;
            }
            bytes.remove_prefix(sizeof word);
        }
        if (bytes.empty()) {
            break;
        }
        if (static_cast<unsigned char>(bytes.front()) < 0x80) {
            bytes.remove_prefix(1);
            continue;
        }
        auto const length = utf8_sequence_length(bytes);
        if (length == 0) {
            return false;
        }
        bytes.remove_prefix(length);
    }
    return true;
}

void append_utf8(std::string& text, char32_t character)
{
    if (character >= 0x110000 || (character >= 0xd800 && character < 0xe000)) {
        character = 0xfffd;
    }
    auto const continuation = [&](int shift) { text.push_back(static_cast<char>(0x80 | (character >> shift & 0x3f))); };
    if (character < 0x80) {
        text.push_back(static_cast<char>(character));
    } else if (character < 0x800) {
        text.push_back(static_cast<char>(0xc0 | character >> 6));
        continuation(0);
    } else if (character < 0x10000) {
        text.push_back(static_cast<char>(0xe0 | character >> 12));
        continuation(6);
        continuation(0);
    } else {
        text.push_back(static_cast<char>(0xf0 | character >> 18));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

} // namespace knowwho
