// SPDX-License-Identifier: MIT
#include "score/signal_weights.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

constexpr double imagined_talks = 5;

constexpr std::array<std::string_view, signal_count> signal_names{
    "role", "organisation", "field", "topic", "place", "talk", "evidence", "common ground", "offer", "reachable",
    "asleep", "known"};

} // namespace

std::string_view name_of(SignalKind signal)
{
    return signal_names[static_cast<std::size_t>(signal)];
}

SignalWeights::SignalWeights(std::map<std::string, double, std::less<>> const& by_name) : SignalWeights()
{
    for (std::size_t index = 0; index < signal_count; ++index) {
        if (auto const found = by_name.find(signal_names[index]); found != by_name.end()) {
            set(static_cast<SignalKind>(index), found->second);
        }
    }
}

std::map<std::string, double, std::less<>> SignalWeights::by_name() const
{
    auto named = std::map<std::string, double, std::less<>>{};
    for (std::size_t index = 0; index < signal_count; ++index) {
        if (m_factors[index] != 1) {
            named.emplace(signal_names[index], m_factors[index]);
        }
    }
    return named;
}

void SignalWeights::set(SignalKind signal, double factor)
{
    m_factors[static_cast<std::size_t>(signal)] = std::isfinite(factor) ? std::clamp(factor, least, most) : 1;
}

bool SignalWeights::are_plain() const
{
    return std::ranges::all_of(m_factors, [](double factor) { return factor == 1; });
}

void SignalWeights::apply(GoalMatch& match, std::span<Reason> reasons) const
{
    if (are_plain() || !(match.score > 0)) {
        return;
    }
    double sum = 0;
    for (auto& reason : reasons) {
        reason.share *= of(reason.signal);
        sum += reason.share;
    }
    auto const shrink = sum > 1 ? 1 / sum : 1.0;
    for (auto& reason : reasons) {
        reason.share *= shrink;
    }
    auto const before = match.score;
    match.score = sum * shrink;
    match.low = std::min(match.low * match.score / before, match.score);
    match.high = std::clamp(match.high * match.score / before, match.score, 1.0);
}

SignalRecords records_of(std::span<RatedTalk const> talks)
{
    auto records = SignalRecords{};
    for (auto const& talk : talks) {
        double all = 0;
        for (auto const& reason : talk.reasons) {
            all += reason.share;
        }
        for (auto const& reason : talk.reasons) {
            auto& record = records[static_cast<std::size_t>(reason.signal)];
            auto const part = all > 0 ? reason.share / all : 0;
            record.talks += part;
            record.worth += part * talk.worth;
        }
    }
    for (auto& record : records) {
        record.worth = record.talks > 0 ? record.worth / record.talks : 0;
    }
    return records;
}

SignalWeights learn_weights(std::span<RatedTalk const> talks)
{
    auto weights = SignalWeights{};
    auto const records = records_of(talks);
    for (std::size_t index = 0; index < signal_count; ++index) {
        auto const& record = records[index];
        if (record.talks > 0) {
            weights.set(static_cast<SignalKind>(index), std::exp2((record.worth - 1) * record.talks / (record.talks + imagined_talks)));
        }
    }
    return weights;
}

} // namespace knowwho
