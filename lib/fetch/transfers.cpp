// SPDX-License-Identifier: MIT
#include "fetch/transfers.hpp"

#include "fetch/rate_limit.hpp"
#include "fetch/secrets.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace knowwho {
namespace {

void start_curl_once()
{
    static auto const started = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)started;
}

/// Statuses that a server may leave behind soon.
bool is_passing(int status)
{
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

/// "api.example asks for patience until 2026-11-25T09:15:00Z (status 429)"
std::string patience_until(Instant when, std::string const& host, int status)
{
    auto const reason = status < 400 ? std::string{"its quota is spent"} : fmt::format("status {}", status);
    return fmt::format("{} asks for patience until {} ({})", host, to_iso(when), reason);
}

} // namespace

Transfers::Transfers(TransferOptions options, Clock& clock)
    : m_options(std::move(options)), m_clock(clock), m_backoff(m_options.seed)
{
    start_curl_once();
    m_multi.reset(curl_multi_init());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(4 * m_options.parallel));
}

Transfers::~Transfers()
{
    for (auto const& [handle, job] : m_running) {
        curl_multi_remove_handle(m_multi.get(), handle);
    }
}

void Transfers::add(Request request, Answer answer)
{
    auto job = std::make_unique<Job>();
    job->request = std::move(request);
    job->answer = std::move(answer);
    auto const address = parse_address(job->request.address);
    if (!address) {
        auto const problem = fmt::format("'{}' is no web address", job->request.address);
        turn_away(std::move(job), Outcome::refused, problem);
        return;
    }
    if (auto const refusal = forbidden(*address, permissions_for(job->request, m_options.connection))) {
        turn_away(std::move(job), Outcome::refused, *refusal);
        return;
    }
    job->address = *address;
    job->host = address->origin();
    admit(std::move(job), false);
}

void Transfers::admit(std::unique_ptr<Job> job, bool first)
{
    auto const entry = m_hosts.try_emplace(job->host).first;
    auto& host = entry->second;
    if (host.given_up) {
        turn_away(std::move(job), Outcome::ask_later, host.why);
        return;
    }
    ++m_queued;
    first ? host.queue.push_front(std::move(job)) : host.queue.push_back(std::move(job));
    schedule(entry->first, host);
}

/// Puts the host where it belongs in the order of turns: nowhere if it has nothing to do or is busy.
void Transfers::schedule(std::string const& name, Host& host)
{
    if (auto const old = m_turn_of.find(&name); old != m_turn_of.end()) {
        m_turns.erase({old->second, &name});
        m_turn_of.erase(old);
    }
    if (host.queue.empty() || host.running >= m_options.parallel_per_host) {
        return;
    }
    auto const when = std::max({host.next_start, host.closed_until, host.queue.front()->not_before});
    m_turns.emplace(when, &name);
    m_turn_of.emplace(&name, when);
}

void Transfers::start_ready()
{
    auto const now = m_clock.ticks();
    while (!m_turns.empty() && m_turns.begin()->first <= now
        && m_running.size() < static_cast<std::size_t>(m_options.parallel)) {
        auto const& name = *m_turns.begin()->second;
        auto& host = m_hosts.find(name)->second;
        auto job = std::move(host.queue.front());
        host.queue.pop_front();
        --m_queued;
        host.next_start = m_options.keep_pace ? now + job->request.host_delay : now;
        start(host, std::move(job));
        schedule(name, host);
    }
}

void Transfers::start(Host& host, std::unique_ptr<Job> job)
{
    if (m_idle.empty()) {
        m_handles.push_back(std::make_unique<EasyHandle>(m_options.connection));
        m_idle.push_back(m_handles.back().get());
    }
    auto* const handle = m_idle.back();
    m_idle.pop_back();
    handle->prepare(job->request, job->address);
    curl_multi_add_handle(m_multi.get(), handle->get());
    ++host.running;
    ++job->tries;
    ++m_sent;
    m_running.emplace(handle->get(), std::move(job));
}

