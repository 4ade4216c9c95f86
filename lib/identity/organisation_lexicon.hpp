// SPDX-License-Identifier: MIT
// What is known of words in names of organisations: legal forms, parts, towns, words that give one away.
#pragma once

#include "identity/name_lexicon.hpp"

#include <string>
#include <string_view>

namespace knowwho {

class OrganisationLexicon {
public:
    static OrganisationLexicon const& instance();

    /// The usual spelling of a legal form by legal_key(); nullptr if it is none.
    std::string const* legal_form(std::string_view key) const;

    /// The same by the spelling itself, which tells "a.s." from "A.Ş.".
    std::string const* legal_form_spelt(std::string_view text) const;

    /// Kinds by folded word.
    bool is_unit_word(std::string_view word) const;         ///< begins the name of a part
    bool is_organisation_word(std::string_view word) const; ///< also by its ending
    bool is_listed_word(std::string_view word) const;       ///< the same without endings
    bool means_none(std::string_view folded) const;         ///< "selbstständig", "n/a"
    bool means_former(std::string_view word) const;         ///< "vormals"
    bool is_place(std::string_view folded) const;

    /// A word for a house in any of many languages; of letters such as "TU", only if written so.
    bool is_house_word(std::string_view written) const;
    bool are_letters_of_house(std::string_view written) const;

private:
    OrganisationLexicon();
    void add_legal_forms();
    void add_cues();
    void add_places();
    void add_houses();

    StringMap<std::string> m_legal;
    StringMap<std::string> m_spelt;
    StringMap<unsigned> m_cues;
    std::vector<std::string> m_endings;
    StringMap<bool> m_places;
    StringMap<bool> m_houses; ///< folded words, and letters as written
};

/// Letters and digits only, folded, without "&", "und", "and": so spellings of a legal form meet.
std::string legal_key(std::string_view text);

} // namespace knowwho
