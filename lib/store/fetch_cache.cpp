// SPDX-License-Identifier: MIT
#include "store/fetch_cache.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {

void save_cached_answer(Notebook& notebook, CachedAnswer const& answer, Instant used_at)
{
    Query{notebook, "INSERT INTO page_cache (address, final_address, status, content_type, etag, last_modified, fetched_at,"
                    " used_at, size, stored, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BLOB))"
                    " ON CONFLICT (address) DO UPDATE SET final_address = excluded.final_address, status = excluded.status,"
                    " content_type = excluded.content_type, etag = excluded.etag, last_modified = excluded.last_modified,"
                    " fetched_at = excluded.fetched_at, used_at = excluded.used_at, size = excluded.size,"
                    " stored = excluded.stored, body = excluded.body"}
        .bind(answer.address, answer.final_address, answer.status, answer.content_type, answer.etag, answer.last_modified,
            stored(answer.fetched_at), stored(used_at), answer.size, static_cast<std::int64_t>(answer.body.size()), answer.body)
        .run();
}

std::optional<CachedAnswer> find_cached_answer(Notebook const& notebook, std::string_view address)
{
    auto query = Query{notebook, "SELECT address, final_address, status, content_type, etag, last_modified, fetched_at, size,"
                                 " body FROM page_cache WHERE address = ?"};
    query.bind(address);
    if (!query.next()) {
        return std::nullopt;
    }
    return CachedAnswer{query.text("address"), query.text("final_address"), static_cast<int>(query.integer("status")),
        query.text("content_type"), query.text("etag"), query.text("last_modified"),
        stored_instant(query.integer("fetched_at")), query.integer("size"), query.text("body")};
}

void touch_cached_answer(Notebook& notebook, std::string_view address, Instant used_at, Instant fetched_at)
{
    Query{notebook, "UPDATE page_cache SET used_at = ?, fetched_at = max(fetched_at, ?) WHERE address = ?"}
        .bind(stored(used_at), stored(fetched_at), address)
        .run();
}

void drop_cached_answer(Notebook& notebook, std::string_view address)
{
    Query{notebook, "DELETE FROM page_cache WHERE address = ?"}.bind(address).run();
}

std::int64_t cached_bytes(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT coalesce(sum(stored), 0) AS bytes FROM page_cache"};
    query.next();
    return query.integer("bytes");
}

void evict_cached_answers(Notebook& notebook, std::int64_t limit)
{
    // The newest that fit together stay; ties are broken by address so that the order is total.
    Query{notebook, "DELETE FROM page_cache WHERE address IN (SELECT address FROM (SELECT address,"
                    " sum(stored) OVER (ORDER BY used_at DESC, address) AS so_far FROM page_cache) WHERE so_far > ?)"}
        .bind(limit)
        .run();
}

} // namespace knowwho
