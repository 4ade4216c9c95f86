// SPDX-License-Identifier: MIT
// Pages known by their link: the same document may come from several sources.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

struct PageAtAddress {
    PageId id;
    std::string content_hash;
    Instant read_at{};
};

/// The fetched page of that link, if there is one.
std::optional<PageAtAddress> find_page_at(Notebook const& notebook, std::string_view address);

} // namespace knowwho
