// SPDX-License-Identifier: MIT
// The sentences of a page that are worth quoting about a person.
#include "enrich/quotes.hpp"

#include "enrich/speakers.hpp"
#include "text/stems.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

struct PossibleQuote {
    TextRange where;
    double score = 0;
};

void add_stems(std::unordered_set<std::string>& stems, std::string_view text, Language language, Stemmer& stemmer)
{
    for (Words words{text}; words.next();) {
        if (words.folded().size() > 2 && !is_stop_word(words.folded(), language)) {
            stems.emplace(stemmer.stem(words.folded(), language));
        }
    }
}

bool touches(std::vector<TextRange> const& places, TextRange const& range)
{
    return std::any_of(places.begin(), places.end(), [&](TextRange const& place) { return place.begin < range.end && range.begin < place.end; });
}

/// Whether the sentence goes on about the one before: "Sie leitet …", "He has …".
bool goes_on(std::string_view sentence)
{
    constexpr std::array<std::string_view, 10> openings = {"Er ", "Sie ", "Ihr ", "Ihre ", "Sein ", "Seine ", "He ", "She ", "His ", "Her "};
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) { return sentence.starts_with(opening); });
}

/// What a quote's length says: very short ones tell little, cut ones read badly.
double length_score(std::size_t characters)
{
    return characters < 40 ? -1.5 : characters < 60 ? -0.5 : characters > longest_quote ? -0.4 : 0.0;
}

/// A sentence over the limit starts at a clause that still holds the name, so that the cut keeps it.
TextRange around_name(std::string_view text, TextRange range, std::vector<TextRange> const& names)
{
    auto const name = std::find_if(names.begin(), names.end(), [&](TextRange const& place) { return touches({place}, range); });
    if (name == names.end() || utf8_length(text.substr(range.begin, name->end - range.begin)) <= longest_quote) {
        return range;
    }
    auto const comma = text.substr(0, name->begin).rfind(", ");
    std::size_t const start = comma == std::string_view::npos || comma + 2 < range.begin || name->begin - comma > 200 ? name->begin : comma + 2;
    return {start, range.end};
}

/// The name's line with the next ones, for pages that set a name, a role and little else.
TextRange name_and_neighbours(PageReading const& reading, TextRange name)
{
    TextRange range = name;
    for (std::size_t at = 0; at < reading.lines.size(); ++at) {
        auto const& line = reading.lines[at];
        if (line.begin > name.begin || line.end < name.begin) {
            continue;
        }
        range = {line.begin, line.end};
        for (std::size_t next = at + 1; next < std::min(at + 3, reading.lines.size()); ++next) {
            bool const fits = range.end - range.begin < 80 && reading.lines[next].end - range.begin <= longest_quote;
            if (!fits || reading.lines[next].kind == BlockKind::heading) {
                break;
            }
            range.end = reading.lines[next].end;
        }
    }
    return range;
}

} // namespace

TextRange shortened(std::string_view text, TextRange range)
{
    std::string_view rest = range.of(text);
    std::size_t characters = 0;
    std::size_t last_blank = 0;
    while (!rest.empty() && characters < longest_quote) {
        if (rest.front() == ' ' || rest.front() == '\n') {
            last_blank = range.size() - rest.size();
        }
        take_utf8(rest);
        ++characters;
    }
    if (rest.empty() || rest.front() == ' ' || rest.front() == '\n') {
        return {range.begin, range.end - rest.size()};
    }
    return {range.begin, range.begin + last_blank};
}

QuotePicker::QuotePicker(Goals const* goals)
{
    Stemmer stemmer;
    for (std::size_t at = 0; goals != nullptr && at < goals->goals.size(); ++at) {
        add_stems(m_german, goals->goals[at].want, Language::german, stemmer);
        add_stems(m_english, goals->goals[at].want, Language::english, stemmer);
    }
}

/// How many different words of the goals a sentence has, 0 to 2.
double QuotePicker::nearness(std::string_view sentence, Language language) const
{
    auto const& wanted = language == Language::english ? m_english : m_german;
    if (wanted.empty()) {
        return 0;
    }
    Stemmer stemmer;
    std::unordered_set<std::string> stems;
    add_stems(stems, sentence, language, stemmer);
    auto const hits = std::count_if(stems.begin(), stems.end(), [&](std::string const& stem) { return wanted.contains(stem); });
    return std::min(2.0, 0.6 * static_cast<double>(hits));
}

std::vector<TextRange> QuotePicker::pick(PageReading const& reading, PersonOnPage const& person, std::size_t most) const
{
    std::string_view const text = reading.page.text;
    Speakers const speakers{reading, person};
    std::vector<PossibleQuote> candidates;
    bool named_before = false;
    for (auto const& sentence : split_sentences(text)) {
        bool const full = touches(person.named, sentence);
        bool const family = touches(person.family, sentence);
        double score = full ? 3.0 : family ? 2.5 : named_before && goes_on(sentence.of(text)) ? 1.8 : 0.0;
        score = std::max(score, speakers.share(sentence.begin));
        named_before = full || family || (named_before && score > 0);
        if (score > 0) {
            auto const length = utf8_length(sentence.of(text));
            score += nearness(sentence.of(text), reading.page.language) + length_score(length);
            auto const where = shortened(text, around_name(text, sentence, person.family));
            if (where.size() > 0) {
                candidates.push_back({where, score});
            }
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](auto const& a, auto const& b) { return a.score > b.score; });
    std::vector<TextRange> quotes;
    for (std::size_t at = 0; at < std::min(most, candidates.size()) && (candidates[at].score > 1.6 || quotes.empty()); ++at) {
        quotes.push_back(candidates[at].where);
    }
    bool const bare = quotes.size() == 1 && !person.named.empty() && quotes[0].size() < person.named.front().size() + 30;
    if (bare) {
        quotes[0] = shortened(text, name_and_neighbours(reading, person.named.front()));
    }
    std::sort(quotes.begin(), quotes.end(), [](auto const& a, auto const& b) { return a.begin < b.begin; });
    return quotes;
}

} // namespace knowwho
