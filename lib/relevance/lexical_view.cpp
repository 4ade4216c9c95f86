// SPDX-License-Identifier: MIT
#include "relevance/lexical_view.hpp"

#include "relevance/need_reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knowwho {
namespace {

/// Very short texts would be like every sentence they share a word with; to a sentence they count as if
/// they were half as long as the mean at least. A paragraph shares many words or few.
float length_for_cosine(Corpus const& corpus, Need const& need, TextId text)
{
    constexpr float shortest_share = 0.5F;
    auto const shortest = shortest_share * (1 - need.share_of_paragraph()) * corpus.mean_length();
    return std::max({corpus.length(text), shortest, std::numeric_limits<float>::min()});
}

/// √tf of a term in a text, 0 if it is not there. The terms of a text are sorted.
float root_in(Corpus const& corpus, TextId text, TermId term)
{
    auto const terms = corpus.terms(text);
    auto const found = std::lower_bound(terms.begin(), terms.end(), term, [](auto const& t, TermId id) { return t.term < id; });
    return found != terms.end() && found->term == term ? found->root : 0;
}

float root_in(Corpus const& corpus, TextId text, Member const& member)
{
    float root = root_in(corpus, text, member.terms.front());
    for (auto const term : member.terms) {
        root = std::min(root, root_in(corpus, text, term));
    }
    return root;
}

/// Per text the sum over the need's words of weight · rarity² · √tf of the best member, discounted.
void add_up(Corpus const& corpus, Need const& need, std::vector<float>& sums)
{
    sums.assign(corpus.size(), 0);
    auto best = std::vector<float>(corpus.size(), 0);
    auto touched = std::vector<TextId>{};
    auto found = std::vector<TextOfTerm>{};
    for (auto const& word : need.words) {
        for (auto const& member : word.members) {
            texts_with(corpus, member, found);
            for (auto const& entry : found) {
                if (best[entry.text] == 0) {
                    touched.push_back(entry.text);
                }
                best[entry.text] = std::max(best[entry.text], member.discount * entry.root);
            }
        }
        for (auto const text : touched) {
            sums[text] += word.weight * word.rarity * word.rarity * best[text];
            best[text] = 0;
        }
        touched.clear();
    }
}

} // namespace

void lexical_likeness(Corpus const& corpus, Need const& need, std::vector<float>& likeness)
{
    add_up(corpus, need, likeness);
    for (TextId text = 0; text < corpus.size(); ++text) {
        if (likeness[text] > 0) {
            likeness[text] /= need.length * length_for_cosine(corpus, need, text);
        }
    }
}

std::vector<WordHit> lexical_hits(Corpus const& corpus, Need const& need, TextId text)
{
    auto hits = std::vector<WordHit>{};
    auto const lengths = need.length * length_for_cosine(corpus, need, text);
    for (std::size_t w = 0; w < need.words.size(); ++w) {
        auto const& word = need.words[w];
        auto hit = WordHit{w, 0, 0};
        for (std::size_t m = 0; m < word.members.size(); ++m) {
            auto const root = word.members[m].discount * root_in(corpus, text, word.members[m]);
            auto const share = word.weight * word.rarity * word.rarity * root / lengths;
            if (share > hit.share) {
                hit = {w, m, share};
            }
        }
        if (hit.share > 0) {
            hits.push_back(hit);
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](auto const& a, auto const& b) { return a.share > b.share; });
    return hits;
}

} // namespace knowwho
