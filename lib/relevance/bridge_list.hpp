// SPDX-License-Identifier: MIT
// Our own list of business words that mean the same in German and English (data/lexicon/bridges.tsv),
// and of words that belong to one field (fields.tsv).
#pragma once

#include "model/language.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knowwho {

/// One way to say a concept.
struct BridgePhrase {
    Language language = Language::unknown;
    std::vector<std::string> words; ///< folded, stop words left out, one to three
    std::string shown;
};

/// Concepts, each a group of phrases in either language, and fields, whose phrases only belong together.
class BridgeList {
public:
    /// Reads the rows `german; german <tab> english; english`. Phrases of over three words are left out.
    explicit BridgeList(std::string_view concepts, std::string_view fields = {});

    /// The list that is built in. Read at the first call.
    static BridgeList const& built_in();

    /// The groups that hold a phrase with exactly these stems, joined by one blank, in that language.
    std::span<std::size_t const> groups(std::string_view stems, Language language) const;

    bool is_field(std::size_t group) const { return group >= m_concepts; }

    std::span<BridgePhrase const> phrases(std::size_t group) const { return m_groups[group]; }

private:
    void add_groups(std::string_view rows);
    void add_phrases(std::string_view cell, Language language);

    std::vector<std::vector<BridgePhrase>> m_groups; ///< the concepts, then the fields
    std::size_t m_concepts = 0;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_stems; ///< a letter for the language first
};

/// Stems of folded words joined by one blank: the key of phrases.
std::string stem_key(std::span<std::string const> words, Language language);

} // namespace knowwho
