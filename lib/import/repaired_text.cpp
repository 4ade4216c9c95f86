// SPDX-License-Identifier: MIT
#include "import/repaired_text.hpp"

#include "import/cell_evidence.hpp"
#include "text/composition.hpp"
#include "text/twice_encoded.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

bool is_box_sign(char32_t c) { return c >= 0x2500 && c < 0x2580; }
bool is_upright(char32_t c) { return c == 0x2502 || c == 0x2503 || c == 0x2551; }

/// "├──────┼──────┤": drawn, and nothing written.
bool is_box_rule(std::string_view line)
{
    line = trim(line);
    for (auto rest = line; !rest.empty();) {
        if (!is_box_sign(take_utf8(rest))) {
            return false;
        }
    }
    return !line.empty();
}

std::string with_plain_bars(std::string_view line)
{
    std::string plain;
    while (!line.empty()) {
        auto const before = line;
        plain += is_upright(take_utf8(line)) ? std::string_view{"|"} : before.substr(0, before.size() - line.size());
    }
    return plain;
}

/// Where uprights part the cells, rules become those of a Markdown table.
std::string without_boxes(std::string text)
{
    constexpr std::string_view uprights[] = {"│", "┃", "║"};
    if (std::none_of(std::begin(uprights), std::end(uprights), [&](auto upright) { return text.find(upright) != text.npos; })) {
        return text;
    }
    std::string plain;
    for (auto rest = std::string_view{text}; !rest.empty();) {
        auto const end = std::min(rest.find('\n'), rest.size());
        auto const line = rest.substr(0, end);
        plain += is_box_rule(line) ? "|---|" : with_plain_bars(line);
        plain.push_back('\n');
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return plain;
}

} // namespace

std::string repaired(std::string utf8)
{
    return without_boxes(composed(once_encoded(std::move(utf8))));
}

} // namespace knowwho
