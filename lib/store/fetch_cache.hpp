// SPDX-License-Identifier: MIT
// Table `page_cache`: answers of the network, bodies as they are stored.
#pragma once

#include "model/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

struct CachedAnswer {
    std::string address;       ///< as asked, without secrets
    std::string final_address; ///< that answered
    int status = 0;
    std::string content_type;
    std::string etag;
    std::string last_modified;
    Instant fetched_at{};
    std::int64_t size = 0;     ///< of the body before compression
    std::string body;          ///< compressed; never looked into here
};

/// Stores an answer in place of an older one of the address.
void save_cached_answer(Notebook& notebook, CachedAnswer const& answer, Instant used_at);

std::optional<CachedAnswer> find_cached_answer(Notebook const& notebook, std::string_view address);

/// Notes that an answer was used, and that the server confirmed it if `fetched_at` is newer.
void touch_cached_answer(Notebook& notebook, std::string_view address, Instant used_at, Instant fetched_at);

/// Deletes the answer of the address, if there is one.
void drop_cached_answer(Notebook& notebook, std::string_view address);

/// Bytes of all stored bodies.
std::int64_t cached_bytes(Notebook const& notebook);

/// Deletes the answers used longest ago until at most `limit` bytes are left.
void evict_cached_answers(Notebook& notebook, std::int64_t limit);

} // namespace knowwho
