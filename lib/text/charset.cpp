// SPDX-License-Identifier: MIT
#include "text/charset.hpp"

#include "model/error.hpp"
#include "text/ascii.hpp"
#include "text/charset_icu.hpp"
#include "text/charset_score.hpp"
#include "text/charset_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

namespace knowwho {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t document_head = 2048; // where browsers look for a declaration

char32_t unit_at(std::string_view bytes, std::size_t position, bool big_endian)
{
    auto const first = static_cast<unsigned char>(bytes[position]);
    auto const second = static_cast<unsigned char>(bytes[position + 1]);
    return big_endian ? char32_t(first << 8 | second) : char32_t(second << 8 | first);
}

std::string from_utf16(std::string_view bytes, bool big_endian)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t position = 0; position + 1 < bytes.size(); position += 2) {
        auto unit = unit_at(bytes, position, big_endian);
        if (unit >= 0xd800 && unit < 0xdc00 && position + 3 < bytes.size()) {
            auto const low = unit_at(bytes, position + 2, big_endian);
            if (low >= 0xdc00 && low < 0xe000) {
                unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                position += 2;
            }
        }
        append_utf8(text, unit);
    }
    return text;
}

std::string from_utf32(std::string_view bytes, bool big_endian)
{
    std::string text;
    for (std::size_t position = 0; position + 3 < bytes.size(); position += 4) {
        auto const first = unit_at(bytes, position, big_endian);
        auto const second = unit_at(bytes, position + 2, big_endian);
        append_utf8(text, big_endian ? first << 16 | second : second << 16 | first);
    }
    return text;
}

/// Keeps well-formed sequences; a byte that belongs to none is read as Windows-1252, the usual
/// source of strays in files that were edited with two programs.
std::string from_mixed_utf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t position = 0; position < bytes.size();) {
        auto const length = utf8_sequence_length(bytes.substr(position));
        if (length == 0) {
            auto const byte = static_cast<unsigned char>(bytes[position]);
            append_utf8(text, windows_1252_upper_half[byte - 0x80]);
            ++position;
            continue;
        }
        text.append(bytes, position, length);
        position += length;
    }
    return text;
}

std::string from_single_byte(std::string_view bytes, UpperHalf const& upper)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (char const character : bytes) {
        auto const byte = static_cast<unsigned char>(character);
        if (byte < 0x80) {
            text.push_back(character);
        } else {
            append_utf8(text, upper[byte - 0x80]);
        }
    }
    return text;
}

std::optional<Decoded> by_byte_order_mark(std::string_view bytes)
{
    if (bytes.starts_with("\xef\xbb\xbf"sv)) {
        auto const rest = bytes.substr(3);
        return Decoded{is_utf8(rest) ? std::string(rest) : from_mixed_utf8(rest), "UTF-8", 1};
    }
    if (bytes.starts_with("\xff\xfe\0\0"sv) && bytes.size() % 4 == 0) {
        return Decoded{from_utf32(bytes.substr(4), false), "UTF-32LE", 1};
    }
    if (bytes.starts_with("\0\0\xfe\xff"sv)) {
        return Decoded{from_utf32(bytes.substr(4), true), "UTF-32BE", 1};
    }
    if (bytes.starts_with("\xff\xfe"sv)) {
        return Decoded{from_utf16(bytes.substr(2), false), "UTF-16LE", 1};
    }
    if (bytes.starts_with("\xfe\xff"sv)) {
        return Decoded{from_utf16(bytes.substr(2), true), "UTF-16BE", 1};
    }
    return std::nullopt;
}

/// Western text in UTF-16 without a mark has a NUL in nearly every second byte.
std::optional<Decoded> by_nul_pattern(std::string_view bytes)
{
    auto const head = bytes.substr(0, 4096);
    std::size_t nuls[2] = {0, 0};
    for (std::size_t position = 0; position < head.size(); ++position) {
        nuls[position % 2] += head[position] == '\0';
    }
    auto const pairs = head.size() / 2;
    if (pairs < 2) {
        return std::nullopt;
    }
    if (nuls[1] * 10 > pairs * 4 && nuls[0] * 20 < pairs) {
        return Decoded{from_utf16(bytes, false), "UTF-16LE", 0.95};
    }
    if (nuls[0] * 10 > pairs * 4 && nuls[1] * 20 < pairs) {
        return Decoded{from_utf16(bytes, true), "UTF-16BE", 0.95};
    }
    return std::nullopt;
}

