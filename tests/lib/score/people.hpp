// SPDX-License-Identifier: MIT
// Builders for invented attendees and goals: each test says only what matters to it.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "score/rank.hpp"

#include <string>
#include <utility>
#include <vector>

namespace knowwho::test {

class Someone {
public:
    explicit Someone(std::string name)
    {
        m_candidate.attendance.row.name.written = std::move(name);
        m_candidate.attendance.list_file = "liste.csv";
    }

    Someone& role(std::string text) { return with(m_candidate.attendance.row.role, std::move(text)); }
    Someone& at(std::string text) { return with(m_candidate.attendance.row.organisation, std::move(text)); }
    Someone& in(std::string text) { return with(m_candidate.attendance.row.place, std::move(text)); }
    Someone& about(std::string text) { return with(m_candidate.attendance.row.about, std::move(text)); }
    Someone& other(std::string header, std::string value)
    {
        m_candidate.attendance.row.others.push_back({std::move(header), std::move(value)});
        return *this;
    }
    Someone& status(AttendanceStatus status)
    {
        m_candidate.attendance.row.status = status;
        return *this;
    }
    Someone& gone()
    {
        m_candidate.attendance.gone = true;
        return *this;
    }
    Someone& talk(std::string title, std::string abstract = {})
    {
        m_candidate.attendance.row.talks.push_back({std::move(title), std::move(abstract), "Saal 3", "2026-11-26 14:00", ""});
        return *this;
    }
    Someone& says(std::string quote, std::string title = {}, std::optional<PartialDate> published = {})
    {
        auto evidence = Evidence{};
        evidence.snippet.id = SnippetId{static_cast<std::int64_t>(m_candidate.evidence.size() + 1)};
        evidence.snippet.quote = std::move(quote);
        evidence.page.title = std::move(title);
        evidence.page.published = published;
        m_candidate.evidence.push_back(std::move(evidence));
        return *this;
    }

    /// Talked to before, on some day.
    Someone& talked_to(bool asleep)
    {
        m_candidate.familiarity = Familiarity{asleep, EncounterId{7}, PartialDate{2026, 5, 3}, "met"};
        return *this;
    }

    operator Candidate() const { return m_candidate; }

private:
    Someone& with(std::string& field, std::string text)
    {
        field = std::move(text);
        return *this;
    }

    Candidate m_candidate;
};

/// The attendees with ids and lines in their order.
inline std::vector<Candidate> list_of(std::vector<Candidate> people)
{
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto& attendance = people[i].attendance;
        attendance.person = PersonId{static_cast<std::int64_t>(i + 1)};
        attendance.id = AttendanceId{static_cast<std::int64_t>(i + 1)};
        attendance.row.line = static_cast<int>(i + 2);
    }
    return people;
}

inline Goals looking_for(std::vector<std::string> const& wants)
{
    auto goals = Goals{};
    for (auto const& want : wants) {
        auto goal = Goal{};
        goal.want = want;
        goals.goals.push_back(std::move(goal));
    }
    return goals;
}

inline constexpr auto today = PartialDate{2026, 11, 20};

inline std::vector<Match> ranked(std::vector<Candidate> const& people, Goals const& goals)
{
    return rank(people, goals, today, Watch{});
}

} // namespace knowwho::test
