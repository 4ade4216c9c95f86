// SPDX-License-Identifier: MIT
#include "review/rows_view.hpp"

#include "review/list_choice.hpp"

#include <algorithm>
#include <ctemplate/template.h>
#include <fmt/format.h>
#include <utility>

namespace knowwho::review {
namespace {

using Dictionary = ctemplate::TemplateDictionary;

std::string percent_of(double share)
{
    return fmt::format("{:.1f}", std::clamp(share, 0.0, 1.0) * 100);
}

/// "Head of production, Voith".
std::string joined(std::string const& one, std::string const& other)
{
    return one.empty() || other.empty() ? one + other : one + ", " + other;
}

/// What the bar shows, for those who hear it.
std::string bar_spoken(PageWords const& words, PersonRow const& row, std::vector<std::string> const& goals)
{
    auto const number = [&](double value) { return decimal(value, 2, words.language()); };
    auto parts = std::string{};
    for (std::size_t i = 0; i < row.shares.size(); ++i) {
        if (row.shares[i] >= 0.005) {
            parts += fmt::format("; {} {}", i < goals.size() ? goals[i] : std::string{words("beside")}, number(row.shares[i]));
        }
    }
    return words.fill("bar_spoken", {{"score", number(row.score)}, {"low", number(row.low)}, {"high", number(row.high)}, {"parts", parts}});
}

void add_bar(Dictionary& dictionary, PageWords const& words, PersonRow const& row, std::vector<std::string> const& goals)
{
    dictionary.SetValue("SCORE", decimal(row.score, 2, words.language()));
    dictionary.SetValue("BAR_SPOKEN", bar_spoken(words, row, goals));
    dictionary.SetValue("LOW", percent_of(row.low));
    dictionary.SetValue("SPAN", percent_of(std::max(row.high - row.low, 0.005)));
    double x = 0;
    for (std::size_t i = 0; i < row.shares.size(); ++i) {
        if (row.shares[i] < 0.002) {
            continue;
        }
        auto& share = *dictionary.AddSectionDictionary("SHARE");
        share.SetIntValue("COLOUR", static_cast<long>(colour_of(i, goals.size())));
        share.SetValue("X", percent_of(x));
        share.SetValue("WIDTH", percent_of(row.shares[i]));
        x += row.shares[i];
    }
}

void add_signs(Dictionary& dictionary, PageWords const& words, PersonRow const& row, std::vector<std::string> const& goals)
{
    for (std::size_t i = 0; i < row.serves.size(); ++i) {
        if (row.serves[i]) {
            auto& chip = *dictionary.AddSectionDictionary("SERVES");
            chip.SetIntValue("COLOUR", static_cast<long>(colour_of(i, goals.size())));
            chip.SetIntValue("SERVES_NUMBER", static_cast<long>(i + 1));
            chip.SetValue("SERVES_NAME", goals[i]);
        }
    }
    auto known = row.snippets > 0 ? words.count("snippets", row.snippets) : std::string{};
    if (row.speaks) {
        known = joined(std::string{words("speaks")}, known);
    }
    show_text(dictionary, "EVIDENCE", "EVIDENCE_WORDS", known);
    show_text(dictionary, "QUESTIONS", "QUESTIONS_WORDS", row.questions > 0 ? words.count("questions", row.questions) : std::string{});
}

void add_badges(Dictionary& dictionary, PageWords const& words, PersonRow const& row)
{
    if (row.seat != Seat::none) {
        auto& seat = *dictionary.AddSectionDictionary("SEAT");
        seat.SetValue("SEAT_CLASS", row.seat == Seat::target ? "target" : "reserve");
        seat.SetValue("SEAT_WORD", std::string{words(row.seat == Seat::target ? "target" : "reserve")});
    }
    show_text(dictionary, "STATUS", "STATUS_WORD", row.status.empty() ? std::string{} : std::string{words(row.status)});
    for (auto const& tag : row.tags) {
        auto choice = ListChoice{};
        choice.tag = tag;
        auto& badge = *dictionary.AddSectionDictionary("TAG");
        badge.SetValue("TAG_WORD", tag);
        badge.SetValue("TAG_PATH", "/" + query_of(choice));
    }
    if (row.moved != 0) {
        auto const count = std::to_string(std::abs(row.moved));
        auto& moved = *dictionary.AddSectionDictionary("MOVED");
        moved.SetValue("MOVED_WAY", row.moved > 0 ? "up" : "down");
        moved.SetValue("MOVED_SIGN", (row.moved > 0 ? "▲" : "▼") + count);
        moved.SetValue("MOVED_SPOKEN", words.fill(row.moved > 0 ? "up" : "down", {{"count", count}}));
    }
}

void add_person_row(Dictionary& rows, PageWords const& words, PersonRow const& row, std::vector<std::string> const& goals)
{
    auto& dictionary = *rows.AddSectionDictionary("ROW");
    dictionary.SetIntValue("ID", static_cast<long>(row.id));
    dictionary.SetIntValue("REVISION", static_cast<long>(row.revision));
    dictionary.SetIntValue("AT", static_cast<long>(row.at));
    dictionary.SetIntValue("PLACE", static_cast<long>(row.place));
    dictionary.SetValue("NAME", row.name);
    dictionary.SetValue("WHAT", joined(row.role, row.organisation));
    dictionary.SetValue("WHY", row.why);
    dictionary.SetValue("PINNED", row.mark == Mark::pinned ? "true" : "false");
    dictionary.SetValue("VETOED", row.mark == Mark::vetoed ? "true" : "false");
    for (auto const& [shown, section] : {std::pair{row.is_out, "IS_OUT"}, {row.mark == Mark::pinned, "IS_PINNED"}, {row.has_note, "HAS_NOTE"}}) {
        if (shown) {
            dictionary.ShowSection(section);
        }
    }
    add_badges(dictionary, words, row);
    add_bar(dictionary, words, row, goals);
    add_signs(dictionary, words, row, goals);
}

} // namespace

std::size_t colour_of(std::size_t goal, std::size_t goals)
{
    return goal < goals ? goal % goal_colours + 1 : 0;
}

std::string rows_html(Frame const& frame, std::vector<PersonRow> const& rows, std::vector<std::string> const& goals, std::size_t total,
    std::string const& back)
{
    auto dictionary = Dictionary{"rows"};
    set_frame(dictionary, frame);
    dictionary.SetIntValue("TOTAL", static_cast<long>(total));
    dictionary.SetValue("BACK", back);
    for (auto const& row : rows) {
        add_person_row(dictionary, frame.words, row, goals);
    }
    return fill_template("rows", dictionary);
}

} // namespace knowwho::review
