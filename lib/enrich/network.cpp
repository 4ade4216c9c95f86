// SPDX-License-Identifier: MIT
#include "enrich/network.hpp"

#include "enrich/company_web.hpp"
#include "enrich/network_keeper.hpp"
#include "model/error.hpp"
#include "store/candidates.hpp"
#include "store/notebook.hpp"
#include "text/did_you_mean.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

namespace knowwho {
namespace {

Plan plan_of(std::span<Attendance const> roster, Notebook const& notebook, EventId event, NetworkOptions const& options, Instant now)
{
    auto plan = make_plan(roster, options.recipes, options.interest, source_states(notebook, event), options.settings, options.budget, now);
    if (!options.websites) {
        std::erase_if(plan.asks, [](PlannedAsk const& ask) { return ask.source == website_source; });
        std::erase_if(plan.passed, [](PlannedAsk const& ask) { return ask.source == website_source; });
    }
    return plan;
}

/// The run: what is open, and what becomes of it.
class Run {
public:
    Run(Notebook& notebook, EventId event, Goals const* goals, NetworkOptions const& options, Clock& clock, Watch const& watch)
        : m_options(options), m_clock(clock), m_watch(watch), m_roster(load_roster(notebook, event)),
          m_keeper(notebook, m_roster, goals, clock), m_fetcher(options.fetch, notebook, clock)
    {
        m_result.plan = plan_of(m_roster, notebook, event, options, clock.now());
    }

    NetworkResult go()
    {
        m_started = m_clock.ticks();
        begin_all();
        while (m_fetcher.step()) {
            tell();
            if (m_watch.stop.stop_requested() || out_of_time()) {
                m_result.stopped = true;
                m_fetcher.abandon();
                while (m_fetcher.step(Clock::Ticks{0})) {
                }
                break;
            }
        }
        tell();
        return finish();
    }

private:
    using Talk = std::function<std::vector<Question>(std::size_t, Response const&)>;

    bool out_of_time() const { return m_clock.ticks() - m_started > m_options.budget.minutes; }

    void tell() const
    {
        auto const counts = m_fetcher.counts();
        auto const step = fmt::format("asking sources: {} requests, {} hosts waiting", counts.sent, counts.waiting_hosts);
        m_watch.report(step, m_done, m_planned);
    }

    void begin_all()
    {
        m_planned = static_cast<std::int64_t>(m_result.plan.asks.size());
        auto sites = std::map<std::string, std::vector<std::size_t>>{};
        auto order = std::vector<std::string>{};
        for (auto const& ask : m_result.plan.asks) {
            if (ask.source != website_source) {
                begin_inquiry(ask);
                continue;
            }
            auto const site = site_of(m_roster[ask.attendance]);
            auto& people = sites[site];
            if (people.empty()) {
                order.push_back(site);
            }
            people.push_back(ask.attendance);
        }
        for (auto const& site : order) {
            begin_visit(site, sites[site]);
        }
    }

    void begin_inquiry(PlannedAsk const& ask)
    {
        auto const recipe = std::find_if(m_options.recipes.begin(), m_options.recipes.end(), [&](SourceRecipe const& one) { return one.name == ask.source; });
        auto const& attendance = m_roster[ask.attendance];
        auto const inquiry = std::make_shared<SourceInquiry>(*recipe, attendance, m_options.settings);
        auto const source = ask.source;
        send(inquiry->start(), [inquiry](std::size_t number, Response const& response) { return inquiry->take(number, response); },
            [this, inquiry, source, &attendance] {
                if (!inquiry->is_finished()) {
                    return false;
                }
                ++m_done;
                m_keeper.keep(source, attendance, *inquiry, m_result);
                return true;
            });
    }

    void begin_visit(std::string const& site, std::vector<std::size_t> const& indices)
    {
        auto people = std::vector<Attendance const*>{};
        for (auto const index : indices) {
            people.push_back(&m_roster[index]);
        }
        auto const visit = std::make_shared<SiteVisit>(site, people, SiteManners{});
        send(visit->start(), [visit](std::size_t number, Response const& response) { return visit->take(number, response); },
            [this, visit, people] {
                if (!visit->is_finished()) {
                    return false;
                }
                m_done += static_cast<std::int64_t>(people.size());
                m_keeper.keep(people, *visit, m_result);
                return true;
            });
    }

