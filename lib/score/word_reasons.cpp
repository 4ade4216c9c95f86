// SPDX-License-Identifier: MIT
#include "score/word_reasons.hpp"

#include "score/phrase_finder.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {
namespace {

/// A field's best member for one word of the need.
struct FieldHit {
    std::size_t word = 0;
    Member const* member = nullptr;
    double credit = 0;
};

/// Per field, the words it meets; each word's weight is split among the fields that meet it.
std::vector<std::vector<FieldHit>> hits_of(Need const& need, CandidateView const& view)
{
    auto hits = std::vector<std::vector<FieldHit>>(view.fields.size());
    auto met = std::vector<Member const*>(view.fields.size());
    for (std::size_t w = 0; w < need.words.size(); ++w) {
        auto const& word = need.words[w];
        if (best_member(word, view.all_terms) == nullptr) {
            continue;
        }
        double sum = 0;
        for (std::size_t field = 0; field < view.fields.size(); ++field) {
            met[field] = best_member(word, view.terms[field]);
            sum += met[field] == nullptr ? 0 : met[field]->discount;
        }
        for (std::size_t field = 0; field < view.fields.size(); ++field) {
            if (met[field] != nullptr) {
                auto const weight = static_cast<double>(word.weight) * word.rarity * word.rarity;
                auto const discount = static_cast<double>(met[field]->discount);
                hits[field].push_back({w, met[field], weight * discount * discount / sum});
            }
        }
    }
    return hits;
}

double credit_of(std::vector<FieldHit> const& hits)
{
    double sum = 0;
    for (auto const& hit : hits) {
        sum += hit.credit;
    }
    return sum;
}

/// "Wartung" as the text has it, or "Wartung → maintenance".
std::string shown_hit(NeedWord const& word, Member const& member, FieldText const& field, CandidateTexts const& texts)
{
    if (member.bridge != Bridge::same) {
        return shown_bridge(word, member);
    }
    auto written = written_in(field, member.terms.front(), texts.roster_language, texts.corpus.analyser());
    return written.empty() ? word.written : written;
}

/// "Produktion" beside "Produktionsleiterin" tells nothing more.
void drop_parts_of_others(std::vector<std::string>& words)
{
    auto folded = std::vector<std::string>{};
    std::ranges::transform(words, std::back_inserter(folded), [](std::string const& word) { return fold(word); });
    auto kept = std::vector<std::string>{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const is_part = [&](std::string const& other) { return other.size() > folded[i].size() && other.find(folded[i]) != other.npos; };
        if (std::ranges::none_of(folded, is_part)) {
            kept.push_back(std::move(words[i]));
        }
    }
    words = std::move(kept);
}

Reason reason_of(Need const& need, CandidateView const& view, std::size_t field, std::vector<FieldHit> hits,
                 CandidateTexts const& texts, Sentences const& sentences)
{
    std::stable_sort(hits.begin(), hits.end(), [](auto const& a, auto const& b) { return a.credit > b.credit; });
    auto const& text = view.fields[field];
    auto reason = Reason{};
    reason.signal = text.signal;
    for (auto const& hit : hits) {
        auto shown = shown_hit(need.words[hit.word], *hit.member, text, texts);
        if (std::find(reason.words.begin(), reason.words.end(), shown) == reason.words.end()) {
            reason.words.push_back(std::move(shown));
        }
    }
    drop_parts_of_others(reason.words);
    reason.sentence = sentences.reason(text.signal, *view.candidate, text.index, reason.words);
    reason.sources.push_back(text.source);
    return reason;
}

/// For who meets no word, but whose texts are near to those that do: the last field, which is an
/// evidence or a talk if there is one.
double add_topic_reason(Need const& need, std::size_t goal, double score, CandidateView const& view,
                        Sentences const& sentences, std::vector<Reason>& reasons)
{
    constexpr std::size_t named = 2;
    if (view.fields.empty() || need.words.empty()) {
        return 0;
    }
    auto words = std::vector<std::pair<float, std::string>>{};
    for (auto const& word : need.words) {
        words.emplace_back(-word.weight * word.rarity, word.written);
    }
    std::sort(words.begin(), words.end());
    auto reason = Reason{SignalKind::topic, goal, score, {}, {}, {view.fields.back().source}};
    for (std::size_t i = 0; i < words.size() && i < named; ++i) {
        reason.words.push_back(words[i].second);
    }
    reason.sentence = sentences.alike(reason.words);
    reasons.push_back(std::move(reason));
    return score;
}

} // namespace

double add_word_reasons(Need const& need, std::size_t goal, double score, CandidateView const& view,
                        CandidateTexts const& texts, Sentences const& sentences, std::vector<Reason>& reasons)
{
    if (!(score > 0)) {
        return 0;
    }
    auto const hits = hits_of(need, view);
    double sum = 0;
    for (auto const& of_field : hits) {
        sum += credit_of(of_field);
    }
    if (!(sum > 0)) {
        return add_topic_reason(need, goal, score, view, sentences, reasons);
    }
    for (std::size_t field = 0; field < hits.size(); ++field) {
        if (auto const credit = credit_of(hits[field]); credit > 0) {
            auto reason = reason_of(need, view, field, hits[field], texts, sentences);
            reason.goal = goal;
            reason.share = score * credit / sum;
            reasons.push_back(std::move(reason));
        }
    }
    return score;
}

} // namespace knowwho
