// SPDX-License-Identifier: MIT
// Which of our people's texts serve which need, with the words that say so.
#pragma once

#include "store/contacts.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct ServedNeed {
    std::size_t need = 0;
    std::size_t text = 0;
    double likeness = 0;            ///< 0 to 1
    std::vector<std::string> words; ///< what was found, strongest first, at most five; never empty
};

/// Everything that serves with at least this likeness, best first, then by need and text.
/// Across German and English, word forms and compounds (relevance/lexical_view.hpp).
std::vector<ServedNeed> who_serves(std::span<std::string const> needs, std::span<std::string const> texts, double least_likeness = 0.1);

/// What is known of somebody, as one text: role, organisation, biography, and of a contact what they
/// do, offer, care for, and what was talked about.
std::string text_about(Notebook const& notebook, Acquaintance const& person);

} // namespace knowwho
