// SPDX-License-Identifier: MIT
// Table `list`: the attendee lists as imported.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

struct StoredList {
    ListId id;
    EventId event;
    std::string file;         ///< base name as given by the user
    std::string format;       ///< "csv", "html", ...
    std::string encoding;
    std::string content_hash; ///< of the bytes
    int rows = 0;
    Instant imported_at{};
};

ListId add_list(Notebook& notebook, StoredList const& list);

/// The event's list of exactly these bytes, if it was imported already.
std::optional<StoredList> find_list(Notebook const& notebook, EventId event, std::string_view content_hash);

/// The event's lists, oldest first.
std::vector<StoredList> lists(Notebook const& notebook, EventId event);

} // namespace knowwho
