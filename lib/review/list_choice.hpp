// SPDX-License-Identifier: MIT
// What of the ranked list is to be shown, as the address says it.
#pragma once

#include "review/form.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace knowwho::review {

/// What of the list is to be shown, in which order; the names are those of the query.
struct ListChoice {
    std::string q;
    std::optional<std::size_t> goal;
    std::string organisation;
    std::string evidence; ///< "", "some", "talk", "none" or "question"
    std::string status;   ///< "", "target", "reserve", "pinned", "vetoed", "out" or "noted"
    std::string sort;     ///< "" (score), "name", "organisation" or "doubt"
    std::size_t offset = 0;
    std::string tag;      ///< whole, as it was written

    bool operator==(ListChoice const&) const = default;
};

ListChoice list_choice(Form const& query);

/// The query of a choice, with '?' in front unless it is empty.
std::string query_of(ListChoice const& choice);

} // namespace knowwho::review
