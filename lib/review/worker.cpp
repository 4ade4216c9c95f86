// SPDX-License-Identifier: MIT
#include "review/worker.hpp"

#include <utility>

namespace knowwho::review {

Worker::Worker() : m_thread([this] { work(); }) {}

Worker::~Worker()
{
    {
        auto const lock = std::scoped_lock{m_mutex};
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Worker::post(std::function<void()> task)
{
    {
        auto const lock = std::scoped_lock{m_mutex};
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Worker::work()
{
    for (;;) {
        auto lock = std::unique_lock{m_mutex};
        m_wake.wait(lock, [this] { return m_ends || !m_tasks.empty(); });
        if (m_ends) {
            return;
        }
        auto const task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
    }
}

} // namespace knowwho::review
