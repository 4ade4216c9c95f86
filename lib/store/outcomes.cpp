// SPDX-License-Identifier: MIT
#include "store/outcomes.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

std::vector<TalkOutcome> read_outcomes(Query& row)
{
    auto all = std::vector<TalkOutcome>{};
    while (row.next()) {
        all.push_back({{row.integer("person")}, {row.integer("event")}, row.text("goal"), static_cast<int>(row.integer("worth")),
            stored_instant(row.integer("said_at"))});
    }
    return all;
}

} // namespace

void save_targets(Notebook& notebook, EventId event, std::span<PersonId const> targets)
{
    auto transaction = Transaction{notebook};
    Query{notebook, "DELETE FROM target WHERE event = ?"}.bind(event.value).run();
    for (std::size_t index = 0; index < targets.size(); ++index) {
        Query{notebook, "INSERT INTO target (event, person, position) VALUES (?, ?, ?)"}
            .bind(event.value, targets[index].value, static_cast<std::int64_t>(index) + 1)
            .run();
    }
    transaction.commit();
}

std::vector<PersonId> targets(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT person FROM target WHERE event = ? ORDER BY position"};
    query.bind(event.value);
    auto all = std::vector<PersonId>{};
    while (query.next()) {
        all.push_back({query.integer(0)});
    }
    return all;
}

void save_outcome(Notebook& notebook, TalkOutcome const& outcome)
{
    Query{notebook, "INSERT INTO outcome (person, event, goal, worth, said_at) VALUES (?, ?, ?, ?, ?)"
                    " ON CONFLICT (person, event, goal) DO UPDATE SET worth = excluded.worth, said_at = excluded.said_at"}
        .bind(outcome.person.value, outcome.event.value, outcome.goal, outcome.worth, stored(outcome.said_at))
        .run();
}

void delete_outcomes(Notebook& notebook, PersonId person, Instant since)
{
    Query{notebook, "DELETE FROM outcome WHERE person = ? AND said_at >= ?"}.bind(person.value, stored(since)).run();
}

std::vector<TalkOutcome> outcomes(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT * FROM outcome WHERE event = ? ORDER BY person, goal"};
    query.bind(event.value);
    return read_outcomes(query);
}

std::vector<TalkOutcome> outcomes(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM outcome ORDER BY event, person, goal"};
    return read_outcomes(query);
}

LearntFactors learnt_factors(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT weights FROM weight_step ORDER BY id DESC LIMIT 1"};
    auto factors = LearntFactors{};
    if (query.next()) {
        auto const object = nlohmann::json::parse(query.text(0), nullptr, false);
        for (auto one = object.begin(); object.is_object() && one != object.end(); ++one) {
            if (one->is_number()) {
                factors.emplace(one.key(), one->get<double>());
            }
        }
    }
    return factors;
}

void save_learnt_factors(Notebook& notebook, LearntFactors const& factors, Instant now)
{
    auto object = nlohmann::json::object();
    for (auto const& [signal, factor] : factors) {
        object[signal] = factor;
    }
    Query{notebook, "INSERT INTO weight_step (learnt_at, weights) VALUES (?, ?)"}.bind(stored(now), object.dump()).run();
}

bool take_back_learnt_factors(Notebook& notebook)
{
    auto any = Query{notebook, "SELECT 1 FROM weight_step"};
    if (!any.next()) {
        return false;
    }
    Query{notebook, "DELETE FROM weight_step WHERE id = (SELECT max(id) FROM weight_step)"}.run();
    return true;
}

} // namespace knowwho
