// SPDX-License-Identifier: MIT
#include "identity/legal_forms.hpp"

#include "identity/name_tokens.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {
namespace {

constexpr std::size_t longest_looked_at = 400;
constexpr std::size_t most_legal_words = 7;

/// Two letters such as "se" or "as" are words of many languages: written small they are no legal form.
bool may_be_legal(std::string_view text, std::string_view key)
{
    static constexpr std::string_view short_and_small[] = {"ag", "kg", "pc", "lp", "pa", "ek", "ev", "eg", "oy", "ab", "as", "sc", "bv", "nv", "sa", "eu", "eb", "hf"};
    auto const small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
    if (key.size() > 2 || !small) {
        return key.size() != 3 || key != "spa" || text.find('.') != std::string_view::npos || text == "SpA";
    }
    return text.find('.') != std::string_view::npos || std::ranges::find(short_and_small, key) != std::end(short_and_small);
}

} // namespace

std::string unified(std::string_view written)
{
    auto out = std::string{};
    while (!written.empty() && out.size() < longest_looked_at) {
        auto const c = take_utf8(written);
        if (c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFFFD || c == 0x3000) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        } else if (c >= 0x2010 && c <= 0x2015) {
            out += '-';
        } else if (c == U'"' || c == U'„' || c == U'“' || c == U'”' || c == U'«' || c == U'»') {
            continue;
        } else {
            append_utf8(out, c);
        }
    }
    return std::string{trimmed(out, around_organisations)};
}

bool is_acronym(std::string_view text)
{
    auto const capitals = std::ranges::count_if(text, [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && text.size() <= 10 && capitals * 2 > static_cast<int>(text.size()) && text.find(' ') == std::string_view::npos;
}

std::string const* legal_form_of(std::string_view text)
{
    if (auto const* spelt = OrganisationLexicon::instance().legal_form_spelt(text)) {
        return spelt;
    }
    auto const key = legal_key(text);
    return may_be_legal(trimmed(text, around_organisations), key) ? OrganisationLexicon::instance().legal_form(key) : nullptr;
}

std::optional<Legal> legal_at_end(std::string_view text)
{
    auto const words = split_at_blanks(text);
    auto const most = std::min(words.size() - std::min<std::size_t>(words.size(), 1), most_legal_words);
    for (auto count = most; count > 0; --count) {
        auto const first = words[words.size() - count];
        auto const from = offset_of(text, first);
        if (first != "&" && first != "+") {
            if (auto const* form = legal_form_of(text.substr(from))) {
                return Legal{from, text.size(), *form};
            }
        }
    }
    return std::nullopt;
}

std::optional<Legal> legal_in_front(std::string_view text)
{
    static constexpr std::string_view in_front[] = {"ab", "aktiebolaget", "oy", "ooo", "pao", "oao", "zao", "ao", "pt", "as", "cv", "ojsc", "pjsc", "jsc"};
    auto const words = split_at_blanks(text);
    if (words.size() < 2) {
        return std::nullopt;
    }
    auto const key = legal_key(words.front());
    auto const* form = OrganisationLexicon::instance().legal_form(key);
    if (form == nullptr || std::ranges::find(in_front, key) == std::end(in_front) || (words.front().front() >= 'a' && words.front().front() <= 'z')) {
        return std::nullopt;
    }
    return Legal{0, offset_of(text, words[1]), *form};
}

std::optional<Legal> legal_inside(std::string_view text)
{
    static constexpr std::string_view plain[] = {"gmbh", "ag", "kg", "kgaa", "ohg", "inc", "llc", "ltd", "gmbhcokg", "agcokg", "gesmbh", "ggmbh", "ug", "sarl", "spa", "plc", "ev", "se"};
    auto const words = split_at_blanks(text);
    for (auto i = std::size_t{1}; i + 1 < words.size(); ++i) {
        for (auto count = std::min<std::size_t>(4, words.size() - i - 1); count > 0; --count) {
            auto const from = offset_of(text, words[i]);
            auto const last = words[i + count - 1];
            auto const end = offset_of(text, last) + last.size();
            auto const key = legal_key(text.substr(from, end - from));
            auto const dotted = text.substr(from, end - from).find('.') != std::string_view::npos;
            if (std::ranges::find(plain, key) != std::end(plain) || (dotted && key == "pc")) {
                if (auto const* form = legal_form_of(text.substr(from, end - from))) {
                    return Legal{from, end, *form};
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace knowwho
