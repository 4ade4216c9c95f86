// SPDX-License-Identifier: MIT
// What is needed to ask whether two people of the notebook are one: names and shared lists.
#pragma once

#include "model/ids.hpp"

#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// The parts of somebody's name that people are told apart by.
struct BriefName {
    PersonId person;
    std::string given;
    std::string family;
    bool is_close = false; ///< a contact, or somebody met
};

/// Everybody with a given and a family name, by id.
std::vector<BriefName> brief_names(Notebook const& notebook);

/// The lists that name somebody, in the order of their ids.
std::vector<ListId> lists_naming(Notebook const& notebook, PersonId person);

} // namespace knowwho
