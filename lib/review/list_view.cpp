// SPDX-License-Identifier: MIT
#include "review/list_view.hpp"

#include "report/date_forms.hpp"

#include <algorithm>
#include <cmath>
#include <ctemplate/template.h>
#include <fmt/format.h>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

/// The choices of a list, as keys of words behind a prefix and as values of the query.
void add_options(Dictionary& dictionary, char const* section, PageWords const& words, std::string_view prefix, std::string_view chosen,
    std::initializer_list<std::pair<std::string_view, std::string_view>> options)
{
    for (auto const& [value, key] : options) {
        add_option(dictionary, section, value, words(fmt::format("{}_{}", prefix, key)), value == chosen);
    }
}

void add_filters(Dictionary& dictionary, PageWords const& words, ListView const& view)
{
    auto const& choice = view.choice;
    dictionary.SetValue("Q", choice.q);
    dictionary.SetValue("ORGANISATION", choice.organisation);
    for (std::size_t goal = 0; goal < view.goals.size(); ++goal) {
        add_option(dictionary, "GOAL_OPTION", std::to_string(goal + 1), fmt::format("{} {}", goal + 1, view.goals[goal]), choice.goal == goal);
    }
    add_options(dictionary, "EVIDENCE_OPTION", words, "evidence", choice.evidence,
        {{"", "any"}, {"some", "some"}, {"talk", "talk"}, {"none", "none"}, {"question", "question"}});
    add_options(dictionary, "STATUS_OPTION", words, "status", choice.status,
        {{"", "any"}, {"target", "target"}, {"reserve", "reserve"}, {"pinned", "pinned"}, {"vetoed", "vetoed"}, {"out", "out"}, {"noted", "noted"}});
    add_options(dictionary, "SORT_OPTION", words, "sort", choice.sort,
        {{"", "score"}, {"name", "name"}, {"organisation", "organisation"}, {"doubt", "doubt"}});
}

void add_tags(Dictionary& dictionary, ListView const& view)
{
    auto tags = view.tags;
    if (!view.choice.tag.empty() && std::ranges::find(tags, view.choice.tag) == tags.end()) {
        tags.push_back(view.choice.tag); // nobody has it any more
    }
    for (auto const& tag : tags) {
        add_option(dictionary, "TAG_OPTION", tag, tag, tag == view.choice.tag);
    }
}

/// Goals by weight; what stands beside them in per cent of the score.
void add_weights(Dictionary& dictionary, ListView const& view)
{
    std::size_t goal = 0;
    for (auto const& weight : view.weights) {
        auto& row = *dictionary.AddSectionDictionary("WEIGHT");
        auto const unit = weight.is_goal ? 1.0 : 100.0;
        row.SetValue("WEIGHT_NAME", weight.name);
        row.SetValue("LEAST", weight.is_goal ? "0.1" : "0");
        row.SetValue("STEP", weight.is_goal ? "0.1" : "1");
        row.SetValue("MOST", fmt::format("{:g}", weight.is_goal ? std::max(10.0, std::ceil(weight.written * 2)) : 50.0));
        row.SetValue("CHOSEN", fmt::format("{:g}", weight.chosen * unit));
        row.SetValue("WRITTEN", fmt::format("{:g}", weight.written * unit));
        if (weight.is_goal) {
            auto& chip = *row.AddSectionDictionary("WEIGHT_CHIP");
            chip.SetIntValue("COLOUR", static_cast<long>(colour_of(goal, view.goals.size())));
            chip.SetIntValue("NUMBER", static_cast<long>(++goal));
        } else {
            row.ShowSection("UNIT");
        }
    }
}

void add_pages(Dictionary& dictionary, ListView const& view)
{
    auto choice = view.choice;
    if (choice.offset > 0) {
        choice.offset = choice.offset > rows_of_a_page ? choice.offset - rows_of_a_page : 0;
        dictionary.AddSectionDictionary("PREVIOUS")->SetValue("PREVIOUS_PATH", "/" + query_of(choice));
    }
    choice.offset = view.choice.offset + view.rows.size();
    if (choice.offset < view.total) {
        dictionary.AddSectionDictionary("NEXT")->SetValue("NEXT_PATH", "/" + query_of(choice));
    }
}

