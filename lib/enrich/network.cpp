// SPDX-License-Identifier: MIT
#include "enrich/network.hpp"

#include "enrich/company_web.hpp"
#include "enrich/network_keeper.hpp"
#include "store/candidates.hpp"
#include "store/notebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

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
                break;
            }
        }
        tell();
        return finish();
    }

private:
    struct Reply {
        std::vector<Question> questions;
        Aftermath aftermath = {};
    };
    struct Seeker {
        std::string source;
        Attendance const* attendance = nullptr;
        std::shared_ptr<SourceInquiry> inquiry;
    };
    using Talk = std::function<Reply(std::size_t, Response const&)>;

    bool out_of_time() const { return m_clock.ticks() - m_started > m_options.budget.minutes; }

    void tell() const
    {
        auto const counts = m_fetcher.counts();
        auto const people = m_result.plan.people.size();
        auto const step = fmt::format("asking about {} {}: {} requests, {} hosts waiting", people, people == 1 ? "person" : "people",
            counts.sent, counts.waiting_hosts);
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
        auto const seeks = recipe->finds_sites();
        m_seeking += seeks ? 1 : 0;
        auto const talk = [inquiry](std::size_t number, Response const& response) {
            auto questions = inquiry->take(number, response);
            return Reply{std::move(questions), inquiry->aftermath()};
        };
        send(inquiry->start(), talk, [this, seeks, found = Seeker{ask.source, &attendance, inquiry}] {
            if (!found.inquiry->is_finished()) {
                return;
            }
            ++m_done;
            if (!seeks || found.inquiry->site().empty() || !m_options.websites) {
                m_keeper.keep(found.source, *found.attendance, *found.inquiry, m_result);
            } else {
                m_sites_found[found.inquiry->site()].push_back(found);
            }
            if (seeks && --m_seeking == 0) {
                visit_found_sites();
            }
        });
    }

    void begin_visit(std::string const& site, std::vector<std::size_t> const& indices)
    {
        auto people = std::vector<Attendance const*>{};
        for (auto const index : indices) {
            people.push_back(&m_roster[index]);
        }
        visit(site, people, [this, people] { m_done += static_cast<std::int64_t>(people.size()); });
    }

    void visit(std::string const& site, std::vector<Attendance const*> const& people, std::function<void()> const& afterwards)
    {
        auto const visit = std::make_shared<SiteVisit>(site, people, SiteManners{});
        send(visit->start(), [visit](std::size_t number, Response const& response) { return Reply{visit->take(number, response)}; },
            [this, visit, people, afterwards] {
                if (visit->is_finished()) {
                    m_keeper.keep(people, *visit, m_result);
                    afterwards();
                }
            });
    }

    /// Once all who may tell a site have answered: colleagues are looked for in one visit. That the site was
    /// told is kept only after the visit, so that a run that breaks off here begins here again.
    void visit_found_sites()
    {
        for (auto const& [site, seekers] : std::exchange(m_sites_found, {})) {
            auto people = std::vector<Attendance const*>{};
            for (auto const& one : seekers) {
                people.push_back(one.attendance);
                if (m_result.stopped) {
                    m_result.states.push_back({one.attendance->person, one.source, AskState::not_asked, m_clock.now(),
                        one.inquiry->requests(), 0, "the run was stopped before the site was read"});
                }
            }
            if (!m_result.stopped) {
                visit(site, people, [this, seekers = seekers] {
                    for (auto const& one : seekers) {
                        m_keeper.keep(one.source, *one.attendance, *one.inquiry, m_result);
                    }
                });
            }
        }
    }

    /// Does what an answer asks for before anything else is sent to its host.
    void heed(std::string const& address, Aftermath const& aftermath)
    {
        if (aftermath.worthless) {
            m_fetcher.forget(address);
        }
        if (aftermath.wait > std::chrono::seconds{0}) {
            m_fetcher.pause(address, aftermath.wait);
        }
        if (!aftermath.closed.empty()) {
            m_fetcher.close(address, aftermath.closed);
        }
    }

    /// Sends questions; each answer may bring more, and `finished` is told after each that brings none.
    void send(std::vector<Question> questions, Talk const& talk, std::function<void()> const& finished)
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
            auto address = question.fetch.request.address;
            m_fetcher.get(std::move(question.fetch), [this, talk, finished, number = question.number, address](Response const& response) {
                m_result.requests += response.requests;
                auto reply = talk(number, response);
                heed(address, reply.aftermath);
                if (reply.questions.empty()) {
                    finished();
                } else {
                    send(std::move(reply.questions), talk, finished);
                }
            });
        }
    }

    bool is_spent() const
    {
        auto const counts = m_fetcher.counts();
        return counts.sent + counts.queued >= m_options.budget.requests;
    }

    void refuse(std::size_t number, Talk const& talk, std::function<void()> const& finished) const
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
    std::map<std::string, std::vector<Seeker>> m_sites_found; ///< told by a source and not visited yet
    int m_seeking = 0;                                        ///< inquiries that may still tell a site
    std::int64_t m_planned = 0;
    std::int64_t m_done = 0;
};

} // namespace

Plan plan_for_event(Notebook const& notebook, EventId event, NetworkOptions const& options, Instant now)
{
    return plan_of(load_roster(notebook, event), notebook, event, options, now);
}

NetworkResult enrich_from_network(Notebook& notebook, EventId event, Goals const* goals, NetworkOptions const& options, Clock& clock,
    Watch const& watch)
{
    return Run{notebook, event, goals, options, clock, watch}.go();
}

} // namespace knowwho
