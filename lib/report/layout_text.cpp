// SPDX-License-Identifier: MIT
// The lines that every printed form words alike: score, talk, place and time.
#include "report/layout_text.hpp"

#include "report/clean_text.hpp"
#include "report/spoken_words.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {

std::string points(double share)
{
    return std::to_string(std::lround(std::clamp(share, 0.0, 1.0) * 100));
}

std::string score_line(Card const& card, Phrases const& phrases)
{
    bool const exact = points(card.low) == points(card.high);
    return phrases.fill(exact ? "score_exact" : "score_of",
        {{"score", points(card.score)}, {"low", points(card.low)}, {"high", points(card.high)}});
}

std::string place_and_time(Appearance const& appearance)
{
    std::string const& when = appearance.when;
    std::string const line = when + (when.empty() || appearance.room.empty() ? "" : ", ") + appearance.room;
    return line.empty() ? clean_line(appearance.title, 60) : line;
}

int first_quote_of_page(Briefing const& sheet, SourceEntry const& entry)
{
    if (!std::holds_alternative<SnippetId>(entry.origin)) {
        return 0;
    }
    auto const same = [&](SourceEntry const& other) {
        return std::holds_alternative<SnippetId>(other.origin) && other.label == entry.label && other.site == entry.site
            && other.date == entry.date && other.link == entry.link;
    };
    int const first = std::find_if(sheet.sources.begin(), sheet.sources.end(), same)->number;
    return first < entry.number ? first : 0;
}

std::string talk_line(Appearance const& appearance, Phrases const& phrases)
{
    auto const panel = panel_title(appearance.title);
    std::string const title = spoken_title_of_text(panel ? *panel : appearance.title, phrases.language());
    std::string const line = phrases.fill(panel ? "panel_named" : "talk_named", {{"title", title}});
    bool const known = !appearance.when.empty() || !appearance.room.empty();
    return known ? line + ", " + place_and_time(appearance) : line;
}

} // namespace knowwho
