// SPDX-License-Identifier: MIT
// How rare the words of a need are, counted over all that may stand for them.
#include "relevance/need_reader.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {

void texts_with(Corpus const& corpus, Member const& member, std::vector<TextOfTerm>& found)
{
    auto const first = corpus.texts(member.terms.front());
    found.assign(first.begin(), first.end());
    for (std::size_t i = 1; i < member.terms.size(); ++i) {
        auto const texts = corpus.texts(member.terms[i]);
        auto at = texts.begin();
        std::erase_if(found, [&](TextOfTerm& entry) {
            at = std::lower_bound(at, texts.end(), entry.text, [](auto const& t, TextId id) { return t.text < id; });
            if (at == texts.end() || at->text != entry.text) {
                return true;
            }
            entry.root = std::min(entry.root, at->root);
            return false;
        });
    }
}

void NeedReader::finish(Need& need)
{
    double squares = 0;
    auto const best_first = [](auto const& a, auto const& b) { return a.discount > b.discount; };
    for (auto& word : need.words) {
        std::stable_sort(word.members.begin(), word.members.end(), best_first);
        word.rarity = rarity_of(word);
        weaken_common_field_words(word);
        std::stable_sort(word.members.begin(), word.members.end(), best_first);
        double const weight = word.weight * word.rarity;
        squares += weight * weight;
    }
    need.length = static_cast<float>(std::sqrt(squares));
    remember(need);
}

void NeedReader::remember(Need const& need)
{
    m_looked_for.resize(m_corpus.analyser().vocabulary().size());
    for (auto const& word : need.words) {
        for (auto const& member : word.members) {
            for (auto const term : member.terms) {
                if (term != no_term) {
                    m_looked_for[term] = true;
                }
            }
        }
    }
}

/// A word of the field counts by its own rarity: "health" where "diagnostics" was asked for.
void NeedReader::weaken_common_field_words(NeedWord& word) const
{
    for (auto& member : word.members) {
        if (member.bridge == Bridge::field && word.rarity > 0) {
            float rarest = 0;
            for (auto const term : member.terms) {
                rarest = std::max(rarest, m_corpus.rarity(term));
            }
            auto const ratio = std::min(1.0F, rarest / word.rarity);
            member.discount *= ratio * ratio;
        }
    }
}

/// From the number of texts that have any member that means the same, each counted by its discount.
float NeedReader::rarity_of(NeedWord const& word)
{
    auto found = std::vector<TextOfTerm>{};
    double texts = 0;
    for (auto const& member : word.members) {
        if (member.bridge == Bridge::field) {
            continue;
        }
        texts_with(m_corpus, member, found);
        for (auto const& entry : found) {
            if (m_best[entry.text] == 0) {
                m_best[entry.text] = 1;
                m_touched.push_back(entry.text);
                texts += member.discount;
            }
        }
    }
    for (auto const text : m_touched) {
        m_best[text] = 0;
    }
    m_touched.clear();
    return m_corpus.rarity_for(texts);
}

} // namespace knowwho
