// SPDX-License-Identifier: MIT
#include "fetch/packing_queue.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t longest_queue = 64;
constexpr std::size_t small_body = 8192; ///< packed in less time than it takes to hand it over

} // namespace

PackingQueue::PackingQueue() : m_thread([this](std::stop_token stop) { pack_until_stopped(std::move(stop)); }) {}

PackingQueue::~PackingQueue() = default;

void PackingQueue::put(CachedAnswer answer)
{
    auto lock = std::unique_lock{m_mutex};
    auto const here = m_entries.size() >= longest_queue || answer.body.size() <= small_body;
    if (here) {
        lock.unlock();
        answer.body = m_own.compress(answer.body);
        lock.lock();
    }
    m_entries.push_back({std::move(answer), here});
    lock.unlock();
    m_changed.notify_all();
}

PackingQueue::Entry* PackingQueue::next_plain()
{
    auto const found = std::find_if(m_entries.begin(), m_entries.end(), [](Entry const& entry) { return !entry.packed; });
    return found == m_entries.end() ? nullptr : &*found;
}

void PackingQueue::pack_until_stopped(std::stop_token stop) // NOLINT(performance-unnecessary-value-param): the thread has its own
{
    auto compressor = Compressor{};
    auto lock = std::unique_lock{m_mutex};
    while (m_changed.wait(lock, stop, [this] { return next_plain() != nullptr; })) {
        auto* const entry = next_plain();
        lock.unlock();
        auto body = compressor.compress(entry->answer.body);
        lock.lock();
        entry->answer.body = std::move(body);
        entry->packed = true;
        m_changed.notify_all();
    }
}

std::vector<CachedAnswer> PackingQueue::take(bool all)
{
    auto lock = std::unique_lock{m_mutex};
    if (all) {
        m_changed.wait(lock, [this] { return next_plain() == nullptr; });
    }
    auto packed = std::vector<CachedAnswer>{};
    while (!m_entries.empty() && m_entries.front().packed) {
        packed.push_back(std::move(m_entries.front().answer));
        m_entries.pop_front();
    }
    return packed;
}

bool PackingQueue::contains(std::string_view address) const
{
    auto const lock = std::lock_guard{m_mutex};
    return std::any_of(m_entries.begin(), m_entries.end(), [&](Entry const& entry) { return entry.answer.address == address; });
}

} // namespace knowwho
