// SPDX-License-Identifier: MIT
// What asking came to, as a table for people.
#include "enrich/network.hpp"

#include "store/candidates.hpp"

#include <fmt/format.h>

namespace knowwho {

std::string outcome_as_table(NetworkResult const& result, Notebook const& notebook, EventId event)
{
    auto const roster = load_roster(notebook, event);
    auto text = std::string{};
    for (auto const index : result.plan.people) {
        auto const& attendance = roster[index];
        auto line = std::string{};
        for (auto const& state : result.states) {
            if (state.person == attendance.person && (state.state == AskState::found || state.state == AskState::nothing)) {
                auto const what = state.snippets > 0 ? fmt::format("({} {})", state.snippets, state.snippets == 1 ? "quote" : "quotes") : state.detail;
                line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", state.source,
                    state.state == AskState::found ? "found " + what : "nothing");
            }
        }
        text += fmt::format("{}: {}\n", attendance.row.name.written, line.empty() ? "nothing asked this time" : line);
        for (auto const& state : result.states) {
            if (state.person == attendance.person && state.state != AskState::found && state.state != AskState::nothing) {
                text += fmt::format("  {}: {}{}\n", state.source, name_of(state.state), state.detail.empty() ? "" : ": " + state.detail);
            }
        }
    }
    return text;
}

} // namespace knowwho
