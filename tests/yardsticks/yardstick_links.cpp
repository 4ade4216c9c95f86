// links: identity
// SPDX-License-Identifier: MIT
// Links attendees to candidate profiles and prints the probability of each, one JSON line per case.
#include "link_cases.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    for (auto i = 1; i < argc; ++i) {
        auto const cases = knowwho::read_link_cases(argv[i]);
        auto corpus = knowwho::corpus_of(cases);
        for (auto const& one : cases) {
            auto const probabilities = knowwho::link_profiles(one.subject, one.profiles, corpus);
            auto scores = nlohmann::ordered_json::object();
            for (auto k = std::size_t{0}; k < probabilities.size(); ++k) {
                scores[one.names[k]] = probabilities[k];
            }
            std::cout << nlohmann::ordered_json{{"id", one.id}, {"scores", scores}}.dump() << '\n';
        }
    }
}
