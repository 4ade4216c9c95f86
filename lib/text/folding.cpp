// SPDX-License-Identifier: MIT
#include "text/folding.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace knowwho {
namespace {

/// What one code point folds to: up to four ASCII letters, nothing, or a blank.
struct Folded {
    enum Kind : std::uint8_t { letters, nothing, blank, unknown };
    Kind kind = unknown;
    std::uint8_t length = 0;
    char text[4] = {};
};

Folded folded_to(std::string_view text)
{
    auto folded = Folded{text.empty() ? Folded::nothing : Folded::letters, static_cast<std::uint8_t>(text.size()), {}};
    std::memcpy(folded.text, text.data(), text.size());
    return folded;
}

/// Letters that do not decompose into a base letter, lower case.
struct Special {
    char32_t letter;
    char const* ascii;
};
constexpr Special specials[] = {
    {U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ø', "o"}, {U'đ', "d"}, {U'ð', "d"}, {U'ħ', "h"}, {U'ı', "i"},
    {U'ĸ', "k"}, {U'ł', "l"}, {U'ŋ', "n"}, {U'ŧ', "t"}, {U'þ', "th"}, {U'ə', "e"}, {U'ɛ', "e"}, {U'ɔ', "o"},
    {U'ƒ', "f"}, {U'ɓ', "b"}, {U'ɗ', "d"}, {U'ƴ', "y"}, {U'ȷ', "j"}, {U'ŀ', "l"}, {U'ŉ', "n"},
    // Greek
    {U'α', "a"}, {U'β', "v"}, {U'γ', "g"}, {U'δ', "d"}, {U'ε', "e"}, {U'ζ', "z"}, {U'η', "i"}, {U'θ', "th"},
    {U'ι', "i"}, {U'κ', "k"}, {U'λ', "l"}, {U'μ', "m"}, {U'ν', "n"}, {U'ξ', "x"}, {U'ο', "o"}, {U'π', "p"},
    {U'ρ', "r"}, {U'σ', "s"}, {U'ς', "s"}, {U'τ', "t"}, {U'υ', "y"}, {U'φ', "f"}, {U'χ', "ch"}, {U'ψ', "ps"},
    {U'ω', "o"},
    // Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Macedonian, Bulgarian
    {U'а', "a"}, {U'б', "b"}, {U'в', "v"}, {U'г', "g"}, {U'ґ', "g"}, {U'д', "d"}, {U'е', "e"}, {U'є', "ye"},
    {U'ж', "zh"}, {U'з', "z"}, {U'и', "i"}, {U'і', "i"}, {U'к', "k"}, {U'л', "l"}, {U'м', "m"}, {U'н', "n"},
    {U'о', "o"}, {U'п', "p"}, {U'р', "r"}, {U'с', "s"}, {U'т', "t"}, {U'у', "u"}, {U'ф', "f"}, {U'х', "kh"},
    {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""}, {U'ы', "y"}, {U'ь', ""}, {U'э', "e"},
    {U'ю', "yu"}, {U'я', "ya"}, {U'ђ', "dj"}, {U'ѕ', "dz"}, {U'ј', "j"}, {U'љ', "lj"}, {U'њ', "nj"}, {U'ћ', "c"},
    {U'џ', "dz"},
};
// Combined forms that have a sound of their own: decomposing them would lose it.
constexpr Special wholes[] = {{U'й', "y"}, {U'ё', "e"}, {U'ї', "yi"}, {U'ў', "u"}, {U'ѓ', "gj"}, {U'ќ', "kj"}};

char const* find_special(std::span<Special const> table, char32_t letter)
{
    for (auto const& special : table) {
        if (special.letter == letter) {
            return special.ascii;
        }
    }
    return nullptr;
}

bool is_word_part(char32_t c)
{
    auto const mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_NO_MASK | U_GC_M_MASK)) != 0;
}

