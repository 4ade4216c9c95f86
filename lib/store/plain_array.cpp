// SPDX-License-Identifier: MIT
#include "store/plain_array.hpp"

#include "text/utf8.hpp"

namespace knowwho {

std::optional<PlainArray> plain_array(std::string_view text)
{
    if (text.size() < 2 || text.front() != '[' || text.back() != ']' || text.find('\\') != text.npos || !is_utf8(text)) {
        return std::nullopt;
    }
    auto array = PlainArray{};
    text = text.substr(1, text.size() - 2);
    while (text.starts_with('"')) {
        auto const end = text.find('"', 1);
        if (end == text.npos) {
            return std::nullopt;
        }
        array.texts.push_back(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
        if (!text.starts_with(',')) {
            break;
        }
        text.remove_prefix(1);
    }
    array.rest = text;
    return array;
}

} // namespace knowwho
