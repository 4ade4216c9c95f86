// SPDX-License-Identifier: MIT
#include "fetch/fetcher.hpp"

#include "store/notebook.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace knowwho {

struct Fetcher::Journey {
    Fetch fetch;
    Answer answer;
    std::string key;        ///< the address as asked: the cache's key
    std::string home;       ///< the origin of that address
    WebAddress at;          ///< of the hop in hand
    std::set<std::string> seen;
    std::optional<Kept> kept;
    int requests = 0;
    bool is_robots = false; ///< fetches a robots.txt: no rules apply to it
    bool carries_secret = false; ///< the redirect in hand took the secret query along
    bool leads = false;     ///< others may wait for its answer
};

struct Fetcher::Site {
    std::optional<RobotsRules> rules; ///< once known
    std::string unread;               ///< why they could not be read, so that nothing is asked there; else empty
    std::vector<Way> waiting;         ///< for the rules
};

namespace {

bool is_redirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

std::string user_agent(std::string_view version, std::string_view contact)
{
    auto line = fmt::format("{}/{}", product_token, version);
    if (!contact.empty()) {
        line += fmt::format(" (+{})", contact);
    }
    line += fmt::format(" libcurl/{}", curl_version_info(CURLVERSION_NOW)->version);
    std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7f; }, '?');
    return line;
}

Fetcher::Fetcher(FetchOptions options, Notebook& notebook, Clock& clock)
    : m_options(std::move(options)), m_clock(clock), m_cache(notebook, m_options.cache_limit),
      m_transfers(m_options.transfers, clock)
{
}

Fetcher::~Fetcher() = default;

void Fetcher::get(Fetch fetch, Answer answer)
{
    auto const way = std::make_shared<Journey>();
    way->fetch = std::move(fetch);
    way->answer = std::move(answer);
    begin(way);
}

/// Answers from the cache, or starts the way through the network.
void Fetcher::begin(Way const& way)
{
    auto const address = parse_address(way->fetch.request.address);
    if (!address) {
        refuse(way, fmt::format("'{}' is no web address", way->fetch.request.address));
        return;
    }
    way->at = *address;
    way->key = address->text();
    way->home = address->origin();
    if (auto const refusal = forbidden(*address, permissions_for(way->fetch.request, m_options.transfers.connection))) {
        refuse(way, *refusal);
        return;
    }
    auto const now = m_clock.now();
    if (way->fetch.cache) {
        way->kept = m_cache.find(way->key, now);
    }
    if (way->kept && is_fresh(way->kept->response, way->fetch.max_age, now)) {
        m_ready.emplace_back(way, way->kept->response);
        return;
    }
    if (way->fetch.cache) {
        auto const [others, first] = m_under_way.try_emplace(way->key);
        if (!first) {
            others->second.push_back(way);
            return;
        }
        way->leads = true;
    }
    ask_robots(way);
}

void Fetcher::forget(std::string_view address)
{
    if (auto const known = parse_address(address)) {
        m_cache.forget(known->text());
    }
}

void Fetcher::pause(std::string_view address, std::chrono::seconds wait)
{
    if (auto const known = parse_address(address)) {
        m_transfers.pause(*known, wait);
    }
}

void Fetcher::close(std::string_view address, std::string const& why)
{
    if (auto const known = parse_address(address)) {
        m_transfers.close(*known, why);
    }
}

void Fetcher::ask_robots(Way const& way)
{
    if (!way->fetch.robots || way->is_robots) {
        ask_server(way);
        return;
    }
    auto const origin = way->at.origin();
    auto& site = m_sites[origin];
    if (site.rules) {
        if (site.rules->allows(way->at.target)) {
            ask_server(way);
        } else {
            refuse(way, site.unread.empty() ? fmt::format("{}: robots.txt forbids {}", way->at.host, way->at.target) : site.unread);
        }
        return;
    }
    site.waiting.push_back(way);
    if (site.waiting.size() > 1) {
        return;
    }
    auto const robots = std::make_shared<Journey>();
    robots->is_robots = true;
    robots->fetch.request.address = origin + "/robots.txt";
    robots->fetch.request.host_delay = Clock::Ticks{0};
    robots->fetch.request.size_limit = 2 << 20;
    robots->fetch.max_age = m_options.robots_age;
    robots->answer = [this, origin](Response const& response) { read_robots(origin, response); };
    begin(robots);
}

void Fetcher::read_robots(std::string const& origin, Response const& response)
{
    auto& site = m_sites[origin];
    auto const waiting = std::exchange(site.waiting, {});
    if (response.outcome == Outcome::stopped) {
        for (auto const& way : waiting) {
            auto stopped = response;
            stopped.address = way->key;
            finish(way, std::move(stopped));
        }
        return;
    }
    auto const answered = response.outcome == Outcome::answered;
    if (answered && response.status >= 200 && response.status < 300) {
        site.rules = RobotsRules::parse(response.body, product_token);
    } else if (answered && response.status >= 300 && response.status < 500 && response.status != 429) {
        site.rules = RobotsRules::allow_all(); // unavailable (RFC 9309, 2.3.1.3), too many redirects among it
    } else {
        site.rules = RobotsRules::allow_nothing(); // unreachable (2.3.1.4)
        auto const why = answered ? fmt::format("status {}", response.status) : response.problem;
        site.unread = response.outcome == Outcome::refused
            ? why
            : fmt::format("{}: robots.txt could not be read, so nothing is asked there ({})", parse_address(origin)->host, why);
    }
    for (auto const& way : waiting) {
        ask_robots(way);
    }
}

