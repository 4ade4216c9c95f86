// SPDX-License-Identifier: MIT
#include "review/goals_form.hpp"

#include "model/date.hpp"
#include "store/judgements.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace knowwho::review {
namespace {

constexpr std::size_t most_goals = 50;

std::string line_of(Form const& form, std::string_view name)
{
    return std::string{trimmed(form[name])};
}

/// A text of several lines with plain line ends: browsers send CR LF.
std::string text_of(Form const& form, std::string_view name)
{
    auto text = line_of(form, name);
    std::erase(text, '\r');
    return text;
}

std::optional<PartialDate> date_of(Form const& form, std::string_view name, std::string_view word, std::vector<std::string_view>& unread)
{
    auto const text = line_of(form, name);
    auto const date = parse_iso_date(text);
    if (!text.empty() && (!date || date->day == 0)) {
        unread.push_back(word);
    }
    return date && date->day != 0 ? date : std::nullopt;
}

double number_of(Form const& form, std::string_view name, std::string_view word, double least, double most, double otherwise, std::vector<std::string_view>& unread)
{
    if (line_of(form, name).empty()) {
        return otherwise;
    }
    auto const number = form.real(name);
    if (!number || *number < least || *number > most) {
        unread.push_back(word);
        return otherwise;
    }
    return *number;
}

Goal goal_of(Form const& form, std::string const& prefix, std::vector<std::string_view>& unread)
{
    auto goal = Goal{};
    goal.name = line_of(form, prefix + "name");
    goal.kind = goal_kind_named(form[prefix + "kind"]).value_or(GoalKind::know_how);
    goal.want = text_of(form, prefix + "want");
    goal.weight = number_of(form, prefix + "weight", "goals_weight", 0.001, 1000, 1, unread);
    goal.organisations = lines_of(form[prefix + "organisations"]);
    goal.places = lines_of(form[prefix + "places"]);
    goal.must = lines_of(form[prefix + "must"]);
    goal.avoid = lines_of(form[prefix + "avoid"]);
    goal.ask = text_of(form, prefix + "ask");
    return goal;
}

} // namespace

GoalsEdit edit_of(Goals const& goals)
{
    auto edit = GoalsEdit{goals.event, goals.me, {}};
    for (std::size_t i = 0; i < goals.goals.size(); ++i) {
        edit.goals.push_back({goals.goals[i], i});
    }
    return edit;
}

GoalsEdit read_goals_form(Form const& form, std::vector<std::string_view>& unread)
{
    auto edit = GoalsEdit{};
    auto& event = edit.event;
    event.name = line_of(form, "event_name");
    event.place = line_of(form, "event_place");
    event.starts = date_of(form, "event_starts", "goals_starts", unread);
    event.ends = date_of(form, "event_ends", "goals_ends", unread);
    event.language = form["event_language"] == "en" ? Language::english : Language::german;
    event.address = form["event_address"] == "du" ? Address::du : Address::sie;
    event.no_show = number_of(form, "event_no_show", "goals_no_show", 0, 95, 33, unread) / 100;
    auto& me = edit.me;
    me.name = line_of(form, "me_name");
    me.introduction = text_of(form, "me_introduction");
    me.offers = lines_of(form["me_offers"]);
    me.common_ground = lines_of(form["me_common_ground"]);
    me.prepare_minutes = static_cast<int>(number_of(form, "me_prepare_minutes", "goals_prepare_minutes", 0, 1440, 45, unread));
    for (std::size_t i = 0; i < most_goals && form.has(fmt::format("goal_{}_want", i)); ++i) {
        auto const prefix = fmt::format("goal_{}_", i);
        auto goal = goal_of(form, prefix, unread);
        bool const is_empty = goal.want.empty() && goal.organisations.empty();
        if (!is_empty && !form.has(prefix + "remove")) {
            auto const origin = form.number(prefix + "origin");
            edit.goals.push_back({std::move(goal), origin && *origin >= 0 ? std::optional{static_cast<std::size_t>(*origin)} : std::nullopt});
        }
    }
    return edit;
}

} // namespace knowwho::review
