// SPDX-License-Identifier: MIT
#include "review/briefing_view.hpp"

#include <algorithm>
#include <ctemplate/template.h>
#include <fmt/format.h>

namespace knowwho::review {
namespace {

struct Download {
    std::string_view ending;
    std::string_view word;
};

constexpr Download downloads[] = {{".pdf", "briefing_pdf"}, {".pocket.pdf", "briefing_pocket"}, {".html", "briefing_html"}, {".ics", "briefing_ics"},
    {".vcf", "briefing_vcf"}, {".md", "briefing_md"}};

} // namespace

SheetChoice sheet_choice(Form const& query)
{
    constexpr std::int64_t most = 5;
    return {query["paper"] == "letter", query.has("large"), query.has("plain"),
        static_cast<std::size_t>(std::clamp<std::int64_t>(query.number("targets").value_or(most), 1, most))};
}

std::string query_of(SheetChoice const& choice)
{
    auto query = std::string{};
    query += choice.letter ? "&paper=letter" : "";
    query += choice.large_print ? "&large=1" : "";
    query += choice.black_and_white ? "&plain=1" : "";
    query += choice.targets == SheetChoice{}.targets ? "" : fmt::format("&targets={}", choice.targets);
    if (!query.empty()) {
        query.front() = '?';
    }
    return query;
}

std::string briefing_html(Frame const& frame, BriefingView const& view)
{
    auto dictionary = ctemplate::TemplateDictionary{"briefing"};
    set_frame(dictionary, frame);
    auto const query = query_of(view.choice);
    dictionary.SetValue("SHEET", "/briefing/sheet" + query);
    dictionary.SetValue("BRIEFING_PEOPLE", frame.words.count("people", view.cards));
    dictionary.ShowSection(view.choice.letter ? "IS_LETTER" : "IS_A4");
    if (view.choice.large_print) {
        dictionary.ShowSection("IS_LARGE");
    }
    if (view.choice.black_and_white) {
        dictionary.ShowSection("IS_PLAIN");
    }
    for (std::size_t count = 1; count <= 5; ++count) {
        add_option(dictionary, "TARGETS_OPTION", std::to_string(count), std::to_string(count), count == view.choice.targets);
    }
    for (auto const& [ending, word] : downloads) {
        auto& download = *dictionary.AddSectionDictionary("DOWNLOAD");
        auto const name = view.file_name + std::string{ending};
        download.SetValue("DOWNLOAD_PATH", "/briefing/file/" + name + query);
        download.SetValue("DOWNLOAD_NAME", name);
        download.SetValue("DOWNLOAD_WORD", std::string{frame.words(word)});
    }
    return fill_template("briefing", dictionary);
}

} // namespace knowwho::review
