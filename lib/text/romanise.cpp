// SPDX-License-Identifier: MIT
#include "text/romanise.hpp"

#include "text/utf8.hpp"

#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace knowwho {
namespace {

constexpr std::size_t most_bytes = 400;

bool is_read_by_fold(char32_t c) { return c < 0x530 || (c >= 0x1E00 && c < 0x3000) || c == 0xFFFD; }

bool has_other_script(std::string_view text)
{
    while (!text.empty()) {
        if (!is_read_by_fold(take_utf8(text))) {
            return true;
        }
    }
    return false;
}

/// Null where ICU was built without its rules.
icu::Transliterator const* transliterator()
{
    static auto const made = [] {
        auto status = U_ZERO_ERROR;
        auto one = std::unique_ptr<icu::Transliterator>{icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status)};
        return U_FAILURE(status) != 0 ? nullptr : std::move(one);
    }();
    return made.get();
}

} // namespace

std::string romanise(std::string_view utf8)
{
    auto const head = utf8_prefix(utf8, most_bytes);
    if (!has_other_script(head) || transliterator() == nullptr) {
        return std::string{utf8};
    }
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece{head.data(), static_cast<int32_t>(head.size())});
    transliterator()->transliterate(text);
    auto latin = std::string{};
    text.toUTF8String(latin);
    return latin.append(utf8.substr(head.size()));
}

} // namespace knowwho
