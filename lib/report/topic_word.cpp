// SPDX-License-Identifier: MIT
#include "report/topic_word.hpp"

#include "data/resources.hpp"
#include "report/name_forms.hpp"
#include "report/source_book.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace knowwho {

namespace {

/// The word as the text has it, if it is one word of some length that can stand alone in a sentence.
std::string written_in(std::string_view text, std::string_view folded, Language language)
{
    Words words{text};
    while (words.next()) {
        char const first = words.written().front();
        bool const noun = (first >= 'A' && first <= 'Z') || (first & 0x80) != 0;
        if (words.folded() == folded && (language != Language::german || noun)) {
            return std::string{words.written()};
        }
    }
    return {};
}

/// The words of roles ("Leiterin") are no subject.
bool is_role_word(std::string const& folded)
{
    static auto const roles = [] {
        std::set<std::string, std::less<>> words;
        for (auto const& row : read_rows(resource("lexicon/roles.tsv"))) {
            words.insert(fold(row.front()));
        }
        return words;
    }();
    return roles.contains(folded);
}

/// English has no capital letter to tell a noun by: rather none than "decides". A German genitive ("Netzwerks")
/// would need its article.
bool may_stand_alone(std::string const& folded, Language language)
{
    if (language == Language::german) {
        return !folded.ends_with('s') || folded.ends_with("ss") || folded.ends_with("us") || folded.ends_with("is");
    }
    return folded.size() >= 9 && !folded.ends_with("ed") && !folded.ends_with("ly") && !folded.ends_with('s');
}

/// Words of the event's, the organisation's and the role's names are no subject of their own.
bool is_subject(Candidate const& candidate, Goals const& goals, std::string const& folded)
{
    RosterRow const& row = candidate.attendance.row;
    auto const stands_in = [&](std::string const& text) { return fold(text).find(folded) != std::string::npos; };
    return folded.size() >= 7 && may_stand_alone(folded, goals.event.language) && !stands_in(row.organisation) && !stands_in(goals.event.name)
        && !stands_in(row.role) && !is_role_word(folded);
}

/// Whether the user asks for it by this very word, not by a part of it or by a neighbour in meaning.
bool is_wanted(Goals const& goals, std::string const& folded)
{
    return std::any_of(goals.goals.begin(), goals.goals.end(), [&](Goal const& goal) {
        return (" " + fold(goal.want) + " ").find(" " + folded + " ") != std::string::npos;
    });
}

/// A word at the beginning of an English sentence loses its capital letter.
std::string in_mid_sentence(std::string word, Language language)
{
    bool const capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z' && !is_all_capitals(word);
    if (language != Language::german && capital) {
        word[0] = static_cast<char>(word[0] + ('a' - 'A'));
    }
    return word;
}

} // namespace

std::string topic_of(Candidate const& candidate, Goals const& goals, Reason const& reason)
{
    Language const language = goals.event.language;
    std::string longest;
    for (auto const& evidence : candidate.evidence) {
        if (!cites(reason, evidence.snippet.id) || evidence.snippet.language != language) {
            continue;
        }
        for (auto const& word : reason.words) {
            std::size_t const arrow = word.find("→");
            std::string const folded = fold(arrow == std::string::npos ? word : word.substr(arrow));
            bool const usable = is_wanted(goals, folded) && is_subject(candidate, goals, folded);
            std::string const topic = usable ? written_in(evidence.snippet.quote, folded, language) : std::string{};
            longest = topic.size() > longest.size() ? topic : longest;
        }
    }
    return in_mid_sentence(longest, language);
}

} // namespace knowwho
