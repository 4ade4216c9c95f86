// SPDX-License-Identifier: MIT
#include "enrich/plan.hpp"

#include "enrich/company_web.hpp"
#include "enrich/plan_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace knowwho {
namespace {

constexpr double website_gain = 0.5;
constexpr int website_requests = 6; ///< of a visit, about
constexpr auto website_manners = SiteManners{};
constexpr double seconds_that_halve = 10; ///< an ask that costs this much waiting counts half

/// What may come out: a wide range that reaches high is worth most. Never 0, so that ties keep their order.
double value_of(PersonInterest const& interest)
{
    return 0.01 + std::max(0.0, interest.high - interest.low) * interest.high + 0.2 * interest.high;
}

double seconds_of(int requests, std::chrono::milliseconds pace)
{
    return requests * std::chrono::duration<double>(pace).count();
}

class Planner {
public:
    Planner(std::span<Attendance const> roster, std::span<SourceRecipe const> recipes, SourceSettings const& settings, Instant now)
        : m_roster(roster), m_recipes(recipes), m_settings(settings), m_now(now)
    {
    }

    void know(std::span<SourceState const> known)
    {
        for (auto const& one : known) {
            m_known.emplace(std::pair{one.person, one.source}, one);
        }
    }

    void consider(std::size_t person, double value)
    {
        auto const kinds = kinds_of(m_roster[person]);
        for (auto const& recipe : m_recipes) {
            auto ask = PlannedAsk{person, recipe.name, value * recipe.gain * fit(recipe.kinds, kinds), 0, 0, {}};
            ask.requests = requests_of(recipe);
            ask.seconds = seconds_of(ask.requests, recipe.pace);
            ask.reason = reason_against(recipe, m_roster[person]);
            put(std::move(ask), recipe.max_age);
        }
        auto visit = PlannedAsk{person, std::string{website_source}, value * website_gain, website_requests, seconds_of(website_requests, website_manners.pace), {}};
        if (site_of(m_roster[person]).empty()) {
            visit.reason = "the list gives no web site of the organisation";
        }
        put(std::move(visit), website_manners.fresh);
    }

    Plan finish(PlanBudget const& budget)
    {
        auto const rank = [](PlannedAsk const& ask) { return ask.gain / (1 + ask.seconds / seconds_that_halve); };
        std::sort(m_plan.asks.begin(), m_plan.asks.end(), [&](PlannedAsk const& a, PlannedAsk const& b) {
            return std::tuple{-rank(a), a.attendance, a.source} < std::tuple{-rank(b), b.attendance, b.source};
        });
        auto within = std::vector<PlannedAsk>{};
        auto waiting = std::map<std::string, double>{};
        for (auto& ask : m_plan.asks) {
            if (m_plan.requests + ask.requests > budget.requests) {
                ask.reason = fmt::format("beyond the budget of {} requests", budget.requests);
            } else if (waiting[ask.source] + ask.seconds > static_cast<double>(budget.minutes.count()) * 60 && ask.source != website_source) {
                ask.reason = fmt::format("beyond the budget of {} minutes", budget.minutes.count());
            }
            if (!ask.reason.empty()) {
                m_plan.passed.push_back(std::move(ask));
                continue;
            }
            m_plan.requests += ask.requests;
            waiting[ask.source] += ask.source == website_source ? 0 : ask.seconds;
            m_plan.seconds = std::max({m_plan.seconds, waiting[ask.source], ask.seconds});
            within.push_back(std::move(ask));
        }
        m_plan.asks = std::move(within);
        return std::move(m_plan);
    }

private:
    /// The first request of every beginning, and one for each step behind it.
    static int requests_of(SourceRecipe const& recipe)
    {
        return static_cast<int>(recipe.steps.size());
    }

    std::string reason_against(SourceRecipe const& recipe, Attendance const& attendance) const
    {
        auto inquiry = SourceInquiry{recipe, attendance, m_settings};
        return inquiry.start().empty() ? inquiry.detail() : std::string{};
    }

