// SPDX-License-Identifier: MIT
// The one door to the network: cache first, robots rules for pages, redirects one hop at a time.
#pragma once

#include "fetch/page_cache.hpp"
#include "fetch/request.hpp"
#include "fetch/robots.hpp"
#include "fetch/transfers.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// How the program calls itself in robots.txt.
inline constexpr std::string_view product_token = "KnowWho";

/// "KnowWho/0.1 (+contact) libcurl/7.88"; `contact` is a page or an address that the user sets.
std::string user_agent(std::string_view version, std::string_view contact);

struct FetchOptions {
    TransferOptions transfers;
    std::int64_t cache_limit = 200 << 20; ///< bytes of compressed bodies
    int redirects = 5;
    std::chrono::hours robots_age{24};
};

/// What is asked for, and by which manners.
struct Fetch {
    Request request;
    std::chrono::seconds max_age{0}; ///< a cached answer younger than this spares the request
    bool robots = true;              ///< a web page: robots rules and Crawl-delay bind. Not for documented APIs
    bool cache = true;
};

class Fetcher {
public:
    using Answer = std::function<void(Response)>;

    /// `notebook` and `clock` must outlive it.
    Fetcher(FetchOptions options, Notebook& notebook, Clock& clock);
    ~Fetcher();

    /// Queues a request; `answer` is called once, out of step(), never from within get(). Who asks for an
    /// address that is under way already gets the same answer.
    void get(Fetch fetch, Answer answer);

    /// The answer kept under the address turned out to be worthless (an error with a good status).
    void forget(std::string_view address);

    /// As Transfers::pause() and close(), for the host of an address.
    void pause(std::string_view address, std::chrono::seconds wait);
    void close(std::string_view address, std::string const& why);

    /// As Transfers::step(). False once nothing is left to do.
    bool step(Clock::Ticks longest = Clock::Ticks{200});
    void run(std::stop_token const& stop = {});

    /// As Transfers::abandon(); what the cache has is still answered from there.
    void abandon();

    TransferCounts counts() const { return m_transfers.counts(); }

    /// What robots.txt of the site said, once a page of it was asked for; null before.
    RobotsRules const* robots_of(WebAddress const& site) const;

private:
    struct Journey; ///< one fetch on its way through cache, robots rules and redirects
    using Way = std::shared_ptr<Journey>;
    struct Site;

    void begin(Way const& way);
    void ask_robots(Way const& way);
    void read_robots(std::string const& origin, Response const& response);
    void ask_server(Way const& way);
    void arrived(Way const& way, Response response);
    bool follow(Way const& way, Response const& response);
    void confirmed(Way const& way, Response const& response);
    void finish(Way const& way, Response response);
    void refuse(Way const& way, std::string problem);

    FetchOptions m_options;
    Clock& m_clock;
    PageCache m_cache;
    Transfers m_transfers;
    std::map<std::string, Site> m_sites;
    std::map<std::string, std::vector<Way>> m_under_way; ///< by the cache's key: who else waits for the answer
    std::vector<std::pair<Way, Response>> m_ready; ///< answered without the network
};

} // namespace knowwho
