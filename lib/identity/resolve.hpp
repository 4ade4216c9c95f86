// SPDX-License-Identifier: MIT
// Which rows of a list are one person, and which of them the notebook knows already.
#pragma once

#include "model/ids.hpp"
#include "model/roster.hpp"
#include "store/people.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// What was decided about one row. With neither `known` nor `same_as_row` it is somebody new.
struct Resolution {
    std::optional<PersonId> known;          ///< the person of the notebook that the row is about
    std::optional<std::size_t> same_as_row; ///< the first row of the same list about the same person; never itself, and that row has none
    double probability = 1;                 ///< that the decision is right
    std::string reason;                     ///< "same name and e-mail address"; empty for somebody new
};

/// Decides for every row, in their order; the result has one element per row. Only what is nearly
/// certain is joined; a contradiction (another organisation, another mailbox of one's own) keeps apart.
/// Whoever is the same as a known person carries `known` on their first row.
std::vector<Resolution> resolve_people(std::span<RosterRow const> rows, std::span<KnownPerson const> known);

/// The same row by row, for lists that are read as they come.
class PeopleResolver {
public:
    /// `known` must outlive the resolver.
    explicit PeopleResolver(std::span<KnownPerson const> known);
    ~PeopleResolver();
    PeopleResolver(PeopleResolver const&) = delete;
    PeopleResolver& operator=(PeopleResolver const&) = delete;

    /// Decides about the next row; `same_as_row` counts the rows handed in, from 0.
    Resolution next(RosterRow const& row);

    /// The name of the row handed in last, where it stays as long as the resolver lives: so that a spelling
    /// of it can be recognised by its mailbox.
    void name_stays_at(PersonName const& name);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace knowwho
