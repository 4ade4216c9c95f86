// SPDX-License-Identifier: MIT
#include "text/language.hpp"

#include "text/stop_words.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace knowwho {
namespace {

constexpr std::size_t enough_bytes = 4000;
constexpr std::size_t shortest_for_cld2 = 20;

/// What speaks for each language; a telling letter or ending counts half a stop word.
struct Votes {
    int words = 0;
    double german = 0;
    double english = 0;
};

bool has_german_letter(std::string_view written)
{
    return std::any_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) == 0xC3; })
        && (written.find("ä") != written.npos || written.find("ö") != written.npos || written.find("ü") != written.npos
            || written.find("ß") != written.npos || written.find("Ä") != written.npos || written.find("Ö") != written.npos
            || written.find("Ü") != written.npos);
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return word.ends_with(ending); });
}

void vote(Words const& word, Votes& votes)
{
    auto const folded = word.folded();
    ++votes.words;
    bool const german = is_stop_word(folded, Language::german);
    bool const english = is_stop_word(folded, Language::english);
    votes.german += german && !english ? 1 : 0;
    votes.english += english && !german ? 1 : 0;
    if (folded.size() < 6) {
        votes.german += has_german_letter(word.written()) ? 0.5 : 0;
        return;
    }
    bool const german_form = has_german_letter(word.written())
        || ends_with_any(folded, {"ung", "ungen", "heit", "keit", "schaft", "leiter", "leiterin", "fuhrer", "technik", "wesen"});
    votes.german += german_form ? 0.5 : 0;
    votes.english += ends_with_any(folded, {"tion", "ment", "ing", "ship", "ness", "ity", "ology"}) && !german_form ? 0.25 : 0;
}

Votes count_votes(std::string_view text)
{
    auto votes = Votes{};
    for (auto word = Words{text}; word.next();) {
        vote(word, votes);
    }
    return votes;
}

/// Empty where cld2 is not sure; `unknown` where it is sure of a third language.
std::optional<Language> ask_cld2(std::string_view text)
{
    bool reliable = false;
    auto const answer = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    if (!reliable) {
        return std::nullopt;
    }
    return answer == CLD2::GERMAN ? Language::german : answer == CLD2::ENGLISH ? Language::english : Language::unknown;
}

} // namespace

Language detect_language(std::string_view text)
{
    text = utf8_prefix(text, enough_bytes);
    auto const votes = count_votes(text);
    auto const difference = votes.german - votes.english;
    // A third of a text's words are stop words; where they agree, nobody else need be asked.
    if (std::abs(difference) >= std::max(2.0, votes.words / 8.0)) {
        return difference > 0 ? Language::german : Language::english;
    }
    if (text.size() >= shortest_for_cld2) {
        if (auto const answer = ask_cld2(text)) {
            return *answer;
        }
    }
    if (std::abs(difference) >= 0.5 && votes.words <= 12) {
        return difference > 0 ? Language::german : Language::english;
    }
    return Language::unknown;
}

} // namespace knowwho