void add_seated(Dictionary& dictionary, std::string const& section, std::vector<ShortlistView::Seated> const& people)
{
    for (auto const& one : people) {
        auto& row = *dictionary.AddSectionDictionary(section);
        row.SetIntValue(section + "_ID", static_cast<long>(one.id));
        row.SetValue(section + "_NAME", one.name);
        row.SetValue(section + "_WHAT", one.organisation);
        if (one.is_pinned) {
            row.ShowSection(section + "_PINNED");
        }
        show_text(row, section + "_UNPLANNED", "UNPLANNED", one.unplanned);
    }
}

} // namespace

std::string shortlist_html(Frame const& frame, ShortlistView const& shortlist)
{
    auto dictionary = Dictionary{"shortlist"};
    set_frame(dictionary, frame);
    add_seated(dictionary, "TARGET", shortlist.targets);
    if (shortlist.targets.empty()) {
        dictionary.ShowSection("NOBODY");
    } else {
        auto const count = std::to_string(std::min<std::size_t>(shortlist.targets.size(), 3));
        auto& three = *dictionary.AddSectionDictionary("THREE_COME");
        three.SetValue("THREE_PERCENT", per_cent(shortlist.three_come, frame.words.language()));
        three.SetValue("THREE_WORDS", frame.words.fill("three_words", {{"count", count}}));
        three.SetValue("THREE_BASIS", frame.words.fill("three_basis", {{"absent", per_cent(shortlist.no_show, frame.words.language())},
                                          {"speakers", per_cent(shortlist.no_show_of_speakers, frame.words.language())}}));
    }
    if (!shortlist.coverage.empty()) {
        auto& table = *dictionary.AddSectionDictionary("HAS_COVERAGE");
        for (std::size_t goal = 0; goal < shortlist.coverage.size(); ++goal) {
            auto& row = *table.AddSectionDictionary("COVERAGE");
            row.SetValue("GOAL", shortlist.coverage[goal].first);
            row.SetIntValue("NUMBER", static_cast<long>(goal + 1));
            row.SetIntValue("COLOUR", static_cast<long>(colour_of(goal, shortlist.coverage.size())));
            row.SetIntValue("COVERED", std::lround(shortlist.coverage[goal].second * 100));
            row.SetValue("COVERED_WORDS", per_cent(shortlist.coverage[goal].second, frame.words.language()));
        }
    }
    if (!shortlist.reserves.empty()) {
        add_seated(*dictionary.AddSectionDictionary("HAS_RESERVES"), "RESERVE", shortlist.reserves);
    }
    return fill_template("shortlist", dictionary);
}

std::string list_html(Frame const& frame, ListView const& view)
{
    auto dictionary = Dictionary{"list"};
    set_frame(dictionary, frame);
    add_filters(dictionary, frame.words, view);
    add_tags(dictionary, view);
    add_weights(dictionary, view);
    add_pages(dictionary, view);
    dictionary.SetValue("COUNT", count_words(frame.words, view.total, view.everybody));
    dictionary.SetIntValue("TOTAL", static_cast<long>(view.total));
    dictionary.SetIntValue("OFFSET", static_cast<long>(view.choice.offset));
    dictionary.SetValue("ROWS", rows_html(frame, view.rows, view.goals, view.total, "/" + query_of(view.choice)));
    dictionary.SetValue("SHORTLIST", shortlist_html(frame, view.shortlist));
    if (view.total == 0) {
        dictionary.ShowSection("NONE");
    }
    return fill_template("list", dictionary);
}

std::string count_words(PageWords const& words, std::size_t shown, std::size_t everybody)
{
    return shown == everybody ? words.count("people", everybody)
                              : words.fill("people_of", {{"shown", std::to_string(shown)}, {"all", std::to_string(everybody)}});
}

} // namespace knowwho::review
