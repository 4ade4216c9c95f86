// SPDX-License-Identifier: MIT
// Text of a page as a reader sees it: single blanks, nothing invisible.
#include "enrich/clean_text.hpp"

#include "text/utf8.hpp"

#include <array>
#include <utility>

namespace knowwho {

namespace {

/// Entities that are seen literally because somebody escaped twice; white space becomes a blank.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> double_escaped = {{
    {"&auml;", "\u00e4"}, {"&ouml;", "\u00f6"}, {"&uuml;", "\u00fc"}, {"&Auml;", "\u00c4"}, {"&Ouml;", "\u00d6"}, {"&Uuml;", "\u00dc"},
    {"&szlig;", "\u00df"}, {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"}, {"&hellip;", "\u2026"}, {"&bdquo;", "\u201e"}, {"&ldquo;", "\u201c"},
    {"&rdquo;", "\u201d"}, {"&rsquo;", "\u2019"},
    {"&nbsp;", " "}, {"&amp;", "&"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}, {"&#039;", "'"},
    {"&lt;", "<"}, {"&gt;", ">"}, {"&shy;", ""},
}};

/// Bytes of white space outside ASCII at `text`: no-break space, the spaces U+2000 to U+200A,
/// U+2028, U+2029, U+202F, U+205F, U+3000.
std::size_t wide_space(std::string_view text)
{
    auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    if (byte(0) == 0xc2) {
        return byte(1) == 0xa0 || byte(1) == 0x85 ? 2 : 0;
    }
    if (byte(0) == 0xe3) {
        return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
    }
    if (byte(0) != 0xe2) {
        return 0;
    }
    bool const space = (byte(1) == 0x80 && ((byte(2) >= 0x80 && byte(2) <= 0x8a) || byte(2) == 0xa8 || byte(2) == 0xa9 || byte(2) == 0xaf))
        || (byte(1) == 0x81 && byte(2) == 0x9f);
    return space ? 3 : 0;
}

/// Bytes of an invisible character at `text`: soft hyphen, zero-width space, directional marks and
/// overrides, word joiner, byte order mark.
std::size_t invisible(std::string_view text)
{
    auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    if (byte(0) == 0xc2) {
        return byte(1) == 0xad || (byte(1) >= 0x80 && byte(1) < 0xa0 && byte(1) != 0x85) ? 2 : 0;
    }
    if (byte(0) == 0xef) {
        return byte(1) == 0xbb && byte(2) == 0xbf ? 3 : 0;
    }
    if (byte(0) != 0xe2) {
        return 0;
    }
    bool const gone = (byte(1) == 0x80 && (byte(2) == 0x8b || byte(2) == 0x8e || byte(2) == 0x8f || (byte(2) >= 0xaa && byte(2) <= 0xae)))
        || (byte(1) == 0x81 && ((byte(2) >= 0xa0 && byte(2) <= 0xa4) || (byte(2) >= 0xa6 && byte(2) <= 0xa9)));
    return gone ? 3 : 0;
}

/// A literal "&#8222;": its character goes to `out`; how many bytes it has, 0 if it is none.
std::size_t take_numbered(std::string& out, std::string_view text)
{
    constexpr std::size_t longest = 9; // "&#999999;"
    auto const end = text.substr(0, longest).find(';');
    bool const numbered = text.starts_with("&#") && end != std::string_view::npos && end > 2;
    if (!numbered || text.substr(2, end - 2).find_first_not_of("0123456789") != std::string_view::npos) {
        return 0;
    }
    char32_t code = 0;
    for (char const c : text.substr(2, end - 2)) {
        code = code * 10 + static_cast<char32_t>(c - '0');
    }
    if (code < 0x20) {
        return 0;
    }
    append_utf8(out, code);
    return end + 1;
}

void append_blank(std::string& out, std::size_t begin)
{
    if (out.size() > begin && out.back() != ' ') {
        out += ' ';
    }
}

/// Takes what stands at the beginning of `text` and is no plain character; how many bytes it took.
std::size_t take_special(std::string& out, std::size_t begin, std::string_view text)
{
    unsigned char const c = static_cast<unsigned char>(text.front());
    if (c == '&') {
        for (auto const& [written, meant] : double_escaped) {
            if (text.starts_with(written)) {
                meant == " " ? append_blank(out, begin) : static_cast<void>(out += meant);
                return written.size();
            }
        }
        if (std::size_t const numbered = take_numbered(out, text); numbered != 0) {
            return numbered;
        }
    }
    if (c < 0x20 || c == 0x7f) {
        if (c >= '\t' && c <= '\r') {
            append_blank(out, begin);
        }
        return 1;
    }
    if (std::size_t const space = wide_space(text); space != 0) {
        append_blank(out, begin);
        return space;
    }
    if (std::size_t const gone = invisible(text); gone != 0) {
        return gone;
    }
    out += text.front();
    return 1;
}

bool is_plain(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != '&' && byte != 0x7f && byte != 0xc2 && byte != 0xe2 && byte != 0xe3 && byte != 0xef;
}

} // namespace

void append_clean(std::string& out, std::size_t begin, std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size();) {
        std::size_t plain = at;
        while (plain < utf8.size() && is_plain(utf8[plain])) {
            ++plain;
        }
        out.append(utf8, at, plain - at);
        at = plain;
        if (at < utf8.size() && utf8[at] == ' ') {
            append_blank(out, begin);
            ++at;
        } else if (at < utf8.size()) {
            at += take_special(out, begin, utf8.substr(at));
        }
    }
}

std::string clean_text(std::string_view utf8)
{
    std::string text;
    append_clean(text, 0, utf8);
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

} // namespace knowwho
