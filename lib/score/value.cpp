// SPDX-License-Identifier: MIT
#include "score/value.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr auto bridges_of_common_ground = std::array{Bridge::same};
constexpr double least_met = 0.4; ///< of an offer's words, by weight, to be of interest to somebody

/// Which weight each signal has, and whether it adds or takes.
struct ValueSignal {
    SignalKind signal;
    double ValueWeights::*weight;
    double sign;
};
constexpr ValueSignal value_signals[] = {
    {SignalKind::common_ground, &ValueWeights::common_ground, 1},
    {SignalKind::offer, &ValueWeights::offer, 1},
    {SignalKind::reachable, &ValueWeights::reachable, 1},
    {SignalKind::asleep, &ValueWeights::novelty, 1},
    {SignalKind::known, &ValueWeights::novelty, -1},
};

struct MetWords {
    double share = 0; ///< of the weight of the need's words
    std::vector<std::string> words;
};

MetWords words_met(Need const& need, std::vector<TermId> const& terms)
{
    auto met = MetWords{};
    double all = 0;
    for (auto const& word : need.words) {
        auto const weight = static_cast<double>(word.weight) * word.rarity;
        all += weight;
        if (auto const* const member = best_member(word, terms)) {
            met.share += weight * member->discount;
            met.words.push_back(shown_bridge(word, *member));
        }
    }
    met.share /= all > 0 ? all : 1;
    return met;
}

} // namespace

Value::Value(Profile const& me, NeedReader& reader) : m_offers(me.offers)
{
    for (auto const& ground : me.common_ground) {
        m_common_ground.emplace_back(ground, reader, bridges_of_common_ground);
    }
    for (auto const& offer : me.offers) {
        m_offer_needs.push_back(reader.read(offer));
    }
}

void Value::add(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const
{
    add_common_ground(view, sentences, reasons);
    add_offer(view, sentences, reasons);
    add_reach(view, sentences, reasons);
    add_novelty(view, sentences, reasons);
}

double share_value(std::vector<Reason>& reasons, double relevance, ValueWeights const& weights, SignalWeights const& learnt)
{
    double sum = 0;
    for (auto const& part : value_signals) {
        auto weight = part.sign * (weights.*part.weight) * learnt.of(part.signal);
        for (auto& reason : reasons) {
            if (reason.signal == part.signal) {
                reason.share = std::clamp(relevance * weight, -relevance - sum, 1 - relevance - sum);
                sum += reason.share;
                weight = 0;
            }
        }
    }
    return sum;
}

void Value::add_common_ground(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const
{
    for (auto const& ground : m_common_ground) {
        for (std::size_t field = 0; field < view.fields.size(); ++field) {
            if (auto const words = ground.find(view.terms[field])) {
                reasons.push_back({SignalKind::common_ground, 0, 0,
                                   sentences.common_ground(ground.phrase()), *words, {view.fields[field].source}});
                break;
            }
        }
    }
}

/// The one offer that meets most in one field.
void Value::add_offer(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const
{
    auto best = MetWords{least_met, {}};
    auto reason = Reason{};
    for (std::size_t offer = 0; offer < m_offers.size(); ++offer) {
        for (std::size_t field = 0; field < view.fields.size(); ++field) {
            auto met = words_met(m_offer_needs[offer], view.terms[field]);
            if (met.share > best.share) {
                best = std::move(met);
                reason = {SignalKind::offer, 0, 0, sentences.offer(m_offers[offer], best.words), best.words,
                          {view.fields[field].source}};
            }
        }
    }
    if (!reason.sources.empty()) {
        reasons.push_back(std::move(reason));
    }
}

void Value::add_reach(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const
{
    auto const& attendance = view.candidate->attendance;
    if (attendance.row.talks.empty()) {
        return;
    }
    auto const& talk = attendance.row.talks.front();
    reasons.push_back({SignalKind::reachable, 0, 0, sentences.speaks(talk), {},
                       {RosterSource{attendance.list_file, attendance.row.line}}});
}

void Value::add_novelty(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const
{
    if (auto const& known = view.candidate->familiarity) {
        auto const source = known->last ? Source{known->last} : Source{RosterSource{known->source, 0}};
        reasons.push_back({known->asleep ? SignalKind::asleep : SignalKind::known, 0, 0, sentences.familiar(*known), {}, {source}});
    }
}

} // namespace knowwho
