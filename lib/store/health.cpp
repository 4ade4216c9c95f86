// SPDX-License-Identifier: MIT
#include "store/health.hpp"

#include "store/query.hpp"

#include <fmt/format.h>

namespace knowwho {
namespace {

constexpr std::size_t most_faults = 10;

std::int64_t number(Notebook const& notebook, std::string_view sql)
{
    auto query = Query{notebook, sql};
    return query.next() ? query.integer(0) : 0;
}

std::vector<std::string> faults_of(Notebook const& notebook)
{
    auto faults = std::vector<std::string>{};
    auto integrity = Query{notebook, "PRAGMA integrity_check(10)"};
    while (integrity.next() && faults.size() < most_faults) {
        if (auto said = integrity.text(0); said != "ok") {
            faults.push_back(std::move(said));
        }
    }
    auto keys = Query{notebook, "PRAGMA foreign_key_check"};
    while (keys.next() && faults.size() < most_faults) {
        faults.push_back(fmt::format("row {} of '{}' points at a row of '{}' that is not there", keys.integer(1), keys.text(0), keys.text(2)));
    }
    return faults;
}

} // namespace

NotebookHealth notebook_health(Notebook const& notebook)
{
    return {
        .version = static_cast<int>(number(notebook, "PRAGMA user_version")),
        .people = number(notebook, "SELECT count(*) FROM person"),
        .events = number(notebook, "SELECT count(*) FROM event"),
        .bytes = number(notebook, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
        .faults = faults_of(notebook),
    };
}

} // namespace knowwho