bool leaves_no_trace(char32_t c)
{
    // Combining accents of the European scripts, soft hyphen, joiners, marks of direction, byte order mark.
    return (c >= 0x300 && c <= 0x36F) || u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

icu::Normalizer2 const& nfkd()
{
    static auto const* const instance = [] {
        auto status = U_ZERO_ERROR;
        return icu::Normalizer2::getNFKDInstance(status);
    }();
    return *instance;
}

/// Folds one code point the slow way, through ICU's tables.
void append_slowly(std::string& out, char32_t c, bool& blank, int depth = 0)
{
    if (leaves_no_trace(c)) {
        return;
    }
    auto const lower = static_cast<char32_t>(u_foldCase(u_tolower(static_cast<UChar32>(c)), U_FOLD_CASE_DEFAULT));
    auto const* ascii = find_special(wholes, lower);
    if (ascii == nullptr) {
        ascii = find_special(specials, lower);
    }
    if (ascii != nullptr) {
        out += ascii;
        return;
    }
    auto decomposed = icu::UnicodeString{};
    if (depth < 4 && nfkd().getDecomposition(static_cast<UChar32>(lower), decomposed)) {
        for (auto i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
            append_slowly(out, static_cast<char32_t>(decomposed.char32At(i)), blank, depth + 1);
        }
        return;
    }
    if (is_word_part(lower)) {
        append_utf8(out, lower);
    } else {
        blank = true;
    }
}

Folded fold_slowly(char32_t c)
{
    auto text = std::string{};
    auto blank = false;
    append_slowly(text, c, blank);
    if (blank) {
        return {Folded::blank, 0, {}};
    }
    return text.size() <= 4 ? folded_to(text) : Folded{};
}

/// The European scripts and the general punctuation, folded once.
constexpr char32_t table_end = 0x2100;
using Table = std::array<Folded, table_end>;

Table const& table()
{
    static auto const* const filled = [] {
        auto* made = new Table{}; // lives as long as the program
        for (auto c = char32_t{0}; c < table_end; ++c) {
            auto const foreign = c >= 0x530 && c < 0x1D00;
            (*made)[c] = foreign ? Folded{} : fold_slowly(c);
        }
        return made;
    }();
    return *filled;
}

/// Collects folded letters and sets one blank between words, none at the ends.
class Folder {
public:
    explicit Folder(std::string& out) : m_out(out), m_start(out.size()) {}

    void add(char32_t c)
    {
        auto const folded = c < table_end ? m_table[c] : Folded{};
        switch (folded.kind) {
        case Folded::letters: add_letters({folded.text, folded.length}); break;
        case Folded::nothing: break;
        case Folded::blank: m_blank = true; break;
        case Folded::unknown: add_unknown(c); break;
        }
    }

private:
    void add_letters(std::string_view letters)
    {
        if (m_blank && m_out.size() > m_start) {
            m_out += ' ';
        }
        m_blank = false;
        m_out += letters;
    }

    void add_unknown(char32_t c)
    {
        auto letters = std::string{};
        auto blank = false;
        append_slowly(letters, c, blank);
        if (!letters.empty()) {
            add_letters(letters);
        }
        m_blank = m_blank || blank;
    }

    std::string& m_out;
    std::size_t m_start;
    Table const& m_table = table();
    bool m_blank = false;
};

bool is_vowel_or_q(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'q'; }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'`' || c == U'´' || c == U'′'; }

/// What an ASCII letter or digit folds to; 0 for what parts words, `ascii_apostrophe` and `not_ascii` for those.
constexpr unsigned char ascii_apostrophe = 1;
constexpr unsigned char not_ascii = 0x80;
constexpr auto ascii_folds = [] {
    auto folds = std::array<unsigned char, 256>{};
    folds.fill(0);
    for (auto c = '0'; c <= '9'; ++c) {
        folds[static_cast<std::size_t>(c)] = static_cast<unsigned char>(c);
    }
    for (auto c = 'a'; c <= 'z'; ++c) {
        folds[static_cast<std::size_t>(c)] = folds[static_cast<std::size_t>(c - 'a' + 'A')] = static_cast<unsigned char>(c);
    }
    folds['\''] = folds['`'] = ascii_apostrophe;
    std::fill(folds.begin() + 0x80, folds.end(), not_ascii);
    return folds;
}();

/// Most text is all ASCII; false, and nothing added, for any other.
bool fold_ascii(std::string& out, std::string_view text, bool drop_apostrophes)
{
    auto const start = out.size();
    out.resize(start + text.size());
    auto* end = out.data() + start;
    auto blank = false;
    for (auto const c : text) {
        auto const folded = ascii_folds[static_cast<unsigned char>(c)];
        if (folded == not_ascii) {
            out.resize(start);
            return false;
        }
        if (folded <= ascii_apostrophe) {
            blank = blank || folded != ascii_apostrophe || !drop_apostrophes;
            continue;
        }
        // Blanks between words only: the text has one byte for each that is written.
        if (blank && end != out.data() + start) {
            *end++ = ' ';
        }
        blank = false;
        *end++ = static_cast<char>(folded);
    }
    out.resize(static_cast<std::size_t>(end - out.data()));
    return true;
}

void append_name_letters(std::string& plain, std::string_view utf8)
{
    if (fold_ascii(plain, utf8, true)) {
        return;
    }
    auto folder = Folder{plain};
    while (!utf8.empty()) {
        auto const c = take_utf8(utf8);
        if (!is_apostrophe(c)) {
            folder.add(c);
        }
    }
}

/// Where "ae", "oe" or "ue" stands for an umlaut, from `at` on: the place of the e.
std::size_t find_spelt_umlaut(std::string_view text, std::size_t at)
{
    auto const is_spelt = [&](std::size_t e) {
        auto const before = text[e - 1];
        return (before == 'a' || before == 'o' || before == 'u') && (e == 1 || !is_vowel_or_q(text[e - 2]));
    };
    for (at = text.find('e', at); at != std::string_view::npos && !is_spelt(at); at = text.find('e', at + 1)) {
    }
    return at;
}

void drop_spelt_umlauts(std::string& text)
{
    auto next = find_spelt_umlaut(text, 1);
    if (next == std::string::npos) {
        return;
    }
    auto end = next;
    for (auto i = next; i < text.size(); ++i) {
        if (i == next) {
            next = find_spelt_umlaut(text, i + 1);
        } else {
            text[end++] = text[i];
        }
    }
    text.resize(end);
}

} // namespace

void append_fold(std::string& key, std::string_view utf8)
{
    if (fold_ascii(key, utf8, false)) {
        return;
    }
    auto folder = Folder{key};
    while (!utf8.empty()) {
        folder.add(take_utf8(utf8));
    }
}

std::string fold(std::string_view utf8)
{
    auto key = std::string{};
    key.reserve(utf8.size());
    append_fold(key, utf8);
    return key;
}

std::string fold_name(std::string_view utf8)
{
    auto key = std::string{};
    key.reserve(utf8.size());
    append_name_letters(key, utf8);
    drop_spelt_umlauts(key);
    return key;
}

} // namespace knowwho
