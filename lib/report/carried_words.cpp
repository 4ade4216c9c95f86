// SPDX-License-Identifier: MIT
#include "report/carried_words.hpp"

#include "data/resources.hpp"
#include "report/date_forms.hpp"
#include "report/source_book.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/talk_cells.hpp"
#include "text/tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace knowwho {

namespace {

std::set<std::string, std::less<>> const& frame_words()
{
    static auto const words = [] {
        std::set<std::string, std::less<>> set;
        for_each_row(resource("openers/frame_words.txt"), [&set](std::string_view line) { set.insert(fold(line)); });
        return set;
    }();
    return words;
}

/// The pieces in quotation marks on the first level, and what is left without them.
struct TakenApart {
    std::vector<std::string> quoted;
    std::string rest;
};

TakenApart take_apart(std::string_view sentence)
{
    TakenApart parts;
    int depth = 0;
    auto const starts = [&](std::string_view mark) { return sentence.starts_with(mark); };
    while (!sentence.empty()) {
        // In English “ opens, in German it closes: what is open decides.
        bool const opens = starts("„") || (starts("“") && depth == 0);
        bool const closes = !opens && (starts("“") || starts("”")) && depth > 0;
        if (opens || closes) {
            depth += opens ? 1 : -1;
            if (opens && depth == 1) {
                parts.quoted.emplace_back();
            }
            parts.rest += ' ';
            sentence.remove_prefix(std::string_view{"“"}.size());
            continue;
        }
        (depth > 0 ? parts.quoted.back() : parts.rest) += sentence.front();
        sentence.remove_prefix(1);
    }
    return parts;
}

constexpr std::size_t longest_ending = 3;   ///< letters that forms of a word may differ in
constexpr std::size_t shortest_stem = 5;
constexpr std::size_t most_words_of_a_form = 3;

/// Whether `form` is the word of the text with another ending: "anlagenbauer" for "anlagenbau".
bool is_form_of(std::string const& form, std::string const& written)
{
    return written.size() >= shortest_stem && form.starts_with(written) && form.size() - written.size() <= longest_ending;
}

/// Whether every word of `part` stands in `text` in some form, be it within a longer word: the
/// scorer goes by stems and by the parts of compounds.
bool stands_in_forms(std::string const& text, std::string_view part)
{
    auto const wanted = folded_words(part);
    auto const written = folded_words(text);
    return std::all_of(wanted.begin(), wanted.end(), [&](std::string const& word) {
        return std::any_of(written.begin(), written.end(), [&](std::string const& one) {
            return one.find(word) != std::string::npos || is_form_of(word, one);
        });
    });
}

bool is_carried(std::string_view piece, std::string const& sources, std::string const& goals)
{
    std::size_t const arrow = piece.find("→");
    if (arrow != piece.npos) {
        std::string_view const found = piece.substr(arrow + std::string_view{"→"}.size());
        return stands_in_forms(sources, found) && stands_in_forms(sources + goals, piece.substr(0, arrow));
    }
    // Forms of words only for words, not for titles, nor for anything with a number.
    bool const words = piece.find_first_of("0123456789") == piece.npos && folded_words(piece).size() <= most_words_of_a_form;
    return stands_in(sources, piece) || stands_in(goals, piece)
        || (words && (stands_in_forms(sources, piece) || stands_in_forms(goals, piece)));
}

/// A word as the text has it: the scorer's words are folded.
std::string as_written(std::string const& word, std::string const& text)
{
    std::string const folded = fold(word);
    bool noun = false;
    Words words{text};
    while (words.next()) {
        if (words.folded() == folded) {
            return std::string{words.written()};
        }
        noun = noun || (words.folded().starts_with(folded) && words.written()[0] >= 'A' && words.written()[0] <= 'Z');
    }
    // Of a compound ("Schwingungsanalyse") the part begins like the whole.
    std::string part = word;
    if (noun && part[0] >= 'a' && part[0] <= 'z') {
        part[0] = static_cast<char>(part[0] - ('a' - 'A'));
    }
    return part;
}

void remove_all(std::string& text, std::string const& part)
{
    for (std::size_t at = text.find(part); !part.empty() && at != std::string::npos; at = text.find(part, at + 1)) {
        text.replace(at, part.size(), " ");
    }
}

/// Takes out the dates, times and rooms that the sources give.
std::string without_given_times(std::string rest, CitedSources const& cited, Goals const& goals)
{
    Language const language = goals.event.language;
    for (Evidence const* const evidence : cited.texts) {
        if (auto const date = date_of(evidence->page)) {
            remove_all(rest, long_date(*date, language));
            remove_all(rest, to_iso(*date));
        }
    }
    if (cited.row) {
        std::vector<Talk> talks = talks_of(cited.person->attendance.row, goals.event);
        talks.insert(talks.end(), cited.person->attendance.row.talks.begin(), cited.person->attendance.row.talks.end());
        for (auto const& talk : talks) {
            remove_all(rest, talk.room);
            remove_all(rest, moment(talk.starts, language));
            remove_all(rest, talk.starts.size() > 11 ? talk.starts.substr(11) : talk.starts);
        }
    }
    return rest;
}

} // namespace

void keep_carried(std::vector<std::string>& pieces, std::string const& sources, std::string const& goals)
{
    std::vector<std::string> kept;
    for (auto const& piece : pieces) {
        if (is_carried(piece, sources, goals)) {
            kept.push_back(as_written(piece, sources));
        }
    }
    if (kept.empty() && !pieces.empty()) {
        kept.push_back(pieces.front());
    }
    pieces = std::move(kept);
}

bool stands_in(std::string_view text, std::string_view part)
{
    std::string const needle = fold(part);
    if (needle.empty()) {
        return true;
    }
    // Whole words: "19" is not in "2019", and "Berg" is not in "Bergmann".
    bool const cut = part.find("…") != part.npos;
    std::string const hay = " " + fold(text) + " ";
    return hay.find(" " + needle + (cut ? "" : " ")) != std::string::npos;
}

std::string text_of_goals(Goals const& goals)
{
    std::string text = goals.me.introduction + "\n";
    auto const add = [&text](std::vector<std::string> const& lines) {
        for (auto const& line : lines) {
            text += line + "\n";
        }
    };
    add(goals.me.offers);
    add(goals.me.common_ground);
    for (auto const& goal : goals.goals) {
        text += goal.name + "\n" + goal.want + "\n";
        add(goal.organisations);
        add(goal.places);
        add(goal.must);
        add(goal.avoid);
    }
    return text;
}

std::string fault_in_reason(std::string_view sentence, CitedSources const& cited, Goals const& goals)
{
    std::string const sources = cited.all_text();
    std::string const wishes = text_of_goals(goals);
    TakenApart const parts = take_apart(sentence);
    for (auto const& piece : parts.quoted) {
        if (!is_carried(piece, sources, wishes)) {
            return fmt::format("no cited source has '{}'", piece);
        }
    }
    std::string const rest = without_given_times(parts.rest, cited, goals);
    Words words{rest};
    while (words.next()) {
        if (!frame_words().contains(words.folded())) {
            return fmt::format("no cited source has '{}'", words.written());
        }
    }
    return {};
}

} // namespace knowwho
