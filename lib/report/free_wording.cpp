// SPDX-License-Identifier: MIT
// Whether a sentence in free words says no more than an opener's pattern and its cited sources.
#include "report/free_wording.hpp"

#include "data/resources.hpp"
#include "report/grounded_pattern.hpp"
#include "report/lint.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace knowwho {

namespace {

using WordSet = std::set<std::string, std::less<>>;

constexpr std::size_t longest_answer = 400; ///< bytes

void add_words(WordSet& words, std::string_view text)
{
    for (auto& word : folded_words(text)) {
        words.insert(std::move(word));
    }
}

/// The names of the slots of a pattern, and the pattern without them.
struct Opened {
    std::vector<std::string> slots;
    std::string rest;
};

Opened open_pattern(std::string_view pattern)
{
    Opened opened;
    while (!pattern.empty()) {
        std::size_t const open = std::min(pattern.find('{'), pattern.size());
        std::size_t const close = std::min(pattern.find('}', open), pattern.size());
        opened.rest += std::string{pattern.substr(0, open)} + " ";
        if (close > open && close < pattern.size()) {
            opened.slots.emplace_back(pattern.substr(open + 1, close - open - 1));
        }
        pattern.remove_prefix(std::min(close + 1, pattern.size()));
    }
    return opened;
}

/// Words that turn a sentence into its opposite, or make more of it than it was.
std::size_t turns(std::string_view text)
{
    static constexpr std::array<std::string_view, 22> words{"nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie",
        "niemals", "ohne", "kaum", "nur", "immer", "alle", "not", "no", "never", "without", "hardly", "only", "always", "all", "don"};
    auto const spoken = folded_words(text);
    return static_cast<std::size_t>(std::count_if(spoken.begin(), spoken.end(),
        [](std::string const& word) { return std::find(words.begin(), words.end(), word) != words.end(); }));
}

WordSet vocabulary(Pattern const& pattern, std::span<Pattern const> patterns)
{
    WordSet words;
    for_each_row(resource("openers/free_words.txt"), [&words](std::string_view line) { add_words(words, line); });
    for (auto const& other : patterns) {
        if (other.kind == pattern.kind) {
            add_words(words, open_pattern(other.sentence).rest);
        }
    }
    return words;
}

/// Whether a slot stands between quotation marks in the pattern: then its value must be kept to the letter.
bool is_quoted(std::string_view pattern, std::string const& slot)
{
    return pattern.find("„{" + slot + "}“") != pattern.npos || pattern.find("“{" + slot + "}”") != pattern.npos;
}

/// Takes one of the values out of the text, with the marks around it; false if none stands there.
bool take_out(std::string& text, std::vector<std::string> const& values)
{
    for (auto const& value : values) {
        for (auto const& [open, close] : {std::pair{"„", "“"}, std::pair{"“", "”"}}) {
            std::string const marked = open + value + close;
            if (std::size_t const at = text.find(marked); !value.empty() && at != std::string::npos) {
                text.replace(at, marked.size(), " ");
                return true;
            }
        }
    }
    return false;
}

bool has_marks(std::string_view text)
{
    static constexpr std::array<std::string_view, 13> marks{"„", "“", "”", "\"", "«", "»", "<", "{", "`", "\n", "://", "@", "…"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

std::string fault_in_words(std::string_view text, WordSet const& allowed)
{
    for (auto const& word : folded_words(text)) {
        if (!allowed.contains(word)) {
            return fmt::format("no fact and no pattern of its kind has '{}'", word);
        }
    }
    return {};
}

bool is_closed(std::string_view sentence)
{
    return sentence.ends_with('.') || sentence.ends_with('?') || sentence.ends_with('!');
}

} // namespace

std::string fault_in_free_wording(std::string_view sentence, Pattern const& pattern, std::span<Pattern const> patterns,
    CitedSources const& cited, Goals const& goals)
{
    auto const starts = values_for_opener("start", cited, goals);
    if (starts.empty() || !sentence.starts_with(starts.front())) {
        return "it does not begin with the address";
    }
    std::string rest{sentence.substr(starts.front().size())};
    if (rest.size() > longest_answer || !is_closed(rest)) {
        return "it is no sentence, or too long";
    }
    Opened const opened = open_pattern(pattern.sentence);
    WordSet allowed = vocabulary(pattern, patterns);
    for (auto const& slot : opened.slots) {
        auto const values = values_for_opener(slot, cited, goals);
        if (is_quoted(pattern.sentence, slot) && !take_out(rest, values)) {
            return "what was quoted is not quoted to the letter";
        }
        for (auto const& value : slot == "start" || is_quoted(pattern.sentence, slot) ? std::vector<std::string>{} : values) {
            add_words(allowed, value);
        }
    }
    if (has_marks(rest)) {
        return "it quotes what no fact has";
    }
    if (turns(rest) != turns(opened.rest)) {
        return "it denies or widens what was said";
    }
    std::string const fault = fault_in_words(rest, allowed);
    return fault.empty() && !lint(sentence, goals.event.language).empty() ? "the lint refuses it" : fault;
}

} // namespace knowwho
