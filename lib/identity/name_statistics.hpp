// SPDX-License-Identifier: MIT
// How common a name is: how many bearers are to be expected among the people a page might mean.
#pragma once

#include "model/name.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace knowwho {

/// Shares of given and family names, from the lexicon and, where a roster is large enough to
/// show more, from the names added.
class NameStatistics {
public:
    /// Counts one person's name as evidence on how common its parts are.
    void add(PersonName const& name);

    /// Share of people who bear this given or family name, 0 to 1, never 0.
    double given_share(std::string_view given) const;
    double family_share(std::string_view family) const;

    /// Other bearers of the whole name to be expected in a population of `people`.
    double expected_namesakes(PersonName const& name, double people = 60e6) const;

private:
    struct Counts {
        std::unordered_map<std::string, int> names;
        int total = 0;
    };
    static double share(Counts const& counts, std::string_view name, double by_lexicon);

    Counts m_given;
    Counts m_family;
};

} // namespace knowwho
