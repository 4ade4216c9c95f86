// SPDX-License-Identifier: MIT
#include "score/gates.hpp"

#include "text/folding.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr auto bridges_of_must =
    std::array{Bridge::same, Bridge::compound, Bridge::spelling, Bridge::synonym, Bridge::translation};
constexpr auto bridges_of_avoid = std::array{Bridge::same, Bridge::compound, Bridge::translation};

std::string full_name(PersonName const& name)
{
    return name.given.empty() && name.family.empty() ? fold_name(name.written) : fold_name(name.given + " " + name.family);
}

} // namespace

Gates::Gates(Goals const& goals, NeedReader& reader) : m_goals(goals), m_own_name(fold_name(goals.me.name))
{
    for (auto const& goal : goals.goals) {
        auto& must = m_must.emplace_back();
        for (auto const& phrase : goal.must) {
            must.emplace_back(phrase, reader, bridges_of_must);
        }
        for (auto const& phrase : goal.avoid) {
            m_avoid.emplace_back(phrase, reader, bridges_of_avoid);
        }
    }
}

bool Gates::open(std::size_t goal, CandidateView const& view) const
{
    auto const& must = m_must[goal];
    return must.empty()
        || std::any_of(must.begin(), must.end(), [&](auto const& phrase) { return phrase.find(view.all_terms).has_value(); });
}

std::string Gates::absent(CandidateView const& view, Sentences const& sentences) const
{
    auto const& attendance = view.candidate->attendance;
    if (!m_own_name.empty() && full_name(attendance.row.name) == m_own_name) {
        return sentences.oneself();
    }
    if (attendance.row.status == AttendanceStatus::cancelled) {
        return sentences.cancelled();
    }
    if (attendance.gone) {
        return sentences.gone();
    }
    return {};
}

std::string Gates::ruled_out(CandidateView const& view, Sentences const& sentences) const
{
    auto reason = avoided(view, sentences);
    return reason.empty() ? closed(view, sentences) : reason;
}

std::string Gates::avoided(CandidateView const& view, Sentences const& sentences) const
{
    for (auto const& phrase : m_avoid) {
        if (auto const found = phrase.find(view.row_terms)) {
            return sentences.avoided(phrase.phrase(), found->front());
        }
    }
    return {};
}

std::string Gates::closed(CandidateView const& view, Sentences const& sentences) const
{
    for (std::size_t goal = 0; goal < m_must.size(); ++goal) {
        if (open(goal, view)) {
            return {};
        }
    }
    auto all = std::vector<std::string>{};
    for (auto const& goal : m_goals.goals) {
        all.insert(all.end(), goal.must.begin(), goal.must.end());
    }
    return sentences.lacks(all);
}

} // namespace knowwho
