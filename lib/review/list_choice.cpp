// SPDX-License-Identifier: MIT
#include "review/list_choice.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <string_view>

namespace knowwho::review {
namespace {

std::string encoded(std::string_view text)
{
    auto out = std::string{};
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const safe = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '_';
        out += safe ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

} // namespace

ListChoice list_choice(Form const& query)
{
    auto choice = ListChoice{};
    choice.q = query["q"];
    choice.organisation = query["organisation"];
    choice.evidence = query["evidence"];
    choice.status = query["status"];
    choice.sort = query["sort"];
    auto const goal = query.number("goal").value_or(0);
    choice.goal = goal > 0 ? std::optional{static_cast<std::size_t>(goal - 1)} : std::nullopt;
    choice.offset = static_cast<std::size_t>(std::max<std::int64_t>(query.number("offset").value_or(0), 0));
    choice.tag = query["tag"];
    return choice;
}

std::string query_of(ListChoice const& choice)
{
    auto query = std::string{};
    auto const add = [&](std::string_view name, std::string const& value) {
        query += value.empty() ? std::string{} : fmt::format("{}{}={}", query.empty() ? '?' : '&', name, encoded(value));
    };
    add("q", choice.q);
    add("goal", choice.goal ? std::to_string(*choice.goal + 1) : std::string{});
    add("organisation", choice.organisation);
    add("evidence", choice.evidence);
    add("status", choice.status);
    add("sort", choice.sort);
    add("tag", choice.tag);
    add("offset", choice.offset > 0 ? std::to_string(choice.offset) : std::string{});
    return query;
}

} // namespace knowwho::review
