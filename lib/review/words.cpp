// SPDX-License-Identifier: MIT
#include "review/words.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace knowwho::review {

std::string PageWords::count(std::string_view key, std::size_t count) const
{
    auto const number = std::to_string(count);
    return fill(std::string{key} + (count == 1 ? "_one" : "_many"), {{"count", number}});
}

std::string PageWords::said(std::string_view sentence) const
{
    auto german = language() == Language::german ? m_sentences.in_german(sentence) : std::nullopt;
    return german ? std::move(*german) : std::string{sentence};
}

std::string PageWords::said(Error const& error) const
{
    auto const hint = error.hint().empty() ? std::string{} : " – " + said(error.hint());
    return said(error.what()) + hint;
}

Language preferred_language(std::string_view accept_language)
{
    double german = 0;
    double english = 0;
    while (!accept_language.empty()) {
        auto const end = std::min(accept_language.find(','), accept_language.size());
        auto const range = ascii_lower(trimmed(accept_language.substr(0, end)));
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
        auto const quality = range.find("q=");
        double const weight = quality == std::string::npos ? 1 : std::strtod(range.c_str() + quality + 2, nullptr);
        auto& language = range.starts_with("de") ? german : english;
        language = range.starts_with("de") || range.starts_with("en") ? std::max(language, weight) : language;
    }
    return german > english ? Language::german : Language::english;
}

std::string decimal(double value, int digits, Language language)
{
    auto text = fmt::format("{:.{}f}", value, digits);
    if (language == Language::german) {
        std::ranges::replace(text, '.', ',');
    }
    return text;
}

} // namespace knowwho::review
