// SPDX-License-Identifier: MIT
#include "score/seniority.hpp"

#include "score/role_words.hpp"

#include <algorithm>

namespace knowwho {
namespace {

/// By the lexicon's word for it.
double factor_of(std::string_view seniority)
{
    return seniority == "student" ? 0.3 : seniority == "junior" ? 0.6 : seniority == "staff" ? 0.8 : seniority == "senior" ? 0.9 : 1.0;
}

} // namespace

double weight_of_seniority(GoalKind kind, std::string_view role)
{
    if (kind == GoalKind::know_how || kind == GoalKind::peer || kind == GoalKind::talent) {
        return 1;
    }
    auto const roles = roles_in(role);
    double best = 0;
    for (auto const& one : roles) {
        best = std::max(best, factor_of(one.seniority));
    }
    return roles.empty() ? 1 : best;
}

} // namespace knowwho
