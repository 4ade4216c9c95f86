// SPDX-License-Identifier: MIT
// "Glasmacher, Alte Lampen": what comes first in the texts of one list, the role or the house.
#pragma once

#include "import/affiliation.hpp"

#include <string>

namespace knowwho {

/// Learns from the texts that can be told apart by their words, and parts the others in the same way.
class RoleOrder {
public:
    /// `parts`: what split_affiliation() or sort_lines() made of the text.
    void learn(Affiliation const& parts, std::string const& text);

    /// Where `parts` has only one of both, and nearly all the others that were learnt from have both.
    void follow(Affiliation& parts, std::string const& text) const;

private:
    int m_role_first = 0; ///< texts with the role in front of the house, less those with the house in front
};

} // namespace knowwho
