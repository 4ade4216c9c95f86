// SPDX-License-Identifier: MIT
#include "fetch/page_cache.hpp"

#include "fetch/compression.hpp"
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

void PageCache::keep(std::string_view address, Response const& response, Instant now)
{
    if (!may_be_kept(response)) {
        return;
    }
    auto const answer = CachedAnswer{std::string{address}, response.address, response.status,
        std::string{response.header("content-type")}, std::string{response.header("etag")},
        std::string{response.header("last-modified")}, now, static_cast<std::int64_t>(response.body.size()),
        compress(response.body)};
    auto transaction = Transaction{m_notebook};
    save_cached_answer(m_notebook, answer, now);
    m_bytes += static_cast<std::int64_t>(answer.body.size());
    if (m_bytes > m_limit) {
        // A tenth more than needed, so that the next answers need no counting.
        evict_cached_answers(m_notebook, m_limit - m_limit / 10);
        m_bytes = cached_bytes(m_notebook);
    }
    transaction.commit();
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
