// SPDX-License-Identifier: MIT
#include "identity/unified_name.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace knowwho {
namespace {

constexpr std::size_t longest_name = 500;

bool is_blank(char32_t c) { return c <= 0x20 || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000 || c == 0x2028 || c == 0x2029; }

bool is_invisible(char32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFFD;
}

bool is_ornament(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x2BFF) || c == U'†' || c == U'*' || c == U'®' || c == U'™';
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_quote(char32_t c) { return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' || c == U'‟'; }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'´' || c == U'`'; }

void append_tidy(std::string& out, char32_t c)
{
    if (is_blank(c)) {
        if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    } else if (is_dash(c)) {
        out += '-';
    } else if (is_quote(c)) {
        out += '"';
    } else if (is_apostrophe(c)) {
        out += '\'';
    } else if (is_ornament(c)) {
        append_tidy(out, U' ');
    } else if (!is_invisible(c)) {
        append_utf8(out, c);
    }
}

/// Most characters are letters that stay as they are.
bool is_tidy(char c) { return c > 0x2D && c < 0x7F && c != '`'; }

} // namespace

std::string unified_name(std::string_view written)
{
    auto out = std::string{};
    out.reserve(std::min(written.size(), longest_name));
    while (!written.empty() && out.size() < longest_name) {
        auto const room = written.substr(0, longest_name - out.size());
        auto const tidy = static_cast<std::size_t>(std::ranges::find_if_not(room, is_tidy) - room.begin());
        out.append(written, 0, tidy);
        written.remove_prefix(tidy);
        if (tidy < room.size()) {
            append_tidy(out, take_utf8(written));
        }
    }
    return out;
}

} // namespace knowwho
