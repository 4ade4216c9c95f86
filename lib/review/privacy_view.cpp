// SPDX-License-Identifier: MIT
#include "review/privacy_view.hpp"

#include <ctemplate/template.h>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

Dictionary& add_retained(Dictionary& parent, PageWords const& words, std::string const& section, RetainedRow const& one)
{
    auto& row = *parent.AddSectionDictionary(section);
    row.SetIntValue("ID", static_cast<long>(one.id));
    row.SetIntValue("REVISION", static_cast<long>(one.revision));
    row.SetValue("NAME", one.name);
    row.SetValue("ORGANISATION", one.organisation);
    row.SetValue("DAY", one.day);
    row.SetValue("DAY_WORD", std::string{words(one.is_due ? "privacy_goes_now" : "privacy_goes_on")});
    row.SetValue("DAY_CLASS", one.is_due ? "overdue" : "due");
    return row;
}

void add_more(Dictionary& dictionary, PageWords const& words, std::string const& section, std::size_t shown, std::size_t all)
{
    if (shown < all) {
        dictionary.AddSectionDictionary(section)->SetValue("MORE_WORDS", words.fill("privacy_more", {{"count", std::to_string(all - shown)}}));
    }
}

void add_going(Dictionary& dictionary, PageWords const& words, PrivacyView const& view)
{
    if (view.going.empty()) {
        dictionary.ShowSection("NOBODY_GOES");
    }
    for (auto const& one : view.going) {
        add_retained(dictionary, words, "GOING", one);
    }
    add_more(dictionary, words, "MORE_GOING", view.going.size(), view.all_going);
    if (view.due > 0) {
        dictionary.AddSectionDictionary("PURGE")->SetValue("PURGE_WORDS", words.count("privacy_purge_now", view.due));
    }
}

void add_notices(Dictionary& dictionary, PageWords const& words, PrivacyView const& view)
{
    if (view.notices.empty()) {
        dictionary.ShowSection("NOBODY_TOLD");
    }
    for (auto const& one : view.notices) {
        auto& row = add_retained(dictionary, words, "NOTICE_DUE", one);
        show_text(row, "TOLD", "TOLD_DAY", one.told);
        if (one.told.empty()) {
            row.ShowSection("UNTOLD");
        }
    }
    add_more(dictionary, words, "MORE_NOTICES", view.notices.size(), view.all_notices);
}

} // namespace

std::string privacy_html(Frame const& frame, PrivacyView const& view)
{
    auto const& words = frame.words;
    auto dictionary = Dictionary{"privacy"};
    set_frame(dictionary, frame);
    dictionary.SetValue("HOLDS", words.fill("privacy_holds", {{"people", words.count("people", view.people)}, {"contacts", words.count("contacts", view.contacts)}}));
    show_text(dictionary, "DONE_NOW", "DONE_WORDS", view.told);
    show_text(dictionary, "NOT_DONE", "ERROR", view.error);
    add_going(dictionary, words, view);
    if (!view.kept.empty()) {
        auto& kept = *dictionary.AddSectionDictionary("HAS_KEPT");
        for (auto const& one : view.kept) {
            add_retained(kept, words, "KEPT", one);
        }
    }
    add_notices(dictionary, words, view);
    dictionary.SetValue("Q", view.q);
    for (auto const& one : view.found) {
        add_retained(dictionary, words, "FOUND", one);
    }
    if (!view.q.empty() && view.found.empty()) {
        dictionary.ShowSection("FOUND_NOBODY");
    }
    return fill_template("privacy", dictionary);
}

std::string forget_html(Frame const& frame, ForgetView const& view)
{
    auto const& words = frame.words;
    auto dictionary = Dictionary{"forget"};
    set_frame(dictionary, frame);
    dictionary.SetIntValue("ID", static_cast<long>(view.id));
    dictionary.SetIntValue("REVISION", static_cast<long>(view.revision));
    dictionary.SetValue("FORGET_TITLE", words.fill("privacy_forget_title", {{"name", view.name}}));
    dictionary.SetValue("ORGANISATION", view.organisation);
    dictionary.SetValue("HELD", words.fill("privacy_forget_held", {{"lists", words.count("list_rows", view.lists)}, {"snippets", words.count("snippets", view.snippets)},
        {"talks", words.count("talks", view.talks)}, {"promises", words.count("promises", view.promises)}}));
    show_text(dictionary, "NOT_DONE", "ERROR", view.error);
    return fill_template("forget", dictionary);
}

std::string forgotten_html(Frame const& frame, ForgottenView const& view)
{
    auto dictionary = Dictionary{"forgotten"};
    set_frame(dictionary, frame);
    if (view.has_namesake) {
        dictionary.ShowSection("NAMESAKE");
    }
    if (view.is_held) {
        dictionary.ShowSection("HELD");
    }
    if (!view.files.empty()) {
        auto& files = *dictionary.AddSectionDictionary("OWN_FILES");
        for (auto const& file : view.files) {
            files.AddSectionDictionary("OWN_FILE")->SetValue("FILE", file);
        }
    }
    return fill_template("forgotten", dictionary);
}

} // namespace knowwho::review
