// SPDX-License-Identifier: MIT
// Bodies packed beside the network's thread, so that neither waits for the other.
#pragma once

#include "fetch/compression.hpp"
#include "store/fetch_cache.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace knowwho {

/// Takes answers with plain bodies, hands them back with packed ones, in their order. All members
/// are for one thread; the packing thread is its own.
class PackingQueue {
public:
    PackingQueue();
    ~PackingQueue();

    /// Packs at once, in the caller's thread, what is small, so that it is kept before the next request goes out,
    /// and everything when the queue is long, so that memory stays bounded.
    void put(CachedAnswer answer);

    /// What is packed so far; with `all` it waits for the rest.
    std::vector<CachedAnswer> take(bool all);

    bool contains(std::string_view address) const;

private:
    struct Entry {
        CachedAnswer answer;
        bool packed = false;
    };

    void pack_until_stopped(std::stop_token stop);
    Entry* next_plain();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Entry> m_entries; ///< a deque keeps its elements in place while others come and go at its ends
    Compressor m_own;            ///< of the caller's thread
    std::jthread m_thread;       ///< last: it ends before the rest goes
};

} // namespace knowwho
