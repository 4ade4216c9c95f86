// SPDX-License-Identifier: MIT
#include "import/role_order.hpp"

#include "identity/organisation.hpp"

namespace knowwho {
namespace {

constexpr double surely_house = 0.8;
constexpr double hardly_house = 0.45;
constexpr int enough_votes = 2;

/// What stands behind the only comma is surely a house, and what stands in front hardly one. The other way round
/// it may be a house and its town.
bool ends_with_house(std::string const& text)
{
    auto const comma = text.find(", ");
    return comma != text.npos && text.find(", ", comma + 2) == text.npos && organisation_likelihood(text.substr(0, comma)) < hardly_house && organisation_likelihood(text.substr(comma + 2)) >= surely_house;
}

} // namespace

void RoleOrder::learn(Affiliation const& parts, std::string const& text)
{
    auto const both = !parts.role.empty() && !parts.organisation.empty();
    m_role_first += !both ? ends_with_house(text) : text.starts_with(parts.role) ? 1 : -1;
}

void RoleOrder::follow(Affiliation& parts, std::string const& text) const
{
    auto const comma = text.find(", ");
    if (comma == text.npos || parts.role.empty() == parts.organisation.empty()) {
        return;
    }
    auto first = text.substr(0, comma);
    auto second = text.substr(comma + 2);
    if (m_role_first >= enough_votes && organisation_likelihood(first) < hardly_house) {
        parts = {std::move(first), std::move(second)};
    } else if (m_role_first <= -enough_votes && second.find(", ") == second.npos && organisation_likelihood(second) < hardly_house) {
        parts = {std::move(second), std::move(first)};
    }
}

} // namespace knowwho
