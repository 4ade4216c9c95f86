// SPDX-License-Identifier: MIT
// Reads needs: their words, and every word of the corpus that may stand for one of them.
#pragma once

#include "relevance/bridge_list.hpp"
#include "relevance/corpus.hpp"
#include "relevance/need.hpp"
#include "relevance/need_words.hpp"
#include "relevance/word_nets.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Makes needs for one corpus, which must be finished and outlive the reader, as must the rest.
class NeedReader {
public:
    /// `usual`: the language of needs that tell none; unknown: that of most texts.
    NeedReader(Corpus& corpus, BridgeList const& bridges, WordNets const& nets = installed_word_nets(),
               Language usual = Language::unknown);

    /// Needs with everything: compounds taken apart, our own list, and the dictionary where the corpus
    /// has texts of the other language.
    std::vector<Need> read_all(std::span<std::string_view const> texts);

    /// A single word or phrase, without the dictionary. `language` unknown: it is detected or guessed.
    Need read(std::string_view text, Language language = Language::unknown);

    /// By TermId, whether the term is part of any need read so far; terms beyond its end are not.
    std::vector<bool> const& looked_for() const noexcept { return m_looked_for; }

private:
    /// A German word for an English one, whether or not the corpus has it by itself.
    struct Translated {
        std::size_t slot;
        std::string word; ///< folded
        float discount;
    };
    struct Draft {
        Need need;
        std::vector<ReadWord> words;
        std::vector<std::size_t> slots; ///< of each word in need.words
        std::vector<Translated> translated;
    };

    Draft begin(std::string_view text, Language language, bool split);
    void add_word(ReadWord const& word, Draft& draft);
    void add_own_terms(ReadWord const& word, Language language, NeedWord& to);
    void add_verb_forms(ReadWord const& word, NeedWord& to);
    void add_wholes(Draft& draft);
    void add_bridges(Draft& draft);
    void add_group(std::size_t group, std::span<std::size_t const> slots, Draft& draft);
    static void weaken_parts(std::size_t whole, Draft& draft);
    void add_phrase(std::span<std::string const> words, Language language, Member member,
                    std::span<std::size_t const> slots, Draft& draft);
    void add_translations(std::span<Draft> drafts);
    void add_compounds(Draft& draft);
    void finish(Need& need);
    void remember(Need const& need);
    Language guess_language(std::string_view text) const;
    bool is_german_word(std::string_view lower_case_word);
    void weaken_common_field_words(NeedWord& word) const;
    float rarity_of(NeedWord const& word);

    Corpus& m_corpus;
    BridgeList const& m_bridges;
    WordNets const& m_nets;
    Language m_usual;
    std::vector<float> m_best; ///< per text, scratch
    std::vector<TextId> m_touched;
    std::vector<bool> m_looked_for;
};

/// The texts that have all terms of `member`, with √tf of the rarest of them.
void texts_with(Corpus const& corpus, Member const& member, std::vector<TextOfTerm>& found);

} // namespace knowwho
