// SPDX-License-Identifier: MIT
#include "relevance/parts.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace knowwho {
namespace {

class Parts {
public:
    Parts(std::size_t count, std::size_t part, std::function<void(std::size_t, std::size_t)> const& work)
        : m_count(count), m_part(part), m_work(work)
    {
    }

    /// Takes parts until none is left or one has failed.
    void take_all(std::function<void(std::size_t)> const& between)
    {
        try {
            for (auto begin = m_next.fetch_add(m_part); begin < m_count; begin = m_next.fetch_add(m_part)) {
                auto const end = std::min(begin + m_part, m_count);
                m_work(begin, end);
                m_done += end - begin;
                if (between) {
                    between(m_done);
                }
            }
        } catch (...) {
            m_next = m_count;
            auto const lock = std::scoped_lock{m_mutex};
            m_failure = m_failure ? m_failure : std::current_exception();
        }
    }

    void throw_failure() const
    {
        if (m_failure) {
            std::rethrow_exception(m_failure);
        }
    }

private:
    std::size_t m_count;
    std::size_t m_part;
    std::function<void(std::size_t, std::size_t)> const& m_work;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<std::size_t> m_done = 0;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

std::size_t threads_for(std::size_t parts)
{
    constexpr std::size_t most = 8;
    auto const cores = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
    return std::min({parts, cores, most});
}

} // namespace

void in_parts(std::size_t count, std::size_t part, std::function<void(std::size_t, std::size_t)> const& work,
              std::function<void(std::size_t)> const& between)
{
    auto parts = Parts{count, part, work};
    {
        auto others = std::vector<std::jthread>{};
        for (std::size_t i = 1; i < threads_for((count + part - 1) / part); ++i) {
            others.emplace_back([&] { parts.take_all({}); });
        }
        parts.take_all(between);
    }
    parts.throw_failure();
    if (between) {
        between(count);
    }
}

} // namespace knowwho
