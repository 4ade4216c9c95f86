// SPDX-License-Identifier: MIT
#include "score/goal_words.hpp"

#include "relevance/bridge_list.hpp"
#include "relevance/need_reader.hpp"
#include "score/candidate_text.hpp"

#include <algorithm>

namespace knowwho {
namespace {

bool is_met(NeedWord const& word, Corpus const& corpus)
{
    auto found = std::vector<TextOfTerm>{};
    return std::ranges::any_of(word.members, [&](Member const& member) {
        found.clear();
        texts_with(corpus, member, found);
        return !found.empty();
    });
}

/// The words of one text of a goal that nobody has are added to `unmet`, once each.
void add_unmet(std::string const& text, NeedReader& reader, Corpus const& corpus, std::vector<std::string>& unmet)
{
    auto const need = reader.read(text);
    for (auto const& word : need.words) {
        if (!is_met(word, corpus) && std::ranges::find(unmet, word.written) == unmet.end()) {
            unmet.push_back(word.written);
        }
    }
}

} // namespace

std::vector<UnmetWords> words_not_on_roster(Goals const& goals, std::span<Candidate const> candidates)
{
    auto texts = texts_of(candidates, goals.event.language);
    auto reader = NeedReader{texts.corpus, BridgeList::built_in()};
    auto all = std::vector<UnmetWords>{};
    for (std::size_t index = 0; index < goals.goals.size(); ++index) {
        auto const& goal = goals.goals[index];
        auto unmet = UnmetWords{index, {}};
        add_unmet(goal.want, reader, texts.corpus, unmet.words);
        for (auto const* const phrases : {&goal.organisations, &goal.places, &goal.must, &goal.avoid}) {
            for (auto const& phrase : *phrases) {
                add_unmet(phrase, reader, texts.corpus, unmet.words);
            }
        }
        if (!unmet.words.empty()) {
            all.push_back(std::move(unmet));
        }
    }
    return all;
}

std::vector<UnmetWords> words_that_would_lift(Goals const& goals, Candidate const& candidate)
{
    constexpr float weighty = 0.5F;
    constexpr std::size_t most_words = 3;
    auto texts = texts_of({&candidate, 1}, goals.event.language);
    auto reader = NeedReader{texts.corpus, BridgeList::built_in()};
    auto all = std::vector<UnmetWords>{};
    for (std::size_t index = 0; index < goals.goals.size(); ++index) {
        auto need = reader.read(goals.goals[index].want);
        std::ranges::stable_sort(need.words, [](NeedWord const& a, NeedWord const& b) { return a.weight > b.weight; });
        auto unmet = UnmetWords{index, {}};
        for (auto const& word : need.words) {
            if (unmet.words.size() < most_words && word.weight >= weighty && !is_met(word, texts.corpus)) {
                unmet.words.push_back(word.written);
            }
        }
        if (!unmet.words.empty()) {
            all.push_back(std::move(unmet));
        }
    }
    return all;
}

} // namespace knowwho
