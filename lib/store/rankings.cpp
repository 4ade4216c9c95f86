// SPDX-License-Identifier: MIT
#include "store/rankings.hpp"

#include "store/packed_matches.hpp"
#include "store/query.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace knowwho {
namespace {

/// Matches in one row: few enough to read one quickly, and enough to share texts.
constexpr std::size_t part_size = 256;

} // namespace

std::optional<KeptRanking> find_ranking(Notebook const& notebook, EventId event, std::string_view fingerprint)
{
    auto query = Query{notebook, "SELECT shortlist, people FROM ranking WHERE event = ? AND fingerprint = ?"};
    query.bind(event.value, fingerprint);
    if (!query.next()) {
        return std::nullopt;
    }
    auto shortlist = unpacked_shortlist(query.text(0));
    auto people = unpacked_people(query.text(1));
    return shortlist && people ? std::optional{KeptRanking{std::move(*people), std::move(*shortlist)}} : std::nullopt;
}

std::optional<std::vector<Match>> kept_matches(Notebook const& notebook, EventId event, std::size_t first, std::size_t count)
{
    auto query = Query{notebook, "SELECT matches FROM ranking_part WHERE event = ? AND part BETWEEN ? AND ? ORDER BY part"};
    auto const first_part = first / part_size;
    query.bind(event.value, static_cast<std::int64_t>(first_part), static_cast<std::int64_t>((first + std::max<std::size_t>(count, 1) - 1) / part_size));
    auto matches = std::vector<Match>{};
    while (query.next()) {
        auto part = unpacked_matches(query.text(0));
        if (!part) {
            return std::nullopt;
        }
        std::move(part->begin(), part->end(), std::back_inserter(matches));
    }
    auto const begin = first - first_part * part_size;
    if (begin >= matches.size()) {
        return std::nullopt;
    }
    matches.erase(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(begin));
    matches.resize(std::min(matches.size(), count));
    return matches;
}

std::int64_t state_of_others(Notebook const& notebook)
{
    auto query = Query{notebook, "PRAGMA data_version"};
    return query.next() ? query.integer(0) : 0;
}

void save_ranking(Notebook& notebook, EventId event, std::string_view fingerprint, std::span<Match const> matches,
    Shortlist const& shortlist, std::int64_t since)
{
    auto transaction = Transaction{notebook};
    if (state_of_others(notebook) != since) {
        return;
    }
    auto people = std::vector<PersonId>{};
    std::ranges::transform(matches, std::back_inserter(people), &Match::person);
    Query{notebook, "DELETE FROM ranking WHERE event = ?"}.bind(event.value).run();
    Query{notebook, "INSERT INTO ranking (event, fingerprint, shortlist, people) VALUES (?, ?, CAST(? AS BLOB), CAST(? AS BLOB))"}
        .bind(event.value, fingerprint, packed(shortlist), packed(people))
        .run();
    for (std::size_t first = 0; first < matches.size(); first += part_size) {
        Query{notebook, "INSERT INTO ranking_part (event, part, matches) VALUES (?, ?, CAST(? AS BLOB))"}
            .bind(event.value, static_cast<std::int64_t>(first / part_size), packed(matches.subspan(first, std::min(part_size, matches.size() - first))))
            .run();
    }
    transaction.commit();
}

} // namespace knowwho