void Fetcher::ask_server(Way const& way)
{
    auto request = way->fetch.request;
    request.address = way->at.text();
    auto const elsewhere = way->at.origin() != way->home;
    if (elsewhere) {
        request.secret_headers.clear();
        request.own_server = false;
    }
    if (elsewhere || (!way->seen.empty() && !way->carries_secret)) {
        request.secret_query.clear(); // a redirect carries its own query
    }
    way->seen.insert(request.address);
    if (way->kept && way->kept->response.address == request.address) {
        if (!way->kept->etag.empty()) {
            request.headers.emplace_back("If-None-Match", way->kept->etag);
        }
        if (!way->kept->last_modified.empty()) {
            request.headers.emplace_back("If-Modified-Since", way->kept->last_modified);
        }
    }
    if (auto const* const rules = robots_of(way->at); rules != nullptr && way->fetch.robots && rules->crawl_delay()) {
        request.host_delay = std::max<Clock::Ticks>(request.host_delay, *rules->crawl_delay());
    }
    m_transfers.add(std::move(request), [this, way](Response response) { arrived(way, std::move(response)); });
}

void Fetcher::arrived(Way const& way, Response response)
{
    way->requests += response.requests;
    if (response.outcome == Outcome::answered && response.status == 304 && way->kept) {
        confirmed(way, std::move(response));
        return;
    }
    if (response.outcome == Outcome::answered && is_redirect(response.status) && follow(way, response)) {
        return;
    }
    if (way->fetch.cache && !is_redirect(response.status)) {
        m_cache.keep(way->key, response, m_clock.now());
    }
    // A stale copy of the rules may serve while the server cannot be reached (RFC 9309, 2.4).
    if (way->is_robots && way->kept && (response.outcome != Outcome::answered || response.status >= 500)
        && response.outcome != Outcome::stopped) {
        response = way->kept->response;
    }
    finish(way, std::move(response));
}

/// Takes the next hop of a redirect. False if the redirect itself is the answer.
bool Fetcher::follow(Way const& way, Response const& response)
{
    auto const location = response.header("location");
    if (location.empty()) {
        return false;
    }
    auto const next = resolve_address(way->at, location);
    if (!next) {
        refuse(way, fmt::format("{} redirects to where nothing is asked: '{}' is no web address", way->at.host, location));
        return true;
    }
    // A server that the user named may be private, but only as long as it is the same one.
    auto const same = next->origin() == way->home;
    auto const& connection = m_options.transfers.connection;
    if (auto const refusal = forbidden(*next, same ? permissions_for(way->fetch.request, connection) : connection.permissions)) {
        refuse(way, fmt::format("{} redirects to where nothing is asked: {}", way->at.host, *refusal));
        return true;
    }
    if (static_cast<int>(way->seen.size()) > m_options.redirects || way->seen.contains(next->text())) {
        if (way->is_robots) {
            return false;
        }
        auto failed = response;
        failed.outcome = Outcome::failed;
        failed.body.clear();
        failed.problem = way->seen.contains(next->text()) ? fmt::format("{} redirects in a circle", way->at.host)
                                                          : fmt::format("{} redirects more than {} times", way->at.host, m_options.redirects);
        finish(way, std::move(failed));
        return true;
    }
    way->at = *next;
    way->carries_secret = response.echoed_secret_query;
    ask_robots(way);
    return true;
}

void Fetcher::confirmed(Way const& way, Response const& response)
{
    auto kept = std::move(way->kept->response);
    kept.fetched_at = m_clock.now();
    kept.requests = response.requests;
    m_cache.confirm(way->key, kept.fetched_at);
    finish(way, std::move(kept));
}

void Fetcher::finish(Way const& way, Response response)
{
    response.requests = way->requests;
    if (is_redirect(response.status)) {
        if (auto const next = resolve_address(way->at, response.header("location"))) {
            response.location = next->text();
        }
    }
    auto const others = way->leads ? m_under_way.extract(way->key) : decltype(m_under_way)::node_type{};
    if (others.empty() || others.mapped().empty()) {
        way->answer(std::move(response));
        return;
    }
    way->answer(response);
    response.requests = 0;
    for (auto const& other : others.mapped()) {
        other->answer(response);
    }
}

void Fetcher::refuse(Way const& way, std::string problem)
{
    auto response = Response{};
    response.outcome = Outcome::refused;
    response.address = way->fetch.request.address;
    response.problem = std::move(problem);
    m_ready.emplace_back(way, std::move(response));
}

bool Fetcher::step(Clock::Ticks longest)
{
    auto ready = std::exchange(m_ready, {});
    for (auto& [way, response] : ready) {
        finish(way, std::move(response));
    }
    auto const more = m_transfers.step(m_ready.empty() && ready.empty() ? longest : Clock::Ticks{0}) || !m_ready.empty();
    m_cache.write(!more);
    return more;
}

void Fetcher::run(std::stop_token const& stop)
{
    while (step()) {
        if (stop.stop_requested()) {
            abandon();
            return;
        }
    }
}

void Fetcher::abandon()
{
    do {
        m_transfers.abandon();
        for (auto& [way, response] : std::exchange(m_ready, {})) {
            finish(way, std::move(response));
        }
    } while (!m_ready.empty() || m_transfers.counts().queued > 0); // what the answers asked for in turn
}

RobotsRules const* Fetcher::robots_of(WebAddress const& site) const
{
    auto const found = m_sites.find(site.origin());
    return found != m_sites.end() && found->second.rules ? &*found->second.rules : nullptr;
}

} // namespace knowwho