void Transfers::collect_finished()
{
    auto left = 0;
    while (auto const* const message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE) {
            finish(message->easy_handle, message->data.result);
        }
    }
}

void Transfers::finish(CURL* handle, CURLcode result)
{
    auto& easy = EasyHandle::of(handle);
    auto response = easy.take_response(result);
    curl_multi_remove_handle(m_multi.get(), handle);
    m_idle.push_back(&easy);
    auto running = m_running.extract(handle);
    auto job = std::move(running.mapped());
    auto const entry = m_hosts.find(job->host);
    auto& host = entry->second;
    --host.running;
    response.fetched_at = m_clock.now();
    hide_secrets(response, job->request);
    if (try_again(*job, host, response, result)) {
        admit(std::move(job), true);
    } else {
        auto const quota = response.outcome == Outcome::answered ? wait_for_quota(response, m_clock.now()) : std::nullopt;
        auto const name = job->address.host;
        answer(std::move(job), std::move(response));
        if (quota) {
            heed_quota(host, name, *quota);
        }
    }
    schedule(entry->first, host);
}

/// A good answer may have been the last one of its quota: the next request waits, or the host is left alone.
void Transfers::heed_quota(Host& host, std::string const& name, std::chrono::seconds wait)
{
    if (wait > m_options.retry.longest_wait && !host.given_up) {
        shut(host, patience_until(m_clock.now() + wait, name, 200), wait);
    }
    host.closed_until = std::max(host.closed_until, m_clock.ticks() + std::chrono::duration_cast<Clock::Ticks>(wait));
}

/// Decides after one try. What is to be waited for is noted in the job or the host.
bool Transfers::try_again(Job& job, Host& host, Response& response, CURLcode result)
{
    auto const answered = response.outcome == Outcome::answered;
    auto const quota = answered ? wait_for_quota(response, m_clock.now()) : std::nullopt;
    auto const spent = quota && response.status == 403;
    if (answered ? !is_passing(response.status) && !spent : response.outcome == Outcome::refused || !EasyHandle::is_transient(result)) {
        return false;
    }
    auto const now = m_clock.ticks();
    auto const said = answered ? parse_retry_after(response.header("retry-after"), m_clock.now()) : std::nullopt;
    auto const asked = said ? said : quota;
    response.retry_after = asked;
    auto const patience = spent || response.status == 429 || response.status == 503;
    if (asked && *asked > m_options.retry.longest_wait) {
        give_up(host, response, patience_until(m_clock.now() + *asked, job.address.host, response.status), asked);
        return false;
    }
    if (job.tries >= m_options.retry.tries) {
        if (answered && patience) {
            give_up(host, response, fmt::format("{} asks for patience (status {}), after {} tries", job.address.host,
                response.status, job.tries), asked);
        }
        return false;
    }
    auto const wait = asked ? std::chrono::duration_cast<Clock::Ticks>(*asked) : m_backoff.wait_after(job.tries, m_options.retry);
    if (answered && patience) {
        host.closed_until = std::max(host.closed_until, now + wait);
    } else {
        job.not_before = now + wait;
    }
    return true;
}

/// The host is asked nothing more in this run: "not asked" is not "nothing found".
void Transfers::give_up(Host& host, Response& response, std::string const& why, std::optional<std::chrono::seconds> wait)
{
    response.outcome = Outcome::ask_later;
    response.problem = why;
    response.retry_after = wait;
    shut(host, why, wait);
}

void Transfers::shut(Host& host, std::string why, std::optional<std::chrono::seconds> wait)
{
    host.given_up = true;
    host.why = std::move(why);
    auto waiting = std::move(host.queue);
    host.queue.clear();
    m_queued -= static_cast<std::int64_t>(waiting.size());
    for (auto& job : waiting) {
        turn_away(std::move(job), Outcome::ask_later, host.why, wait);
    }
}

