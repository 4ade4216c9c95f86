// SPDX-License-Identifier: MIT
#include "review/met_view.hpp"

#include "text/ascii.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

std::string value_in(MetView const& view, std::string_view name)
{
    auto const found = view.values.find(name);
    return found == view.values.end() ? std::string{} : found->second;
}

void add_promises(Dictionary& dictionary, MetView const& view, std::string const& side)
{
    for (int i = 0; i < promise_rows; ++i) {
        auto& row = *dictionary.AddSectionDictionary(ascii_upper(side));
        row.SetValue("PROMISE_NAME", fmt::format("{}_{}", side, i));
        row.SetValue("PROMISE_TEXT", value_in(view, fmt::format("{}_{}", side, i)));
        row.SetValue("PROMISE_DAY", value_in(view, fmt::format("{}_{}_day", side, i)));
        row.SetIntValue("PROMISE_NUMBER", i + 1);
    }
}

void add_sympathy(Dictionary& dictionary, PageWords const& words, std::string const& chosen)
{
    for (int degree = 0; degree <= 5; ++degree) {
        auto const value = degree == 0 ? std::string{} : std::to_string(degree);
        add_option(dictionary, "SYMPATHY_OPTION", value, words(fmt::format("sympathy_{}", degree)), value == chosen);
    }
}

/// What the talk was worth, and if there are several, for which goal.
void add_worth(Dictionary& dictionary, PageWords const& words, MetView const& view)
{
    for (std::string const degree : {"", "nothing", "some", "much"}) {
        add_option(dictionary, "WORTH_OPTION", degree, words("met_worth_" + degree), degree == value_in(view, "worth"));
    }
    if (view.goals.size() > 1) {
        auto& which = *dictionary.AddSectionDictionary("WHICH_GOAL");
        for (auto const& goal : view.goals) {
            add_option(which, "GOAL_OPTION", goal, goal, goal == value_in(view, "goal"));
        }
    }
}

void add_events(Dictionary& dictionary, MetView const& view)
{
    for (auto const& [name, shown] : view.events) {
        add_option(dictionary, "EVENT_OPTION", name, shown, name == value_in(view, "event"));
    }
}

void add_whom(Dictionary& dictionary, MetView const& view)
{
    if (view.person != 0) {
        auto& known = *dictionary.AddSectionDictionary("KNOWN");
        known.SetIntValue("ID", static_cast<long>(view.person));
        known.SetValue("NAME", view.name);
        return;
    }
    auto& asked = *dictionary.AddSectionDictionary("ASKED");
    asked.SetValue("WHO", value_in(view, "who"));
    if (!value_in(view, "newcomer").empty()) {
        asked.ShowSection("IS_NEW");
    }
    for (auto const& name : view.likely) {
        asked.AddSectionDictionary("LIKELY")->SetValue("NAME", name);
    }
}

} // namespace

std::string met_html(Frame const& frame, MetView const& view)
{
    auto dictionary = Dictionary{"met"};
    set_frame(dictionary, frame);
    if (!view.noted.empty()) {
        auto& noted = *dictionary.AddSectionDictionary("NOTED");
        noted.SetValue("NOTED_WORDS", view.noted);
        noted.SetValue("NOTED_TODO", to_do_html(frame, view.to_do));
    }
    show_text(dictionary, "NOT_NOTED", "ERROR", view.error);
    for (auto const& choice : view.choices) {
        auto& row = *dictionary.AddSectionDictionary("CHOICE");
        row.SetIntValue("ID", static_cast<long>(choice.id));
        row.SetValue("NAME", choice.name);
        row.SetValue("WHAT", choice.what);
    }
    add_whom(dictionary, view);
    add_events(dictionary, view);
    for (std::string_view const name : {"on", "place", "occasion", "by", "talked", "interests", "next", "organisation", "role"}) {
        dictionary.SetValue(ascii_upper(name), value_in(view, name));
    }
    add_promises(dictionary, view, "promised");
    add_promises(dictionary, view, "promised_me");
    add_sympathy(dictionary, frame.words, value_in(view, "sympathy"));
    add_worth(dictionary, frame.words, view);
    return fill_template("met", dictionary);
}

} // namespace knowwho::review
