// SPDX-License-Identifier: MIT
#include "fetch/page_cache.hpp"

#include "fetch/compression.hpp"
#include "model/error.hpp"
#include "store/fetch_cache.hpp"
#include "store/notebook.hpp"

namespace knowwho {
namespace {

bool is_lasting(int status)
{
    return status == 200 || status == 203 || status == 404 || status == 410;
}

bool may_be_kept(Response const& response)
{
    return response.outcome == Outcome::answered && is_lasting(response.status)
        && response.header("cache-control").find("no-store") == std::string_view::npos;
}

} // namespace

PageCache::PageCache(Notebook& notebook, std::int64_t limit)
    : m_notebook(notebook), m_limit(limit), m_bytes(cached_bytes(notebook))
{
}

std::optional<Kept> PageCache::find(std::string_view address, Instant now)
{
    if (m_queue.contains(address)) {
        write(true);
    }
    auto const stored = find_cached_answer(m_notebook, address);
    if (!stored) {
        return std::nullopt;
    }
    auto body = decompress(stored->body, static_cast<std::size_t>(stored->size));
    if (!body) {
        return std::nullopt; // damaged: as good as not there
    }
    touch_cached_answer(m_notebook, address, now, stored->fetched_at);
    auto kept = Kept{};
    kept.response.outcome = Outcome::answered;
    kept.response.status = stored->status;
    kept.response.address = stored->final_address;
    kept.response.body = std::move(*body);
    kept.response.headers = {{"content-type", stored->content_type}};
    kept.response.from_cache = true;
    kept.response.fetched_at = stored->fetched_at;
    kept.etag = stored->etag;
    kept.last_modified = stored->last_modified;
    return kept;
}

PageCache::~PageCache()
{
    try {
        write(true);
    } catch (Error const&) {
        // A cache that can't be written costs requests, no facts; the command has its own error to tell.
    }
}

void PageCache::keep(std::string_view address, Response const& response, Instant now)
{
    if (!may_be_kept(response)) {
        return;
    }
    m_queue.put({std::string{address}, response.address, response.status, std::string{response.header("content-type")},
        std::string{response.header("etag")}, std::string{response.header("last-modified")}, now,
        static_cast<std::int64_t>(response.body.size()), response.body});
}

void PageCache::write(bool all)
{
    auto const packed = m_queue.take(all);
    if (packed.empty()) {
        return;
    }
    auto transaction = Transaction{m_notebook};
    for (auto const& answer : packed) {
        save_cached_answer(m_notebook, answer, answer.fetched_at);
        m_bytes += static_cast<std::int64_t>(answer.body.size());
    }
    if (m_bytes > m_limit) {
        // A tenth more than needed, so that the next answers need no counting.
        evict_cached_answers(m_notebook, m_limit - m_limit / 10);
        m_bytes = cached_bytes(m_notebook);
    }
    transaction.commit();
}

void PageCache::forget(std::string_view address)
{
    if (m_queue.contains(address)) {
        write(true);
    }
    drop_cached_answer(m_notebook, address);
}

void PageCache::confirm(std::string_view address, Instant now)
{
    touch_cached_answer(m_notebook, address, now, now);
}

bool is_fresh(Response const& kept, std::chrono::seconds max_age, Instant now)
{
    auto const age = now - kept.fetched_at;
    return age >= std::chrono::seconds{0} && age < max_age;
}

} // namespace knowwho
