// SPDX-License-Identifier: MIT
#include "score/goal_scorer.hpp"

#include "relevance/calibration.hpp"
#include "score/organisation_key.hpp"
#include "score/function_fit.hpp"
#include "score/seniority.hpp"
#include "score/word_reasons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace knowwho {
namespace {

// Shares of what is missing to certainty.
constexpr double organisation_asked_for = 0.3;
constexpr double place_asked_for = 0.1;
constexpr double elsewhere = 0.6; ///< what is left of the score of somebody from another place

constexpr double words_enough = 0.25;   ///< share of a need's words, by weight and rarity, that leaves no suspicion of chance
constexpr double left_of_chance = 0.25; ///< what is left at least

constexpr double doubt_in_names = 0.75; ///< what parts of compounds in names of organisations lose

constexpr double known_well_words = 30; ///< words about somebody, after which a third of the doubt is left

constexpr auto bridges_of_places = std::array{Bridge::same, Bridge::translation};

RosterSource row_source(CandidateView const& view)
{
    auto const& attendance = view.candidate->attendance;
    return {attendance.list_file, attendance.row.line};
}

/// One more thing that speaks for somebody closes part of the gap to certainty.
double raised(double score, double by) noexcept
{
    return score + (1 - score) * by;
}

/// The less is known, the wider the range: the unknown may be all right, or the little known chance.
void add_range(GoalMatch& match, CandidateView const& view)
{
    auto const doubt = std::exp(-static_cast<double>(view.known_words) / known_well_words);
    match.low = match.score * (1 - 0.6 * doubt);
    match.high = match.score + (1 - match.score) * 0.5 * doubt;
}

bool is_only_in_name(NeedWord const& word, CandidateView const& view)
{
    for (std::size_t field = 0; field < view.fields.size(); ++field) {
        if (view.fields[field].signal != SignalKind::organisation && best_member(word, view.terms[field]) != nullptr) {
            return false;
        }
    }
    return true;
}

/// Who meets one of many words may do so by chance: what is left of their probability, 0 to 1.
double left_for_words_met(Need const& need, CandidateView const& view)
{
    double met = 0;
    double all = 0;
    for (auto const& word : need.words) {
        double const weight = word.weight * word.rarity;
        auto const* const member = best_member(word, view.all_terms);
        met += member == nullptr ? 0 : weight * member->discount;
        all += weight;
    }
    return all > 0 ? std::clamp(std::sqrt(met / (all * words_enough)), left_of_chance, 1.0) : 1;
}

/// Names of organisations say parts of many compounds ("Die Rechte" for "Rechtsanwalt"): how much of what a
/// candidate meets is nothing but that, 0 to 1.
double share_of_name_parts(Need const& need, CandidateView const& view)
{
    double of_names = 0;
    double all = 0;
    for (auto const& word : need.words) {
        auto const* const member = best_member(word, view.all_terms);
        if (member == nullptr) {
            continue;
        }
        auto const credit = static_cast<double>(word.weight) * word.rarity * word.rarity * member->discount;
        all += credit;
        of_names += word.part && is_only_in_name(word, view) ? credit : 0;
    }
    return all > 0 ? of_names / all : 0;
}

FieldText const* field_of(CandidateView const& view, SignalKind signal)
{
    auto const found = std::find_if(view.fields.begin(), view.fields.end(), [&](auto const& f) { return f.signal == signal; });
    return found == view.fields.end() ? nullptr : &*found;
}

} // namespace

GoalScorer::GoalScorer(Goal const& goal, std::size_t index, Need need, std::vector<float> likeness, NeedReader& reader)
    : m_goal(goal), m_index(index), m_need(std::move(need)), m_likeness(std::move(likeness)),
      m_functions(functions_wanted(goal.want))
{
    for (auto const& organisation : goal.organisations) {
        m_organisations.push_back(plain_organisation_key(organisation));
    }
    for (auto const& place : goal.places) {
        m_places.emplace_back(place, reader, bridges_of_places);
    }
}

GoalMatch GoalScorer::score(CandidateView const& view, CandidateTexts const& texts, Sentences const& sentences,
                            std::vector<Reason>& reasons) const
{
    auto match = GoalMatch{};
    auto by_text = probability_of(m_likeness[view.index]);
    if (by_text <= 0 && m_organisations.empty()) { // most people of a large list
        add_range(match, view);
        return match;
    }
    auto const* const place = field_of(view, SignalKind::place);
    bool const wrong_place = !m_places.empty() && place != nullptr
        && std::none_of(m_places.begin(), m_places.end(), [&](auto const& p) { return p.find(view.row_terms).has_value(); });
    by_text *= wrong_place ? elsewhere : 1;
    by_text *= by_text > 0 ? left_for_words_met(m_need, view) * (1 - doubt_in_names * share_of_name_parts(m_need, view)) : 0;
    auto const& role = view.candidate->attendance.row.role;
    auto const decides = weight_of_seniority(m_goal.kind, role) * weight_of_function(m_functions, role);
    by_text *= decides;
    match.score = add_word_reasons(m_need, m_index, by_text, view, texts, sentences, reasons);
    match.score += add_organisation(view, match.score, decides, sentences, reasons);
    match.score += add_place(view, match.score, sentences, reasons);
    add_range(match, view);
    return match;
}

double GoalScorer::add_organisation(CandidateView const& view, double so_far, double decides, Sentences const& sentences,
                                    std::vector<Reason>& reasons) const
{
    auto const& organisation = view.candidate->attendance.row.organisation;
    if (m_organisations.empty() || organisation.empty()) {
        return 0;
    }
    auto const key = plain_organisation_key(organisation) + " ";
    bool const asked_for = std::any_of(m_organisations.begin(), m_organisations.end(),
                                       [&](auto const& wanted) { return !wanted.empty() && key.starts_with(wanted + " "); });
    if (!asked_for) {
        return 0;
    }
    auto const share = raised(so_far, organisation_asked_for * decides) - so_far;
    reasons.push_back({SignalKind::organisation, m_index, share, sentences.organisation_asked_for(organisation),
                       {organisation}, {row_source(view)}});
    return share;
}

double GoalScorer::add_place(CandidateView const& view, double so_far, Sentences const& sentences,
                             std::vector<Reason>& reasons) const
{
    if (so_far <= 0) { // a place alone serves no goal
        return 0;
    }
    for (auto const& place : m_places) {
        if (auto const found = place.find(view.row_terms)) {
            auto const share = raised(so_far, place_asked_for) - so_far;
            auto const* const field = field_of(view, SignalKind::place);
            reasons.push_back({SignalKind::place, m_index, share,
                               sentences.place_asked_for(field == nullptr ? place.phrase() : field->text), *found, {row_source(view)}});
            return share;
        }
    }
    return 0;
}

} // namespace knowwho
