// SPDX-License-Identifier: MIT
#include "review/follow_ups_view.hpp"

#include "report/clean_text.hpp"

#include <ctemplate/template.h>
#include <string_view>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

void add_draft(Dictionary& parent, PageWords const& words, FollowUpDraft const& draft)
{
    if (draft.text.empty()) {
        parent.ShowSection("NO_DRAFT");
        return;
    }
    auto& dictionary = *parent.AddSectionDictionary("DRAFT");
    show_text(dictionary, "SUBJECTED", "SUBJECT", draft.subject);
    dictionary.SetValue("DRAFT_TEXT", draft.text);
    for (auto const& remark : draft.remarks) {
        show_text(dictionary, "REMARK", "REMARK_TEXT", words.said(remark));
    }
}

void add_follow_up(Dictionary& parent, PageWords const& words, FollowUpRow const& one)
{
    auto& row = *parent.AddSectionDictionary("FOLLOW_UP");
    row.SetIntValue("FOLLOW_UP_ID", static_cast<long>(one.id));
    row.SetIntValue("ID", static_cast<long>(one.person));
    row.SetIntValue("REVISION", static_cast<long>(one.revision));
    row.SetValue("NAME", one.name);
    row.SetValue("ORGANISATION", one.organisation);
    row.SetValue("WHAT", one.what);
    row.SetValue("WHEN", one.when);
    row.SetValue("DUE", one.due);
    row.SetValue("WHEN_CLASS", !one.is_open ? "closed" : one.is_overdue ? "overdue" : "due");
    show_text(row, "AT_EVENT", "AT_EVENT_NAME", one.event);
    show_text(row, "REASONED", "REASON", one.reason);
    if (!one.is_open) {
        row.ShowSection("CLOSED");
        return;
    }
    add_draft(*row.AddSectionDictionary("OPEN"), words, one.draft);
}

void add_channels(Dictionary& dictionary, PageWords const& words, std::string const& chosen)
{
    for (std::string_view const channel : {"mail", "message", "portal", "postcard"}) {
        add_option(dictionary, "CHANNEL_OPTION", channel, words("channel_" + std::string{channel}), channel == chosen);
    }
}

} // namespace

std::string follow_ups_html(Frame const& frame, FollowUpsView const& view)
{
    auto dictionary = Dictionary{"follow_ups"};
    set_frame(dictionary, frame);
    add_channels(dictionary, frame.words, view.channel);
    if (view.with_closed) {
        dictionary.ShowSection("WITH_CLOSED");
    }
    if (view.rows.empty()) {
        dictionary.ShowSection("NOTHING");
    }
    dictionary.SetValue("BACK", view.with_closed ? "/followups?all=1" : "/followups");
    for (auto const& one : view.rows) {
        add_follow_up(dictionary, frame.words, one);
    }
    for (auto const& event : view.events) {
        auto& row = *dictionary.AddSectionDictionary("FOLLOWED");
        row.SetValue("FOLLOWED_NAME", event.name);
        row.SetValue("FOLLOWED_STATE", event.open == 0 ? frame.words.fill("event_closed", {{"met", frame.words.count("people", event.met)}})
                                                       : frame.words.fill("event_open", {{"met", frame.words.count("people", event.met)}, {"open", std::to_string(event.open)}}));
    }
    return fill_template("followups", dictionary);
}

std::string to_do_html(Frame const& frame, std::vector<FollowUpRow> const& rows)
{
    auto dictionary = Dictionary{"todo"};
    set_frame(dictionary, frame);
    for (auto const& one : rows) {
        auto& row = *dictionary.AddSectionDictionary("NEXT_STEP");
        row.SetValue("WHEN", one.when);
        row.SetValue("NAME", one.name);
        row.SetValue("WHAT", one.what);
    }
    return fill_template("todo", dictionary);
}

} // namespace knowwho::review
