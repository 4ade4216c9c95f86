// SPDX-License-Identifier: MIT
#include "app/ranking_table.hpp"

#include "report/clean_text.hpp"
#include "report/csv_cell.hpp"
#include "report/name_forms.hpp"
#include "score/signal_weights.hpp"
#include "store/judgements.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knowwho {
namespace {

using nlohmann::ordered_json;

RosterRow const& row_of(Ranking const& ranking, std::size_t match)
{
    return ranking.candidates[ranking.matches[match].candidate].attendance.row;
}

bool is_unplanned(Ranking const& ranking, std::size_t match)
{
    return ranking.shortlist.unplanned && ranking.shortlist.unplanned->match == match;
}

std::string_view place_on_shortlist(Ranking const& ranking, std::size_t match)
{
    if (is_unplanned(ranking, match)) {
        return "unplanned";
    }
    if (std::ranges::find(ranking.shortlist.targets, match) != ranking.shortlist.targets.end()) {
        return "target";
    }
    if (std::ranges::find(ranking.shortlist.reserves, match) != ranking.shortlist.reserves.end()) {
        return "reserve";
    }
    return {};
}

std::string score_bar(double score)
{
    constexpr int width = 10;
    auto const filled = static_cast<int>(std::lround(std::clamp(score, 0.0, 1.0) * width));
    return fmt::format("{:█<{}}{:·<{}}", "", filled, "", width - filled);
}

std::string first_reason(Ranking const& ranking, std::size_t index)
{
    auto const& match = ranking.matches[index];
    if (is_unplanned(ranking, index)) {
        return ranking.shortlist.unplanned->why.sentence;
    }
    if (!match.excluded.empty()) {
        return match.excluded;
    }
    auto const reason = match.reasons.empty() || !is_told(match.reasons.front()) ? std::string{} : match.reasons.front().sentence;
    return match.said.empty() || reason.empty() ? match.said + reason : match.said + "; " + reason;
}

ordered_json source_as_json(Source const& source)
{
    if (auto const* const row = std::get_if<RosterSource>(&source)) {
        return {{"list", row->file}, {"line", row->line}};
    }
    if (auto const* const encounter = std::get_if<EncounterId>(&source)) {
        return {{"encounter", encounter->value}};
    }
    return {{"snippet", std::get<SnippetId>(source).value}};
}

ordered_json reason_as_json(Reason const& reason, Goals const& goals)
{
    auto sources = ordered_json::array();
    std::ranges::transform(reason.sources, std::back_inserter(sources), source_as_json);
    auto const goal = stands_beside_goals(reason.signal) ? std::string{} : goals.goals[std::min(reason.goal, goals.goals.size() - 1)].name;
    return {{"signal", name_of(reason.signal)}, {"goal", goal}, {"share", reason.share}, {"sentence", reason.sentence},
        {"words", reason.words}, {"sources", std::move(sources)}};
}

ordered_json match_as_json(Ranking const& ranking, Goals const& goals, std::size_t index)
{
    auto const& match = ranking.matches[index];
    auto const& row = row_of(ranking, index);
    auto per_goal = ordered_json::array();
    for (std::size_t goal = 0; goal < match.goals.size(); ++goal) {
        per_goal.push_back({{"goal", goals.goals[goal].name}, {"score", match.goals[goal].score},
            {"low", match.goals[goal].low}, {"high", match.goals[goal].high}});
    }
    auto reasons = ordered_json::array();
    for (auto const& reason : match.reasons) {
        reasons.push_back(reason_as_json(reason, goals));
    }
    return {{"place", index + 1}, {"id", match.person.value}, {"name", full_name(row.name)}, {"organisation", row.organisation},
        {"role", row.role}, {"score", match.score}, {"low", match.low}, {"high", match.high},
        {"shortlist", place_on_shortlist(ranking, index)}, {"excluded", match.excluded}, {"mark", to_text(match.mark)}, {"goals", std::move(per_goal)},
        {"reasons", std::move(reasons)}};
}

/// What the chosen set is worth, and what that stands on.
std::string shortlist_words(Shortlist const& shortlist, Goals const& goals)
{
    if (shortlist.targets.empty()) {
        return {};
    }
    auto covered = std::vector<std::string>{};
    for (std::size_t goal = 0; goal < shortlist.coverage.size(); ++goal) {
        covered.push_back(fmt::format("{} {:.0f} %", clean_line(goals.goals[goal].name, 60), shortlist.coverage[goal] * 100));
    }
    auto const count = shortlist.targets.size();
    auto const who = count == 1 ? std::string{"the one on it comes"} : count <= 3 ? fmt::format("all {} on it come", count) : fmt::format("at least 3 of the {} on it come", count);
    auto const chance = std::min(std::lround(shortlist.three_come * 100), shortlist.three_come < 1 ? 99L : 100L); // nothing is sure to come
    return fmt::format("The shortlist covers: {}\nChance that {}: {} % (assumed: {:.0f} % of the list stay away, {:.0f} % of those who speak)\n", fmt::join(covered, ", "),
        who, chance, goals.event.no_show * 100, goals.event.no_show_of_speakers() * 100);
}

} // namespace

