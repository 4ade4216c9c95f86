// SPDX-License-Identifier: MIT
#include "import/cell_kinds.hpp"

#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace knowwho {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// White space and what is drawn as nothing.
bool is_invisible(char32_t c)
{
    return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad || (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
           (c >= 0x205f && c <= 0x206f) || c == 0x3000 || c == 0xfeff;
}

} // namespace

int words_in(std::string_view text)
{
    int words = 0;
    bool inside = false;
    for (char const c : text) {
        auto const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

std::string_view trim(std::string_view text)
{
    while (!text.empty()) {
        auto rest = text;
        if (static_cast<unsigned char>(text[0]) > 0x20 && static_cast<unsigned char>(text[0]) < 0x7f) {
            break;
        }
        if (!is_invisible(take_utf8(rest))) {
            break;
        }
        text = rest;
    }
    while (!text.empty()) {
        auto const last = static_cast<unsigned char>(text.back());
        if (last > 0x20 && last < 0x7f) {
            break;
        }
        auto const character = utf8_before(text, text.size());
        if (!is_invisible(character)) {
            break;
        }
        text.remove_suffix(character < 0x80 ? 1 : character < 0x800 ? 2 : 3);
    }
    return text;
}

bool is_email(std::string_view text)
{
    auto const at = text.find('@');
    if (at == text.npos || at == 0 || text.find('@', at + 1) != text.npos || text.find_first_of(" \t,;<>()\"\n") != text.npos) {
        return false;
    }
    auto const domain = text.substr(at + 1);
    return domain.size() > 2 && domain.find('.') != domain.npos && domain.front() != '.' && domain.back() != '.';
}

bool is_website(std::string_view text)
{
    if (text.find_first_of(" \n\t@") != text.npos) {
        return false;
    }
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") || text.starts_with("//");
}

bool is_number(std::string_view text)
{
    int digits = 0;
    for (char const c : text) {
        digits += is_digit(c);
        if (!is_digit(c) && std::string_view("+-.,%$ \xe2\x82\xac").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return digits > 0;
}

bool has_time_of_day(std::string_view text)
{
    auto const digit = [&](std::size_t position) { return position < text.size() && is_digit(text[position]); };
    for (auto colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
        if (colon > 0 && digit(colon - 1) && digit(colon + 1) && digit(colon + 2)) {
            return true;
        }
    }
    if (text.size() <= 6 && text.find('h') != text.npos && digit(0) && text.find_first_not_of("0123456789h") == text.npos && std::count(text.begin(), text.end(), 'h') == 1) { // "9h", "14h30"
        return true;
    }
    return text.find(" p.m.") != text.npos || text.find(" a.m.") != text.npos || text.find(" Uhr") != text.npos;
}

bool is_date(std::string_view text)
{
    if (text.size() < 6 && has_time_of_day(text)) {
        return true;
    }
    if (text.size() < 6 || text.size() > 60 || !std::any_of(text.begin(), text.end(), is_digit)) {
        return false;
    }
    auto const digits = std::count_if(text.begin(), text.end(), is_digit);
    auto const signs = std::count_if(text.begin(), text.end(), [](char c) { return c == '-' || c == '.' || c == '/' || c == ':'; });
    if (digits >= 4 && signs >= 2 && is_digit(text[0]) && digits + signs + 4 >= std::ptrdiff_t(text.size())) {
        return true;
    }
    if (has_time_of_day(text) && words_in(text) <= 10) {
        return true;
    }
    if (text.size() < 14 && (text.starts_with("seit ") || text.starts_with("since ") || text.starts_with("depuis ") || text.starts_with("ab ")) && digits == 4) {
        return true;
    }
    constexpr std::array<std::string_view, 17> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "maerz", "mrz", "mai", "okt", "dez"};
    auto const key = fold(text);
    bool month = false;
    for (std::size_t begin = 0; begin < key.size(); begin = std::min(key.find(' ', begin), key.size() - 1) + 1) {
        auto const word = std::string_view(key).substr(begin);
        month |= std::any_of(months.begin(), months.end(), [&](auto m) { return word.starts_with(m); });
    }
    return month && digits >= 3 && words_in(text) <= 7;
}

bool ends_as_sentence(std::string_view text)
{
    auto const last = text.substr(text.rfind(' ') + 1);
    return std::count(text.begin(), text.end(), ' ') >= 2 && last.size() > 3 && last.find('.') == last.size() - 1 && last[0] >= 'a' && last[0] <= 'z';
}

} // namespace knowwho
