// SPDX-License-Identifier: MIT
#include "score/chance.hpp"

#include <algorithm>
#include <vector>

namespace knowwho {
namespace {

constexpr double pending_share = 0.6;
constexpr double waiting_share = 0.4;

} // namespace

double chance_to_come(Attendance const& attendance, EventPlan const& event)
{
    auto const& row = attendance.row;
    if (attendance.gone || row.status == AttendanceStatus::cancelled) {
        return 0;
    }
    if (!row.talks.empty()) {
        return 1 - event.no_show_of_speakers();
    }
    auto const share = row.status == AttendanceStatus::pending ? pending_share
        : row.status == AttendanceStatus::waiting              ? waiting_share
                                                               : 1.0;
    return (1 - event.no_show) * share;
}

double chance_of_at_least(std::size_t least, std::span<double const> chances)
{
    auto exactly = std::vector<double>{1.0}; // exactly[k]: that k of those looked at come
    for (auto const chance : chances) {
        exactly.push_back(0);
        for (auto k = exactly.size() - 1; k > 0; --k) {
            exactly[k] = exactly[k] * (1 - chance) + exactly[k - 1] * chance;
        }
        exactly[0] *= 1 - chance;
    }
    double sum = 0;
    for (auto k = least; k < exactly.size(); ++k) {
        sum += exactly[k];
    }
    return std::min(sum, 1.0);
}

} // namespace knowwho
