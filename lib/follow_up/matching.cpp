// SPDX-License-Identifier: MIT
#include "follow_up/matching.hpp"

#include "relevance/bridge_list.hpp"
#include "relevance/lexical_view.hpp"
#include "relevance/need_reader.hpp"
#include "store/encounters.hpp"
#include "store/notebook.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <tuple>

namespace knowwho {
namespace {

constexpr std::size_t most_words = 5;
constexpr std::size_t longest_need = 600; // bytes: the first sentences say what it is about

std::string_view beginning(std::string_view text)
{
    if (text.size() <= longest_need) {
        return text;
    }
    return text.substr(0, text.find_last_of(' ', longest_need));
}

std::vector<std::string> words_found(Corpus const& corpus, Need const& need, TextId text)
{
    auto words = std::vector<std::string>{};
    for (auto const& hit : lexical_hits(corpus, need, text)) {
        auto const& word = need.words[hit.word];
        auto const& member = word.members[hit.member];
        auto shown = member.bridge == Bridge::same || member.shown == word.written ? word.written : word.written + " → " + member.shown;
        if (words.size() < most_words && std::ranges::find(words, shown) == words.end()) {
            words.push_back(std::move(shown));
        }
    }
    return words;
}

void add_line(std::string& text, std::string const& line)
{
    if (!line.empty()) {
        text += line;
        text += '\n';
    }
}

} // namespace

std::vector<ServedNeed> who_serves(std::span<std::string const> needs, std::span<std::string const> texts, double least_likeness)
{
    auto corpus = Corpus{};
    for (auto const& text : texts) {
        auto const piece = TextPiece{text, detect_language(text)};
        corpus.add({&piece, 1}, Language::german);
    }
    corpus.finish();
    auto reader = NeedReader{corpus, BridgeList::built_in()};
    auto found = std::vector<ServedNeed>{};
    auto likeness = std::vector<float>{};
    for (std::size_t index = 0; index < needs.size(); ++index) {
        auto const need = reader.read(beginning(needs[index]));
        lexical_likeness(corpus, need, likeness);
        for (std::size_t text = 0; text < texts.size(); ++text) {
            auto words = likeness[text] < least_likeness ? std::vector<std::string>{} : words_found(corpus, need, static_cast<TextId>(text));
            if (!words.empty()) {
                found.push_back({index, text, likeness[text], std::move(words)});
            }
        }
    }
    std::ranges::sort(found, {}, [](ServedNeed const& one) { return std::tuple{-one.likeness, one.need, one.text}; });
    return found;
}

std::string text_about(Notebook const& notebook, Acquaintance const& person)
{
    auto text = std::string{};
    add_line(text, person.role);
    add_line(text, person.organisation);
    add_line(text, person.about);
    if (auto const contact = find_contact(notebook, person.person)) {
        for (auto const* const part : {&contact->does, &contact->why, &contact->offers, &contact->interests, &contact->note}) {
            add_line(text, *part);
        }
    }
    for (auto const& encounter : encounters(notebook, person.person)) {
        add_line(text, encounter.talked);
        add_line(text, encounter.interests);
    }
    return text;
}

} // namespace knowwho
