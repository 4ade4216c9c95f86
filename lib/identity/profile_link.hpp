// SPDX-License-Identifier: MIT
// Which of several public profiles is an attendee's, if any: structured records compared field by field.
#pragma once

#include "identity/boosted_trees.hpp"
#include "identity/key_table.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_statistics.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// What is known of the attendee; everything may be empty.
struct LinkSubject {
    std::string name;
    std::string affiliation;
    std::string email_domain;
    std::string place;
    std::string role;
    std::string venue;
    std::string language;
    std::vector<std::string> topics;
    std::vector<std::string> keywords;
    std::vector<std::string> co_names; ///< people named beside them
    int year = 0;                      ///< of the event or text; 0: unknown
};

/// What a source says about somebody.
struct LinkProfile {
    std::vector<std::pair<std::string, int>> names;        ///< with how often each was used
    std::vector<std::pair<std::string, int>> affiliations;
    std::vector<std::string> email_domains;
    std::vector<std::string> places;
    std::vector<std::string> roles;
    std::vector<std::string> topics;
    std::vector<std::string> keywords;
    std::vector<std::string> co_names;
    std::vector<std::string> venues;
    std::string language;
    int first_year = 0;
    int last_year = 0;
    int works = 0;
};

/// Words with their numbers, sorted by number: sets that are quick to compare.
using WordSet = std::vector<std::uint32_t>;

/// How often words, names and co-names occur among all records at hand: what is rare says more.
class LinkCorpus {
public:
    void add(LinkSubject const& subject);
    void add(LinkProfile const& profile);

    /// The words of a text; new ones get a number.
    WordSet words(std::string_view text);
    WordSet words(std::vector<std::string> const& texts);
    WordSet whole(std::vector<std::string> const& texts); ///< each text as one word

    /// -log of the share of records that have the word.
    double rarity(std::uint32_t word) const;

    /// How near two sets of words are by the company their words keep in the corpus, -1 to 1, though they
    /// may share none; 0 if one is empty. The first call after an add() learns the company of all words.
    double nearness(WordSet const& a, WordSet const& b);

    /// How many records bear the family name with this initial.
    int bearers(ComparableName const& name) const;

    /// How many records bear this family name, or this first given name.
    int family_bearers(ComparableName const& name) const;
    int given_bearers(ComparableName const& name) const;

private:
    std::uint32_t number(std::string_view word);
    using Direction = std::array<float, 48>;

    void count(WordSet const& words);
    void keep_company(WordSet words);
    void learn_company();
    Direction direction_of(WordSet const& words) const;
    void count_name(std::string_view written);
    int counted(std::string_view key) const;

    KeyTable<std::uint32_t> m_numbers{1024};
    std::vector<std::uint32_t> m_counts;
    KeyTable<int> m_bearers{256};
    int m_records = 0;
    std::vector<WordSet> m_companies; ///< words of one record's field of work
    std::vector<Direction> m_directions; ///< by word; made by learn_company()
};

/// The features of each profile as one row, group features (how it stands among the others) included.
std::vector<std::vector<float>> link_features(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus);

/// Probability of each profile that it is the subject's; with "none of them" they sum to 1.
/// Calibrated by data/lexicon/link_trees.tsv. The profiles must have been added to the corpus.
std::vector<double> link_profiles(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus);

/// The same from log odds of each profile alone.
std::vector<double> compete(std::span<double const> log_odds);

} // namespace knowwho