std::vector<std::size_t> ranking_rows(Ranking const& ranking, std::size_t most, bool with_excluded)
{
    auto rows = std::vector<std::size_t>{};
    for (std::size_t index = 0; index < ranking.matches.size() && rows.size() < most; ++index) {
        if (with_excluded || ranking.matches[index].excluded.empty()) {
            rows.push_back(index);
        }
    }
    if (ranking.shortlist.unplanned && std::ranges::find(rows, ranking.shortlist.unplanned->match) == rows.end()) {
        rows.push_back(ranking.shortlist.unplanned->match); // far down, and yet on the shortlist
    }
    return rows;
}

std::string ranking_as_table(Ranking const& ranking, Goals const& goals, std::vector<std::size_t> const& rows)
{
    auto text = std::string{};
    for (auto const index : rows) {
        auto const& match = ranking.matches[index];
        auto const& row = row_of(ranking, index);
        auto const organisation = row.organisation.empty() ? std::string{} : fmt::format(", {}", clean_line(row.organisation, 50));
        text += fmt::format("{:>4}  {} {:.2f} ({:.2f}–{:.2f})  {}{}  [{}] {}\n", index + 1, score_bar(match.score), match.score, match.low,
            match.high, clean_line(full_name(row.name), 50), organisation, match.person.value, place_on_shortlist(ranking, index));
        auto const why = first_reason(ranking, index);
        if (!why.empty()) {
            text += fmt::format("{:32}{}\n", "", clean_line(why, 140));
        }
    }
    return text + shortlist_words(ranking.shortlist, goals);
}

std::string ranking_as_json(Ranking const& ranking, Goals const& goals, std::vector<std::size_t> const& rows)
{
    auto people = ordered_json::array();
    for (auto const index : rows) {
        people.push_back(match_as_json(ranking, goals, index));
    }
    auto const whole = ordered_json{{"event", goals.event.name}, {"people", std::move(people)},
        {"coverage", ranking.shortlist.coverage}, {"three_come", ranking.shortlist.three_come}};
    return json_document(whole);
}

std::string ranking_as_csv(Ranking const& ranking, Goals const& goals, std::vector<std::size_t> const& rows)
{
    auto text = std::string{"place,id,name,organisation,role,score,low,high,shortlist,excluded"};
    for (auto const& goal : goals.goals) {
        text += "," + csv_cell(goal.name);
    }
    text += ",reason\r\n";
    for (auto const index : rows) {
        auto const& match = ranking.matches[index];
        auto const& row = row_of(ranking, index);
        text += fmt::format("{},{},{},{},{},{:.4f},{:.4f},{:.4f},{},{}", index + 1, match.person.value, csv_cell(full_name(row.name)),
            csv_cell(row.organisation), csv_cell(row.role), match.score, match.low, match.high, place_on_shortlist(ranking, index),
            csv_cell(match.excluded));
        for (auto const& goal : match.goals) {
            text += fmt::format(",{:.4f}", goal.score);
        }
        text += fmt::format(",{}\r\n", csv_cell(first_reason(ranking, index)));
    }
    return text;
}

} // namespace knowwho