void Transfers::pause(WebAddress const& address, std::chrono::seconds wait)
{
    auto const entry = m_hosts.try_emplace(address.origin()).first;
    auto& host = entry->second;
    host.closed_until = std::max(host.closed_until, m_clock.ticks() + std::chrono::duration_cast<Clock::Ticks>(wait));
    schedule(entry->first, host);
}

void Transfers::close(WebAddress const& address, std::string const& why)
{
    auto const entry = m_hosts.try_emplace(address.origin()).first;
    shut(entry->second, why, std::nullopt);
    schedule(entry->first, entry->second);
}

void Transfers::answer(std::unique_ptr<Job> job, Response response)
{
    response.requests = job->tries;
    m_answered.emplace_back(std::move(job), std::move(response));
}

/// An answer that is none of the server's.
void Transfers::turn_away(std::unique_ptr<Job> job, Outcome outcome, std::string const& why, std::optional<std::chrono::seconds> wait)
{
    auto response = Response{};
    response.outcome = outcome;
    response.address = job->request.address;
    response.problem = why;
    response.retry_after = wait;
    answer(std::move(job), std::move(response));
}

/// Calls back what has been answered; the callbacks may add requests.
void Transfers::deliver()
{
    while (!m_answered.empty()) {
        auto [job, response] = std::move(m_answered.front());
        m_answered.pop_front();
        job->answer(std::move(response));
    }
}

bool Transfers::step(Clock::Ticks longest)
{
    start_ready();
    auto running = 0;
    curl_multi_perform(m_multi.get(), &running);
    collect_finished();
    auto const answered = !m_answered.empty();
    deliver();
    if (m_running.empty() && m_queued == 0) {
        return !m_answered.empty();
    }
    // After an answer the caller has the word first: it puts the answer away before the next request goes out.
    if (!answered) {
        wait_for_more(longest);
    }
    return true;
}

void Transfers::wait_for_more(Clock::Ticks longest)
{
    auto const now = m_clock.ticks();
    auto const next = m_turns.empty() || m_running.size() >= static_cast<std::size_t>(m_options.parallel)
        ? now + longest
        : m_turns.begin()->first;
    auto const wait = std::clamp(next - now, Clock::Ticks{0}, longest);
    if (m_running.empty()) {
        m_clock.wait(wait);
    } else {
        curl_multi_poll(m_multi.get(), nullptr, 0, static_cast<int>(wait.count()), nullptr);
    }
}

void Transfers::run(std::stop_token const& stop)
{
    while (step()) {
        if (stop.stop_requested()) {
            abandon();
            return;
        }
    }
}

void Transfers::abandon()
{
    do {
        drop_all();
        deliver();
    } while (!m_running.empty() || m_queued > 0); // what the answers asked for in turn
}

void Transfers::drop_all()
{
    auto dropped = std::vector<std::unique_ptr<Job>>{};
    for (auto& [handle, job] : m_running) {
        curl_multi_remove_handle(m_multi.get(), handle);
        m_idle.push_back(&EasyHandle::of(handle));
        dropped.push_back(std::move(job));
    }
    m_running.clear();
    for (auto& [name, host] : m_hosts) {
        host.running = 0;
        std::move(host.queue.begin(), host.queue.end(), std::back_inserter(dropped));
        host.queue.clear();
        schedule(name, host);
    }
    m_queued = 0;
    for (auto& job : dropped) {
        turn_away(std::move(job), Outcome::stopped, "the run was stopped before it was answered");
    }
}

TransferCounts Transfers::counts() const
{
    auto const now = m_clock.ticks();
    auto const held = std::count_if(m_turns.begin(), m_turns.end(), [&](Turn const& turn) { return turn.first > now; });
    return {m_sent, static_cast<std::int64_t>(m_running.size()), m_queued, held};
}

} // namespace knowwho
