// SPDX-License-Identifier: MIT
#include "text/charset_score.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::array<WesternEncoding, 4> encodings{{
    {"windows-1252", &windows_1252_upper_half},
    {"ISO-8859-15", &iso_8859_15_upper_half},
    {"macintosh", &mac_roman_upper_half},
    {"cp850", &cp850_upper_half},
}};

constexpr std::u16string_view german_letters = u"äöüßÄÖÜ";
constexpr std::u16string_view common_letters = u"éèêëàâáãåçñíìîïóòôõøúùûæœÉÈÀÁÅÇÓØÆŠšŽž";
constexpr std::u16string_view rare_letters = u"ðþýÐÞÝÿŸª";
constexpr std::u16string_view typographic = u"„“”‚‘’–—…•«»‹›§°€·´\u00a0©®™";

bool contains(std::u16string_view set, char16_t character) { return set.find(character) != set.npos; }

bool is_upper(char16_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || c == 0x160 || c == 0x17d || c == 0x152 || c == 0x178;
}

bool is_lower(char16_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff && c != 0xf7) || c == 0x161 || c == 0x17e || c == 0x153;
}

bool is_letter(char16_t c) { return is_upper(c) || is_lower(c) || contains(rare_letters, c); }
bool is_digit(char16_t c) { return c >= '0' && c <= '9'; }

double letter_score(char16_t before, char16_t letter, char16_t after)
{
    double score = contains(german_letters, letter) ? 3 : contains(common_letters, letter) ? 2 : contains(rare_letters, letter) ? -1 : 0.5;
    if (!is_letter(before) && !is_letter(after)) {
        score -= 1.5;
    }
    if (is_upper(letter) && is_lower(before)) {
        score -= 3;
    }
    if (is_lower(letter) && letter != u'ß' && is_upper(before) && is_upper(after)) {
        score -= 1.5;
    }
    return score;
}

double sign_score(char16_t before, char16_t sign, char16_t after)
{
    auto const inside_word = is_letter(before) && is_letter(after);
    if (sign < 0xa0 || (sign >= 0xe000 && sign < 0xf900)) {
        return -8;
    }
    if (sign == u'’') {
        return 1.5;
    }
    if (sign == u'€' || sign == u'°' || sign == u'§') {
        return inside_word ? -3 : is_digit(before) || is_digit(after) || before == ' ' ? 1.5 : 0;
    }
    if (contains(typographic, sign)) {
        return inside_word ? (sign == u'–' || sign == u'·' || sign == u'\u00a0' ? 0.5 : -2) : 1;
    }
    return inside_word ? -4 : -2;
}

} // namespace

WesternEncoding const* find_western(std::string_view name)
{
    auto const found = std::find_if(encodings.begin(), encodings.end(), [&](auto const& e) { return e.name == name; });
    return found == encodings.end() ? nullptr : &*found;
}

double western_score(std::string_view bytes, UpperHalf const& upper)
{
    auto const at = [&](std::size_t position) -> char16_t {
        auto const byte = position < bytes.size() ? static_cast<unsigned char>(bytes[position]) : static_cast<unsigned char>(' ');
        return byte < 0x80 ? char16_t(byte) : upper[byte - 0x80];
    };
    double sum = 0;
    int count = 0;
    int run = 0; // three accented letters in a row are no Western word
    for (std::size_t position = 0; position < bytes.size() && count < 4096; ++position) {
        if (static_cast<unsigned char>(bytes[position]) < 0x80) {
            run = 0;
            continue;
        }
        auto const before = position == 0 ? u' ' : at(position - 1);
        auto const here = at(position);
        run = is_letter(here) ? run + 1 : 0;
        sum += is_letter(here) ? letter_score(before, here, at(position + 1)) : sign_score(before, here, at(position + 1));
        sum -= run > 2 ? 5 : 0;
        ++count;
    }
    return count == 0 ? 0 : sum / count;
}

WesternChoice best_western(std::string_view bytes)
{
    WesternChoice best{&encodings[0], western_score(bytes, *encodings[0].upper), 0};
    double second = -10;
    for (std::size_t index = 1; index < encodings.size(); ++index) {
        auto const score = western_score(bytes, *encodings[index].upper);
        if (score > best.score + 1e-9) {
            second = best.score;
            best = {&encodings[index], score, 0};
        } else {
            second = std::max(second, score);
        }
    }
    best.confidence = std::clamp(0.5 + (best.score - second) / 4, 0.5, 0.99);
    return best;
}

} // namespace knowwho
