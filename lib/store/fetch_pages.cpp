// SPDX-License-Identifier: MIT
#include "store/fetch_pages.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {

std::optional<PageAtAddress> find_page_at(Notebook const& notebook, std::string_view address)
{
    auto query = Query{notebook, "SELECT id, content_hash, read_at FROM page WHERE file = '' AND address = ?"};
    query.bind(address);
    if (!query.next()) {
        return std::nullopt;
    }
    return PageAtAddress{{query.integer("id")}, query.text("content_hash"), stored_instant(query.integer("read_at"))};
}

} // namespace knowwho
