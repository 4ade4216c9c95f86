// SPDX-License-Identifier: MIT
// The name of an attendee beside those of a profile, as columns for the trees.
#pragma once

#include "identity/link_corpus.hpp"
#include "identity/name_compare.hpp"

#include <vector>

namespace knowwho {

/// How rare a name is: the same beside every profile.
struct NameRarity {
    bool is_initial = false;   ///< of the given name nothing else is known
    double given_names = 0;    ///< how many
    double given = 0;          ///< -log of the share of people who bear it
    double family = 0;
    double whole = 0;
    bool is_asian = false;
    double bearers = 0;        ///< log1p of the records with the family name and this initial
    double family_bearers = 0;
    double given_bearers = 0;
};

NameRarity name_rarity(LinkCorpus::ReadName const& name, LinkCorpus const& corpus);

/// The best agreement of the subject's name with any name of the profile, and how much of its use fits.
struct NameFit {
    NameComparison best;
    double fitting_share = 0;
    bool full_given = false;
};

NameFit fit_names(ComparableName const& subject, LinkProfile const& profile, LinkCorpus& corpus);

void put_name(std::vector<float>& row, NameRarity const& rarity, NameFit const& fit);

} // namespace knowwho