std::optional<Decoded> by_mixture(std::string_view bytes)
{
    std::size_t sequences = 0;
    std::size_t strays = 0;
    for (std::size_t position = 0; position < bytes.size();) {
        auto const length = utf8_sequence_length(bytes.substr(position));
        sequences += length > 1;
        strays += length == 0;
        position += std::max<std::size_t>(length, 1);
    }
    if (sequences < 2 || sequences * 2 < strays) {
        return std::nullopt;
    }
    return Decoded{from_mixed_utf8(bytes), "UTF-8", double(sequences) / double(sequences + strays)};
}

std::optional<Decoded> by_name(std::string_view bytes, std::string_view name)
{
    auto const canonical = canonical_charset(name);
    if (canonical.empty()) {
        return std::nullopt;
    }
    if (canonical == "UTF-8") {
        return Decoded{is_utf8(bytes) ? std::string(bytes) : from_mixed_utf8(bytes), canonical, 1};
    }
    if (canonical == "UTF-16LE" || canonical == "UTF-16BE") {
        return Decoded{from_utf16(bytes, canonical == "UTF-16BE"), canonical, 1};
    }
    if (auto const* western = find_western(canonical)) {
        return Decoded{from_single_byte(bytes, *western->upper), canonical, 1};
    }
    auto text = decode_by_icu(bytes, canonical);
    return text ? std::optional<Decoded>{Decoded{std::move(*text), canonical, 1}} : std::nullopt;
}

std::size_t replacements(std::string_view text)
{
    std::size_t count = 0;
    for (auto position = text.find("\xef\xbf\xbd"); position != text.npos; position = text.find("\xef\xbf\xbd", position + 3)) {
        ++count;
    }
    return count;
}

/// A declaration is believed unless the bytes speak against it.
std::optional<Decoded> by_declaration(std::string_view bytes, std::string_view declared)
{
    auto const canonical = canonical_charset(declared);
    if (canonical.empty() || canonical.starts_with("UTF-")) {
        return std::nullopt; // well-formed UTF-8 was recognised before; UTF-16 would show its NULs
    }
    if (auto const* western = find_western(canonical); western != nullptr && western_score(bytes, *western->upper) < 0) {
        return std::nullopt;
    }
    auto decoded = by_name(bytes, canonical);
    if (decoded && replacements(decoded->text) * 100 > bytes.size()) {
        return std::nullopt;
    }
    return decoded;
}

Decoded by_score(std::string_view bytes)
{
    auto const best = best_western(bytes);
    if (best.score < 0.4) {
        if (auto detected = detect_by_icu(bytes)) {
            return std::move(*detected);
        }
    }
    return {from_single_byte(bytes, *best.encoding->upper), std::string(best.encoding->name), best.confidence};
}

Decoded decide(std::string_view bytes, std::string_view declared)
{
    if (auto decoded = by_byte_order_mark(bytes)) {
        return std::move(*decoded);
    }
    if (auto decoded = by_nul_pattern(bytes)) {
        return std::move(*decoded);
    }
    if (is_utf8(bytes)) {
        return {std::string(bytes), "UTF-8", 1};
    }
    if (auto decoded = by_mixture(bytes)) {
        return std::move(*decoded);
    }
    if (auto decoded = by_declaration(bytes, declared)) {
        return std::move(*decoded);
    }
    return by_score(bytes);
}

} // namespace

Decoded decode(std::string_view bytes, std::string_view declared, std::string_view forced)
{
    std::optional<Decoded> decoded;
    if (forced.empty()) {
        decoded = decide(bytes, declared);
    } else {
        decoded = by_name(bytes, forced);
    }
    if (!decoded) {
        throw Error(ExitCode::usage, "No encoding is called '" + std::string(forced) + "'.",
                    "Try utf-8, windows-1252, iso-8859-15, macintosh, cp850 or utf-16le.");
    }
    if (decoded->text.find('\0') != std::string::npos) {
        std::erase(decoded->text, '\0');
    }
    if (decoded->text.starts_with("\xef\xbb\xbf"sv)) {
        decoded->text.erase(0, 3);
    }
    return std::move(*decoded);
}

std::string_view declared_charset(std::string_view bytes)
{
    auto const head = bytes.substr(0, document_head);
    auto const lower = ascii_lower(head); // byte for byte
    for (auto const key : {"charset"sv, "encoding"sv}) {
        for (auto position = lower.find(key); position != head.npos; position = lower.find(key, position + 1)) {
            auto value = head.substr(position + key.size());
            auto const begin = value.find_first_not_of(" \t\r\n=\"'");
            if (begin == value.npos || value.substr(0, begin).find('=') == value.npos) {
                continue;
            }
            value.remove_prefix(begin);
            return value.substr(0, value.find_first_of(" \t\r\n\"';/>?"));
        }
    }
    return {};
}

} // namespace knowwho
