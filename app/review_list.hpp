// SPDX-License-Identifier: MIT
// The ranked list as values for its view.
#pragma once

#include "app/review_session.hpp"
#include "review/list_view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace knowwho::review {

/// Score of a goal from which a person is shown as serving it.
inline constexpr double serves_from = 0.15;

Seat seat_of(Session const& session, std::size_t match);

/// The matches that fit, in the order asked for; indices into the ranking's matches.
std::vector<std::size_t> chosen_rows(Session const& session, ListChoice const& choice);

/// One of them; `at`: its place in what is shown, from 1.
PersonRow person_row(Session const& session, std::size_t match, std::size_t at);

ShortlistView shortlist_view(Session const& session);

/// Weights in the order of Session::arrange() of the sliders' numbers: of the goals as they are, of what stands beside
/// them in per cent. Empty if they are not those of these goals.
std::vector<double> weights_of_sliders(std::vector<std::string> const& sliders, Goals const& goals);

/// Names of the goals, in their order.
std::vector<std::string> goal_names(Goals const& goals);

} // namespace knowwho::review
