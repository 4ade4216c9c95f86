// SPDX-License-Identifier: MIT
#include "report/card_reasons.hpp"

#include "report/card_quotes.hpp"
#include "report/carried_words.hpp"
#include "report/clean_text.hpp"
#include "report/spoken_words.hpp"
#include "report/wording.hpp"
#include "text/quotation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace knowwho {

namespace {

constexpr std::size_t most_reasons = 4;
constexpr double least_share = 0.005; ///< what would be printed as 0 of 100 is left out

std::string_view signal_key(SignalKind signal)
{
    static constexpr std::array<std::string_view, 12> keys{"signal_role", "signal_organisation", "signal_field",
        "signal_topic", "signal_place", "signal_talk", "signal_evidence", "signal_common_ground", "signal_offer",
        "signal_reachable", "signal_asleep", "signal_known"};
    return keys[static_cast<std::size_t>(signal)];
}

bool is_about_a_goal(SignalKind signal)
{
    return !stands_beside_goals(signal);
}

/// Lets through what the sources of a reason have, in their spelling.
PieceFilter carried_by(CardWork const& work, Reason const& reason)
{
    return [text = sources_about(work.candidate, reason.sources).all_text(), &work](std::vector<std::string>& pieces) {
        keep_carried(pieces, text, work.maker.wishes);
    };
}

/// "Vortrag „Podium: Wer zahlt?“" is a panel by that name.
std::string panel_by_name(std::string const& sentence, Language language)
{
    std::string_view const talk = language == Language::german ? "Vortrag „" : "Talk “";
    auto const rest = sentence.starts_with(talk) ? panel_title(std::string_view{sentence}.substr(talk.size())) : std::nullopt;
    return rest ? (language == Language::german ? "Podium „" : "Panel “") + *rest : sentence;
}

/// On page 1 the hour and the room of a talk stand in a column of their own. They are in brackets behind its title,
/// which may have brackets itself, as may the room.
std::string without_room(std::string sentence, Language language)
{
    auto const marks = quotation_marks(language);
    std::size_t const title = sentence.find(std::string{marks.close} + " (");
    if (title == std::string::npos) {
        return sentence;
    }
    std::size_t const open = title + marks.close.size();
    std::size_t const close = sentence.rfind(')', sentence.find(marks.open, open));
    bool const time = close != std::string::npos && sentence.find(':', open) < close;
    return time ? sentence.erase(open, close + 1 - open) : sentence;
}

/// The strongest reason of evidence that reads well by itself, if it counts for at least half as much as
/// the strongest reason of all.
Evidence const* telling_evidence(CardWork const& work)
{
    auto const& reasons = work.match.reasons;
    for (auto const& reason : reasons) {
        if (reason.signal != SignalKind::evidence || reason.share * 2 < reasons.front().share) {
            continue;
        }
        for (auto const& evidence : work.candidate.evidence) {
            if (cites(reason, evidence.snippet.id) && is_worth_quoting(work, evidence)) {
                return &evidence;
            }
        }
    }
    return nullptr;
}

/// That texts are alike weighs in the score, but tells a reader nothing.
bool is_likeness(CardWork const& work, Reason const& reason)
{
    return reason.sentence.starts_with(work.phrases()("likeness"));
}

/// Why somebody is on the sheet whom no goal asks for; null for all others.
Reason const* not_looked_for(CardWork const& work)
{
    auto const& input = work.maker.input;
    bool const is_it = input.shortlist.unplanned && input.matches[input.shortlist.unplanned->match].person == work.match.person;
    return is_it ? &input.shortlist.unplanned->why : nullptr;
}

/// The page that a reason stands on, and its goal; empty for a reason of the list's row.
std::string page_of(CardWork const& work, Reason const& reason)
{
    for (auto const& source : reason.sources) {
        auto const* const snippet = std::get_if<SnippetId>(&source);
        Evidence const* const evidence = snippet == nullptr ? nullptr : work.maker.sources.find(*snippet);
        if (evidence != nullptr) {
            return std::to_string(reason.goal) + "\n" + evidence->page.address + "\n" + evidence->page.file;
        }
    }
    return {};
}

/// What the user knows anyway stands in the opener on the last conversation.
bool is_own_memory(Reason const& reason)
{
    return reason.signal == SignalKind::asleep || reason.signal == SignalKind::known;
}

} // namespace

