// SPDX-License-Identifier: MIT
// The transfer engine: many requests at once on one thread, each host at its own pace.
#pragma once

#include "fetch/clock.hpp"
#include "fetch/easy_handle.hpp"
#include "fetch/request.hpp"
#include "fetch/retry.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace knowwho {

struct TransferOptions {
    ConnectionOptions connection;
    RetryPolicy retry;
    int parallel = 32;          ///< transfers at once
    int parallel_per_host = 1;
    bool keep_pace = true;      ///< off only where recorded answers stand in for the hosts
    std::uint64_t seed = 1;     ///< of the jitter between tries
};

/// What is going on, for a progress line.
struct TransferCounts {
    std::int64_t sent = 0;     ///< requests on the wire so far, retries included
    std::int64_t running = 0;
    std::int64_t queued = 0;   ///< waiting for their host's turn
    std::int64_t waiting_hosts = 0; ///< hosts with queued requests that pace or Retry-After holds back
};

/// Sends requests and hands out answers, redirects unfollowed. Waits only where a host's pace, a
/// Retry-After, a spent quota or a failed try ask for it. Not for use by several threads at once.
class Transfers {
public:
    using Answer = std::function<void(Response)>;

    /// `clock` must outlive it.
    Transfers(TransferOptions options, Clock& clock);
    ~Transfers();
    Transfers(Transfers const&) = delete;
    Transfers& operator=(Transfers const&) = delete;

    /// Queues a request. `answer` is called once, out of step(), never from within add(). It may add more.
    void add(Request request, Answer answer);

    /// Does what can be done now and waits at most `longest` for more. False once nothing is left to do.
    bool step(Clock::Ticks longest = Clock::Ticks{200});

    /// Steps until nothing is left, or a stop was asked for: then what is running or queued is
    /// answered as `stopped`.
    void run(std::stop_token const& stop = {});

    /// Drops what is running or queued, and what the answers ask for in turn; each is answered as `stopped`.
    void abandon();

    /// The next request to the host of `address` waits at least this long: an answer's body asked for it.
    void pause(WebAddress const& address, std::chrono::seconds wait);

    /// The host of `address` is sent nothing more by this object: what waits or comes later is answered as
    /// `ask_later` with `why` as its problem.
    void close(WebAddress const& address, std::string const& why);

    TransferCounts counts() const;

private:
    struct Job {
        Request request;
        WebAddress address;
        Answer answer;
        std::string host;
        int tries = 0;
        Clock::Ticks not_before{0}; ///< a backoff of its own
    };
    struct Host {
        std::deque<std::unique_ptr<Job>> queue;
        int running = 0;
        Clock::Ticks next_start{0};
        Clock::Ticks closed_until{0}; ///< by Retry-After, or until a quota is full again
        bool given_up = false;        ///< asked for more patience than this run has
        std::string why;
    };
    using Turn = std::pair<Clock::Ticks, std::string const*>; ///< when a host may be asked next

    void admit(std::unique_ptr<Job> job, bool first);
    void schedule(std::string const& name, Host& host);
    void start_ready();
    void start(Host& host, std::unique_ptr<Job> job);
    void collect_finished();
    void finish(CURL* handle, CURLcode result);
    void heed_quota(Host& host, std::string const& name, std::chrono::seconds wait);
    bool try_again(Job& job, Host& host, Response& response, CURLcode result);
    void give_up(Host& host, Response& response, std::string const& why, std::optional<std::chrono::seconds> wait);
    void shut(Host& host, std::string why, std::optional<std::chrono::seconds> wait);
    void answer(std::unique_ptr<Job> job, Response response);
    void turn_away(std::unique_ptr<Job> job, Outcome outcome, std::string const& why, std::optional<std::chrono::seconds> wait = {});
    void drop_all();
    void deliver();
    void wait_for_more(Clock::Ticks longest);

    struct FreeMulti {
        void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
    };

    TransferOptions m_options;
    Clock& m_clock;
    Backoff m_backoff;
    std::map<std::string, Host> m_hosts;
    std::set<Turn> m_turns;
    std::map<std::string const*, Clock::Ticks> m_turn_of;
    std::map<CURL*, std::unique_ptr<Job>> m_running;
    std::deque<std::pair<std::unique_ptr<Job>, Response>> m_answered;
    std::vector<EasyHandle*> m_idle;
    std::vector<std::unique_ptr<EasyHandle>> m_handles;
    std::unique_ptr<CURLM, FreeMulti> m_multi;
    std::int64_t m_sent = 0;
    std::int64_t m_queued = 0;
};

} // namespace knowwho
