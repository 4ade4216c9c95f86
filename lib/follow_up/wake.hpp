// SPDX-License-Identifier: MIT
// Which of one's own contacts fit a new goal, or would care for something found.
#pragma once

#include "model/goals.hpp"
#include "store/contacts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

enum class Sleep { asleep, awake, either };

struct FittingContact {
    Acquaintance person;
    std::size_t goal = 0; ///< index into Goals::goals
    double likeness = 0;
    std::vector<std::string> words;
};

/// Contacts that serve a goal, best first; each once, for the goal that they serve best.
std::vector<FittingContact> contacts_for_goals(Notebook const& notebook, Goals const& goals, Sleep sleep);

/// Contacts awake who would care for a text, best first.
std::vector<FittingContact> contacts_who_care(Notebook const& notebook, std::string_view text);

} // namespace knowwho
