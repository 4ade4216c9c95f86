// SPDX-License-Identifier: MIT
#include "store/settings.hpp"

#include "store/query.hpp"

namespace knowwho {

std::string setting(Notebook const& notebook, std::string_view name)
{
    auto query = Query{notebook, "SELECT value FROM setting WHERE name = ?"};
    query.bind(name);
    return query.next() ? query.text("value") : std::string{};
}

void save_setting(Notebook& notebook, std::string_view name, std::string_view value)
{
    if (value.empty()) {
        Query{notebook, "DELETE FROM setting WHERE name = ?"}.bind(name).run();
        return;
    }
    Query{notebook, "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"}
        .bind(name, value)
        .run();
}

} // namespace knowwho
