// SPDX-License-Identifier: MIT
// Reads a need: its words, and every word of the corpus that may stand for one of them.
#pragma once

#include "relevance/bridge_list.hpp"
#include "relevance/corpus.hpp"
#include "relevance/need.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace knowwho {

/// One word of a need on its way to becoming a NeedWord.
struct ReadWord {
    std::string written;
    std::string folded;
    float emphasis = 1; ///< under 1 for what describes the asker, not the one asked for
    bool joined = false; ///< to the word before, by a hyphen
};

/// The words of a need without stop words and words of wishing ("suchen", "people who").
std::vector<ReadWord> read_need_words(std::string_view text, Language language);

/// Makes needs for one corpus, which must be finished and outlive the reader.
class NeedReader {
public:
    NeedReader(Corpus& corpus, BridgeList const& bridges);

    /// `language` unknown: it is detected, then guessed from the corpus.
    Need read(std::string_view text, Language language = Language::unknown);

private:
    void add_word(ReadWord const& word, Need& need);
    void add_own_terms(ReadWord const& word, Language language, NeedWord& to);
    void add_bridges(std::span<ReadWord const> words, Need& need);
    void add_group(std::size_t group, std::span<NeedWord> words, Language language);
    void add_compounds(std::span<ReadWord const> words, Need& need);
    void finish(Need& need);
    float rarity_of(NeedWord const& word);

    Corpus& m_corpus;
    BridgeList const& m_bridges;
    std::vector<float> m_best; ///< per text, scratch
    std::vector<TextId> m_touched;
};

/// Calls for every text that has all terms of `member`: √tf of the rarest of them.
void texts_with(Corpus const& corpus, Member const& member, std::vector<TextOfTerm>& found);

} // namespace knowwho
