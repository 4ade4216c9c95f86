// SPDX-License-Identifier: MIT
// Answers kept in the notebook: fresh ones spare a request, stale ones bring their validators along.
#pragma once

#include "fetch/packing_queue.hpp"
#include "fetch/request.hpp"
#include "model/date.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

/// An answer from the cache with what is needed to ask whether it still holds.
struct Kept {
    Response response; ///< `from_cache` is set
    std::string etag;
    std::string last_modified;
};

class PageCache {
public:
    /// Keeps at most `limit` bytes of compressed bodies; what was used longest ago goes first.
    /// The notebook must outlive it.
    PageCache(Notebook& notebook, std::int64_t limit);
    ~PageCache();

    /// The answer kept under the address, however old. `now` counts as its use.
    std::optional<Kept> find(std::string_view address, Instant now);

    /// Takes an answer; it is in the notebook after write(). Kept if its status says something lasting (200, 203, 404, 410), and unless
    /// the server says no-store.
    void keep(std::string_view address, Response const& response, Instant now);

    /// Puts what is packed by now into the notebook, in one transaction; `all` of it if that is said.
    void write(bool all);

    /// Drops the answer kept under the address.
    void forget(std::string_view address);

    /// The server has confirmed the answer kept under the address.
    void confirm(std::string_view address, Instant now);

private:
    Notebook& m_notebook;
    PackingQueue m_queue;
    std::int64_t m_limit;
    std::int64_t m_bytes; ///< at most what is stored; counted again before anything is thrown out
};

/// Whether an answer is young enough to need no question. `max_age` 0: never.
bool is_fresh(Response const& kept, std::chrono::seconds max_age, Instant now);

} // namespace knowwho
