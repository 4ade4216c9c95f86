// SPDX-License-Identifier: MIT
// One thread that does what it is handed, one thing after the other.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace knowwho::review {

class Worker {
public:
    Worker();
    /// Finishes what is in hand; what waits is dropped.
    ~Worker();
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;

    /// `task` must not throw.
    void post(std::function<void()> task);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace knowwho::review