    void put(PlannedAsk ask, std::chrono::seconds fresh)
    {
        auto const known = m_known.find({m_roster[ask.attendance].person, ask.source});
        if (ask.reason.empty() && known != m_known.end()) {
            auto const& before = known->second;
            auto const settled = before.state == AskState::found || before.state == AskState::nothing || before.state == AskState::refused;
            if (settled && m_now - before.asked_at < fresh) {
                ask.reason = fmt::format("{} on {}", name_of(before.state), to_iso(day_of(before.asked_at)));
            }
        }
        (ask.reason.empty() ? m_plan.asks : m_plan.passed).push_back(std::move(ask));
    }

    std::span<Attendance const> m_roster;
    std::span<SourceRecipe const> m_recipes;
    SourceSettings const& m_settings;
    Instant m_now;
    std::map<std::pair<PersonId, std::string>, SourceState> m_known;
    Plan m_plan;
};

std::vector<std::pair<double, std::size_t>> by_value(std::span<Attendance const> roster, std::span<PersonInterest const> interest)
{
    auto known = std::map<PersonId, PersonInterest>{};
    for (auto const& one : interest) {
        known.emplace(one.person, one);
    }
    auto order = std::vector<std::pair<double, std::size_t>>{};
    for (std::size_t at = 0; at < roster.size(); ++at) {
        auto const found = known.find(roster[at].person);
        auto const absent = roster[at].gone || roster[at].row.status == AttendanceStatus::cancelled;
        if (!absent && (interest.empty() || found != known.end())) {
            order.emplace_back(value_of(found == known.end() ? PersonInterest{} : found->second), at);
        }
    }
    std::stable_sort(order.begin(), order.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    return order;
}

std::string title_of(std::string const& source, std::span<SourceRecipe const> recipes)
{
    for (auto const& recipe : recipes) {
        if (recipe.name == source) {
            return recipe.title;
        }
    }
    return "web site";
}

} // namespace

Plan make_plan(std::span<Attendance const> roster, std::span<SourceRecipe const> recipes, std::span<PersonInterest const> interest,
    std::span<SourceState const> known, SourceSettings const& settings, PlanBudget const& budget, Instant now)
{
    auto planner = Planner{roster, recipes, settings, now};
    planner.know(known);
    auto people = std::vector<std::size_t>{};
    for (auto const& [value, person] : by_value(roster, interest)) {
        if (static_cast<int>(people.size()) == budget.people) {
            break;
        }
        people.push_back(person);
        planner.consider(person, value);
    }
    auto plan = planner.finish(budget);
    plan.people = std::move(people);
    return plan;
}

std::string plan_as_table(Plan const& plan, PlanBudget const& budget, std::span<Attendance const> roster, std::span<SourceRecipe const> recipes)
{
    auto const counted = [](auto count, std::string_view one, std::string_view many) { return fmt::format("{} {}", count, count == 1 ? one : many); };
    auto text = fmt::format("{}, about {}, about {:.0f} s of waiting for the slowest source\n", counted(plan.people.size(), "person", "people"),
        counted(plan.requests, "request", "requests"), plan.seconds);
    text += fmt::format("budget: {}, {}, {}\n", counted(budget.people, "person", "people"), counted(budget.requests, "request", "requests"),
        counted(budget.minutes.count(), "minute", "minutes"));
    for (auto const person : plan.people) {
        text += roster[person].row.name.written + "\n";
        for (auto const& ask : plan.asks) {
            if (ask.attendance == person) {
                text += fmt::format("  {:<28} about {} {}, gain {:.2f}\n", title_of(ask.source, recipes), ask.requests,
                    ask.requests == 1 ? "request" : "requests", ask.gain);
            }
        }
        for (auto const& ask : plan.passed) {
            if (ask.attendance == person) {
                text += fmt::format("  {:<28} not asked: {}\n", title_of(ask.source, recipes), ask.reason);
            }
        }
    }
    return text;
}

} // namespace knowwho
