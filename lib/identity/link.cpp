// SPDX-License-Identifier: MIT
#include "identity/link.hpp"

#include "identity/link_signals.hpp"
#include "identity/name_parser.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

/// Log odds that a page which the user kept means the person of the list, for a name that nobody else bears.
constexpr double trust_in_rare_name = 3.0;

/// How many people a saved page may mean: those who are written about, not all who live.
constexpr double people_written_about = 2e6;

/// Below this a mention is another bearer of the name; between it and the threshold it is a question.
constexpr double rejected_below = 0.05;

/// A name written with an initial fits as many people as there are given names that start so.
constexpr double initial_factor = 20;

/// Signals that tie a person to a mention by themselves; without one nothing is quoted.
bool ties(LinkSignal const& signal)
{
    static constexpr std::string_view strong[] = {"email", "organisation", "web domain", "talk", "role"};
    return signal.weight > 0 && std::ranges::find(strong, signal.name) != std::end(strong);
}

bool contradicts(LinkSignal const& signal) { return signal.weight < 0 && signal.name != "name"; }

LinkSignal name_signal(Mention const& mention, Attendance const& bearer, NameStatistics const& statistics)
{
    auto const written = parse_name(mention.name_as_written);
    auto const given = fold_name(written.given);
    auto expected = statistics.expected_namesakes(bearer.row.name, people_written_about);
    if (given.size() <= 1) {
        expected = expected * initial_factor + 1;
    }
    return {"name", mention.name_as_written, trust_in_rare_name - std::log1p(expected)};
}

LinkState state_of(LinkDecision const& decision)
{
    auto const tied = std::ranges::any_of(decision.signals, ties);
    if (decision.probability >= quotable_probability && tied) {
        return LinkState::quotable;
    }
    auto const contradicted = std::ranges::any_of(decision.signals, contradicts);
    return contradicted && decision.probability < rejected_below ? LinkState::rejected : LinkState::question;
}

double sum_of(std::vector<LinkSignal> const& signals)
{
    auto sum = 0.0;
    for (auto const& signal : signals) {
        sum += signal.weight;
    }
    return std::clamp(sum, -12.0, 12.0);
}

} // namespace

std::vector<LinkDecision> decide_links(Mention const& mention, std::span<Attendance const* const> bearers, NameStatistics const& statistics)
{
    auto const prepared = PreparedMention{mention};
    auto decisions = std::vector<LinkDecision>{};
    auto all = 1.0; // the odds of "nobody on the list"
    for (auto i = std::size_t{0}; i < bearers.size(); ++i) {
        auto decision = LinkDecision{bearers[i]->person, i, 0, LinkState::question, link_signals(prepared, bearers[i]->row)};
        decision.signals.push_back(name_signal(mention, *bearers[i], statistics));
        decision.probability = std::exp(sum_of(decision.signals));
        all += decision.probability;
        std::ranges::stable_sort(decision.signals, [](auto const& a, auto const& b) { return std::abs(a.weight) > std::abs(b.weight); });
        decisions.push_back(std::move(decision));
    }
    for (auto& decision : decisions) {
        decision.probability /= all;
        decision.state = state_of(decision);
    }
    return decisions;
}

} // namespace knowwho