    /// Sends questions; each answer may bring more, and the last one ends the talk.
    void send(std::vector<Question> questions, Talk const& talk, std::function<bool()> const& finished)
    {
        if (questions.empty()) {
            finished();
            return;
        }
        for (auto& question : questions) {
            if (is_spent()) {
                refuse(question.number, talk, finished);
                continue;
            }
            m_fetcher.get(std::move(question.fetch), [this, talk, finished, number = question.number](Response const& response) {
                m_result.requests += response.requests;
                auto next = talk(number, response);
                if (next.empty()) {
                    finished();
                } else {
                    send(std::move(next), talk, finished);
                }
            });
        }
    }

    bool is_spent() const
    {
        auto const counts = m_fetcher.counts();
        return counts.sent + counts.queued >= m_options.budget.requests;
    }

    void refuse(std::size_t number, Talk const& talk, std::function<bool()> const& finished) const
    {
        auto response = Response{};
        response.outcome = Outcome::stopped;
        response.problem = fmt::format("beyond the budget of {} requests", m_options.budget.requests);
        talk(number, response);
        finished();
    }

    NetworkResult finish()
    {
        m_keeper.keep_passed(m_result);
        std::sort(m_result.states.begin(), m_result.states.end(), [](SourceState const& a, SourceState const& b) {
            return a.person != b.person ? a.person < b.person : a.source < b.source;
        });
        return std::move(m_result);
    }

    NetworkOptions const& m_options;
    Clock& m_clock;
    Watch const& m_watch;
    std::vector<Attendance> m_roster;
    NetworkKeeper m_keeper;
    Fetcher m_fetcher;
    NetworkResult m_result;
    Clock::Ticks m_started{0};
    std::int64_t m_planned = 0;
    std::int64_t m_done = 0;
};

} // namespace

std::vector<SourceRecipe> chosen_recipes(std::vector<SourceRecipe> recipes, std::vector<std::string> const& names)
{
    auto known = std::vector<std::string_view>{website_source};
    for (auto const& recipe : recipes) {
        known.push_back(recipe.name);
    }
    for (auto const& name : names) {
        if (name == "linkedin" || name == "xing") {
            throw Error{ExitCode::usage, fmt::format("{} is never fetched: its terms forbid reading profiles by programs", name == "xing" ? "XING" : "LinkedIn"),
                "your own export of contacts can be imported with 'knowwho import'"};
        }
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            auto const meant = did_you_mean(name, known);
            throw Error{ExitCode::usage, fmt::format("there is no source '{}'", name),
                meant.empty() ? "'knowwho sources' lists them" : fmt::format("did you mean '{}'?", meant)};
        }
    }
    std::erase_if(recipes, [&](SourceRecipe const& recipe) {
        return names.empty() ? !recipe.on : std::find(names.begin(), names.end(), recipe.name) == names.end();
    });
    return recipes;
}

std::vector<std::string> setting_names(std::vector<SourceRecipe> const& recipes)
{
    auto names = std::vector<std::string>{};
    for (auto const& recipe : recipes) {
        for (auto const* const name : {&recipe.key_env, &recipe.base_env}) {
            if (!name->empty()) {
                names.push_back(*name);
            }
        }
    }
    return names;
}

Plan plan_for_event(Notebook const& notebook, EventId event, NetworkOptions const& options, Instant now)
{
    return plan_of(load_roster(notebook, event), notebook, event, options, now);
}

NetworkResult enrich_from_network(Notebook& notebook, EventId event, Goals const* goals, NetworkOptions const& options, Clock& clock,
    Watch const& watch)
{
    return Run{notebook, event, goals, options, clock, watch}.go();
}

std::string outcome_as_table(NetworkResult const& result, Notebook const& notebook, EventId event)
{
    auto const roster = load_roster(notebook, event);
    auto text = std::string{};
    for (auto const index : result.plan.people) {
        auto const& attendance = roster[index];
        auto line = std::string{};
        for (auto const& state : result.states) {
            if (state.person == attendance.person && (state.state == AskState::found || state.state == AskState::nothing)) {
                line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", state.source,
                    state.state == AskState::found ? fmt::format("found ({} quotes)", state.snippets) : "nothing");
            }
        }
        text += fmt::format("{}: {}\n", attendance.row.name.written, line.empty() ? "nobody asked" : line);
        for (auto const& state : result.states) {
            if (state.person == attendance.person && state.state != AskState::found && state.state != AskState::nothing) {
                text += fmt::format("  {}: {}{}\n", state.source, name_of(state.state), state.detail.empty() ? "" : ": " + state.detail);
            }
        }
    }
    return text;
}

} // namespace knowwho
