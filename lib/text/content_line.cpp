// SPDX-License-Identifier: MIT
#include "text/content_line.hpp"

namespace knowwho {
namespace {

constexpr std::size_t folded_at = 75; ///< bytes of a line without its end

bool is_inside_a_character(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

std::string escaped_text(std::string_view text)
{
    auto value = std::string{};
    for (char const c : text) {
        if (c == '\n') {
            value += "\\n";
        } else if (c == '\\' || c == ',' || c == ';') {
            value += '\\';
            value += c;
        } else if (c != '\r' && c != '\0') {
            value += c;
        }
    }
    return value;
}

std::string folded_line(std::string_view line)
{
    auto text = std::string{};
    auto room = folded_at;
    while (line.size() > room) {
        auto cut = room;
        while (cut > 1 && is_inside_a_character(line[cut])) {
            --cut;
        }
        text.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = folded_at - 1; // the blank that begins the line counts
    }
    return text.append(line).append("\r\n");
}

} // namespace knowwho
