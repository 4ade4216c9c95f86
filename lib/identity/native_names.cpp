// SPDX-License-Identifier: MIT
#include "identity/native_names.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace knowwho {
namespace {

bool is_native(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// Chinese and Korean family names of two characters.
bool is_double_family(std::string_view two)
{
    static constexpr std::string_view names[] = {"欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "東方", "皇甫",
        "尉迟", "公孙", "公孫", "慕容", "令狐", "夏侯", "轩辕", "端木", "南宫", "남궁", "황보", "제갈", "사공", "선우", "서문", "독고"};
    return std::ranges::find(names, two) != std::end(names);
}

} // namespace

bool split_native(std::string_view word, PersonName& name)
{
    auto starts = std::vector<std::size_t>{};
    auto rest = word;
    while (!rest.empty()) {
        starts.push_back(word.size() - rest.size());
        if (!is_native(take_utf8(rest))) {
            return false;
        }
    }
    if (starts.size() < 2 || starts.size() > 6) {
        return false;
    }
    auto const long_family = starts.size() > 2 && (is_double_family(word.substr(0, starts[2])) || starts.size() >= 4);
    auto const cut = starts[long_family ? 2 : 1];
    name.family = word.substr(0, cut);
    name.given = word.substr(cut);
    name.confidence = 0.8;
    return true;
}

} // namespace knowwho
