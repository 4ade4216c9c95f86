// SPDX-License-Identifier: MIT
// What is known of attendees and profiles, as sets of words, and how rare each word is among all of them.
#pragma once

#include "identity/key_table.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"
#include "model/name.hpp"

#include <algorithm>
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

/// Where a set of words points among all the words of a corpus; no words, no direction.
struct CompanyOfWords {
    using Direction = std::array<float, 48>;
    Direction direction{};
};

/// How near two sets of words are by the company they keep, -1 to 1, though they may share none; 0 if one is empty.
double nearness(CompanyOfWords const& a, CompanyOfWords const& b);

/// How often words, names and co-names occur among all records at hand: what is rare says more.
class LinkCorpus {
public:
    void add(LinkSubject const& subject);
    void add(LinkProfile const& profile);

    /// How many were added.
    int records() const noexcept { return m_records; }

    /// The words of a text; new ones get a number. Valid until the corpus goes.
    WordSet const& words(std::string_view text);
    WordSet words(std::vector<std::string> const& texts);
    WordSet whole(std::vector<std::string> const& texts); ///< each text as one word
    WordSet people(std::vector<std::string> const& names); ///< each name by family name and first letter: "Austin, Robert H" is "R. Austin"

    /// What is understood of a text, once for all records that have it. Valid until the corpus goes.
    struct ReadName {
        PersonName parsed;
        ComparableName compared;
    };
    ReadName const& name(std::string_view written);
    std::string const& organisation(std::string_view written); ///< organisation_key()
    double domain_likeness(std::string_view domain, std::string_view organisation); ///< domain_resembles()

    /// -log of the share of records that have the word.
    double rarity(std::uint32_t word) const { return word < m_rarities.size() ? m_rarities[word] : computed_rarity(word); }

    /// The company that the words keep in the corpus. The first call after an add() learns that of all words.
    CompanyOfWords company(WordSet const& words);

    /// Somebody else of whom the records at hand speak.
    struct Namesake {
        ComparableName name;
        WordSet affiliation;
        WordSet topics;
        WordSet co_names;
        friend bool operator==(Namesake const& a, Namesake const& b) { return a.affiliation == b.affiliation && a.topics == b.topics && a.co_names == b.co_names; }
    };

    /// All records under the family name with this initial, in their order, at most 300.
    std::span<Namesake const> namesakes(ComparableName const& name) const;

    ComparableName const& first_name(LinkProfile const& profile);

    /// The record of a profile, by the first of its names.
    Namesake record_of(LinkProfile const& profile);
    Namesake record_of(LinkSubject const& subject);

    /// How many records bear the family name with this initial.
    int bearers(ComparableName const& name) const;

    /// How many records bear this family name, or this first given name.
    int family_bearers(ComparableName const& name) const;
    int given_bearers(ComparableName const& name) const;

private:
    std::uint32_t number(std::string_view word);
    using Direction = CompanyOfWords::Direction;

    double computed_rarity(std::uint32_t word) const;
    void count(WordSet const& words);
    void keep_company(WordSet words);
    void learn_company();
    void count_name(std::string_view written);
    void keep_namesake(Namesake namesake);
    int counted(std::string_view key) const;

    KeyTable<std::uint32_t> m_numbers{1024};
    std::vector<std::uint32_t> m_counts;
    KeyTable<int> m_bearers{256};
    KeyTable<std::uint32_t> m_namesake_lists{256};
    std::vector<std::vector<Namesake>> m_namesakes;
    StringMap<WordSet> m_word_sets; ///< by text
    StringMap<std::uint32_t> m_wholes;
    StringMap<std::uint32_t> m_people;
    StringMap<ReadName> m_names;
    StringMap<std::string> m_organisations;
    StringMap<double> m_domain_likeness; ///< by domain and organisation
    double m_log_records = 0.6931471805599453; ///< of the records and two
    int m_records = 0;
    std::vector<WordSet> m_companies; ///< words of one record's field of work
    std::vector<double> m_rarities;      ///< by word, as long as nothing is added; made by learn_company()
    std::vector<Direction> m_directions; ///< the same
};

/// The words of a record's field of work: topics, keywords, venues.
WordSet work_words(LinkSubject const& subject, LinkCorpus& corpus);
WordSet work_words(LinkProfile const& profile, LinkCorpus& corpus);

/// Both sets of words as one.
WordSet joined_sets(WordSet const& a, WordSet const& b);

/// The texts without how often each was used.
std::vector<std::string> texts_in(std::vector<std::pair<std::string, int>> const& counted);

} // namespace knowwho