Statement why_of(CardWork const& work)
{
    Language const language = work.phrases().language();
    if (auto const* const reason = not_looked_for(work)) {
        return {clean_line(reason->sentence, 170), work.maker.sources.cite(reason->sources)};
    }
    if (auto const* const evidence = telling_evidence(work)) {
        return {in_quotes(clean_line(evidence->snippet.quote, 150), language), work.maker.sources.cite(evidence->snippet.id)};
    }
    for (auto const& reason : work.match.reasons) {
        if (is_about_a_goal(reason.signal) && !is_likeness(work, reason)) {
            std::string const sentence = polished(panel_by_name(clean_line(reason.sentence, 400), language), language, carried_by(work, reason));
            bool const talk = reason.signal == SignalKind::talk;
            return {clean_line(talk ? without_room(sentence, language) : sentence, 170), work.maker.sources.cite(reason.sources)};
        }
    }
    return work.match.said.empty() ? Statement{} : Statement{work.match.said, {}};
}

std::vector<CardReason> reasons_of(CardWork const& work)
{
    Language const language = work.phrases().language();
    std::vector<CardReason> reasons;
    if (!work.match.said.empty()) {
        reasons.push_back({std::string{work.phrases()("own_choice")}, {as_sentence(work.match.said, language), {}}, 0});
    }
    if (auto const* const reason = not_looked_for(work)) {
        auto const label = std::string{work.phrases()("not_looked_for")};
        auto const begin = reason->sentence.starts_with(label + ": ") ? label.size() + 2 : 0;
        reasons.push_back({label, {as_sentence(reason->sentence.substr(begin), language), work.maker.sources.cite(reason->sources)}, 0});
    }
    std::set<std::string> seen;
    for (auto const& reason : work.match.reasons) {
        std::string const page = page_of(work, reason);
        bool const again = !page.empty() && !seen.insert(page).second;
        if (reasons.size() == most_reasons || reason.signal == SignalKind::offer || is_own_memory(reason) || again || is_likeness(work, reason)) {
            continue;
        }
        bool const goal = is_about_a_goal(reason.signal) && reason.goal < work.goals().goals.size();
        std::string const label = goal ? clean_line(work.goals().goals[reason.goal].name, 60)
                                       : std::string{work.phrases()(signal_key(reason.signal))};
        reasons.push_back({label, {as_sentence(panel_by_name(reason.sentence, language), language, carried_by(work, reason)), work.maker.sources.cite(reason.sources)}, reason.share});
    }
    return reasons;
}

std::vector<ScoreShare> shares_of(CardWork const& work)
{
    double total = 0, weights = 0;
    std::map<SignalKind, double> sums;
    for (auto const& goal : work.goals().goals) {
        weights += goal.weight;
    }
    for (auto const& reason : work.match.reasons) {
        bool const goal = is_about_a_goal(reason.signal) && reason.goal < work.goals().goals.size();
        double const part = goal ? reason.share * work.goals().goals[reason.goal].weight / weights : reason.share;
        sums[reason.signal] += std::max(part, 0.0);
        total += std::max(part, 0.0);
    }
    std::vector<ScoreShare> shares;
    for (auto const& [signal, sum] : sums) {
        if (sum > 0 && sum / total * work.match.score >= least_share) {
            shares.push_back({std::string{work.phrases()(signal_key(signal))}, sum / total * work.match.score});
        }
    }
    std::stable_sort(
        shares.begin(), shares.end(), [](ScoreShare const& a, ScoreShare const& b) { return a.share > b.share; });
    return shares;
}

} // namespace knowwho
