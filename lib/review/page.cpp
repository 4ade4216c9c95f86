// SPDX-License-Identifier: MIT
#include "review/page.hpp"

#include "data/resources.hpp"
#include "model/error.hpp"
#include "text/ascii.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

struct NavigationEntry {
    std::string_view path;
    std::string_view word;
};

/// The views that the navigation names; a further one is a row here.
constexpr NavigationEntry navigation[] = {
    {"/start", "start"}, {"/enrich", "enrich"}, {"/", "people"}, {"/map", "map"}, {"/briefing", "briefing"}, {"/met", "met"}, {"/followups", "followups"},
    {"/privacy", "privacy"}, {"/changes", "changes"}};

Error unreadable(std::string_view name)
{
    return {ExitCode::usage, fmt::format("templates/review/{}.html is no template that can be read", name),
        "every {{#SECTION}} needs its {{/SECTION}}, and attributes need quotes"};
}

/// Parsed once; templates do not change while the program runs.
ctemplate::Template& template_of(std::string_view name)
{
    static auto mutex = std::mutex{};
    static auto parsed = std::map<std::string, std::unique_ptr<ctemplate::Template>, std::less<>>{};
    auto const lock = std::scoped_lock{mutex};
    auto found = parsed.find(name);
    if (found == parsed.end()) {
        auto const text = "{{%AUTOESCAPE context=\"HTML\"}}" + std::string{resource(fmt::format("templates/review/{}.html", name))};
        auto one = std::unique_ptr<ctemplate::Template>{ctemplate::Template::StringToTemplate(text, ctemplate::STRIP_BLANK_LINES)};
        if (!one) {
            throw unreadable(name);
        }
        found = parsed.emplace(std::string{name}, std::move(one)).first;
    }
    return *found->second;
}

void add_navigation(Dictionary& dictionary, Frame const& frame)
{
    for (auto const& [path, word] : navigation) {
        auto& entry = *dictionary.AddSectionDictionary("NAVIGATION");
        entry.SetValue("NAVIGATION_PATH", std::string{path});
        entry.SetValue("NAVIGATION_WORD", std::string{frame.words(word)});
        entry.ShowSection(path == frame.current ? "IS_CURRENT" : "IS_OTHER");
    }
}

} // namespace

void set_frame(Dictionary& dictionary, Frame const& frame)
{
    for (auto const& [key, text] : frame.words.all()) {
        dictionary.SetValue("T_" + ascii_upper(key), std::string{text});
    }
    dictionary.SetValue("LANG", frame.words.language() == Language::german ? "de" : "en");
    dictionary.SetValue("FORM_TOKEN", frame.form_token);
}

void show_text(Dictionary& parent, std::string const& section, std::string const& variable, std::string const& text)
{
    if (!text.empty()) {
        parent.AddSectionDictionary(section)->SetValue(variable, text);
    }
}

void add_option(Dictionary& parent, std::string const& section, std::string_view value, std::string_view word, bool is_selected)
{
    auto& option = *parent.AddSectionDictionary(section);
    option.SetValue("VALUE", std::string{value});
    option.SetValue("WORD", std::string{word});
    if (is_selected) {
        option.ShowSection("SELECTED");
    }
}

std::string fill_template(std::string_view name, Dictionary const& dictionary)
{
    auto html = std::string{};
    if (!template_of(name).Expand(&html, &dictionary)) {
        throw unreadable(name);
    }
    return html;
}

std::string whole_page(Frame const& frame, std::string_view title, std::string_view main)
{
    auto dictionary = Dictionary{"page"};
    set_frame(dictionary, frame);
    dictionary.SetValue("TITLE", std::string{title});
    dictionary.SetValue("MAIN", std::string{main});
    show_text(dictionary, "HAS_EVENT", "EVENT", frame.event);
    show_text(dictionary, "HAS_NOTICE", "NOTICE", frame.notice);
    show_text(dictionary, "CAN_UNDO", "UNDO", frame.undo);
    dictionary.SetValue("CURRENT", frame.current.empty() ? "/" : frame.current);
    if (!frame.is_ranked_anew) {
        dictionary.ShowSection("RANKED");
    }
    add_navigation(dictionary, frame);
    return fill_template("layout", dictionary);
}

std::string message_page(Frame const& frame, std::string_view title, std::string_view sentence, std::string_view hint, bool with_way_back)
{
    auto dictionary = Dictionary{"message"};
    set_frame(dictionary, frame);
    dictionary.SetValue("TITLE", std::string{title});
    dictionary.SetValue("SENTENCE", std::string{sentence});
    show_text(dictionary, "HAS_HINT", "HINT", std::string{hint});
    if (with_way_back) {
        dictionary.ShowSection("WAY_BACK");
    }
    return whole_page(frame, title, fill_template("message", dictionary));
}

} // namespace knowwho::review
