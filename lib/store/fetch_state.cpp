// SPDX-License-Identifier: MIT
#include "store/fetch_state.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr auto names = std::array<std::string_view, 5>{"found", "nothing", "not asked", "refused", "failed"};

AskState stored_ask_state(std::string_view text)
{
    auto const found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? AskState::not_asked : static_cast<AskState>(found - names.begin());
}

} // namespace

std::string_view name_of(AskState state)
{
    return names[static_cast<std::size_t>(state)];
}

void save_source_state(Notebook& notebook, SourceState const& state)
{
    Query{notebook, "INSERT INTO source_state (person, source, state, asked_at, requests, snippets, detail)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person, source) DO UPDATE SET state = excluded.state,"
                    " asked_at = excluded.asked_at, requests = excluded.requests, snippets = excluded.snippets,"
                    " detail = excluded.detail"}
        .bind(state.person.value, state.source, name_of(state.state), stored(state.asked_at), state.requests,
            state.snippets, state.detail)
        .run();
}

std::vector<SourceState> source_states(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT person, source, state, asked_at, requests, snippets, detail FROM source_state"
                                 " WHERE person IN (SELECT person FROM attendance WHERE event = ?) ORDER BY person, source"};
    query.bind(event.value);
    auto all = std::vector<SourceState>{};
    while (query.next()) {
        all.push_back({{query.integer("person")}, query.text("source"), stored_ask_state(query.text("state")),
            stored_instant(query.integer("asked_at")), static_cast<int>(query.integer("requests")),
            static_cast<int>(query.integer("snippets")), query.text("detail")});
    }
    return all;
}

} // namespace knowwho
