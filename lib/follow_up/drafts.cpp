// SPDX-License-Identifier: MIT
#include "follow_up/drafts.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace knowwho {
namespace {

constexpr std::array<std::string_view, 4> channel_words{"mail", "message", "portal", "postcard"};

/// One line without control characters, so that a note from anywhere cannot break a mail's head.
std::string one_line(std::string_view text)
{
    auto line = std::string{};
    for (std::size_t at = 0; at < text.size();) {
        auto const character = next_code_point(text, at);
        bool const blank = character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
        if (!blank) {
            append_utf8(line, character);
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (!line.empty() && (line.back() == ' ' || line.back() == '.')) {
        line.pop_back();
    }
    return line;
}

/// The text with its slots filled and its line breaks made; empty if a slot is missing.
std::optional<std::string> filled(std::string_view pattern, DraftSlots const& slots)
{
    auto text = std::string{};
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern.substr(at, 2) == "\\n") {
            text += '\n';
            ++at;
        } else if (pattern[at] == '{') {
            auto const end = pattern.find('}', at);
            auto const value = slots.find(pattern.substr(at + 1, end - at - 1));
            if (end == pattern.npos || value == slots.end() || one_line(value->second).empty()) {
                return std::nullopt;
            }
            text += one_line(value->second);
            at = end;
        } else {
            text += pattern[at];
        }
    }
    return text;
}

struct Pattern {
    std::string_view subject;
    std::string_view text;
};

/// The patterns that fit, richest first; equally rich ones in the order of the file.
std::vector<Pattern> patterns_of(std::string_view kind, Channel channel, Language language, Address address)
{
    auto const style = address == Address::sie ? "sie" : "du";
    auto patterns = std::vector<Pattern>{};
    for (auto const& row : read_rows(resource(language == Language::german ? "follow_up/de.tsv" : "follow_up/en.tsv"))) {
        if (row.size() >= 5 && row[0] == kind && row[1] == to_text(channel) && (row[2] == style || row[2] == "both")) {
            patterns.push_back({row[3], row[4]});
        }
    }
    std::ranges::stable_sort(patterns, std::ranges::greater{}, [](Pattern const& one) { return std::ranges::count(one.text, '{'); });
    return patterns;
}

} // namespace

std::optional<Channel> parse_channel(std::string_view word)
{
    auto const found = std::ranges::find(channel_words, word);
    return found == channel_words.end() ? std::nullopt : std::optional{static_cast<Channel>(found - channel_words.begin())};
}

std::string_view to_text(Channel channel)
{
    return channel_words[static_cast<std::size_t>(channel)];
}

std::optional<Draft> make_draft(std::string_view kind, Channel channel, Language language, Address address, DraftSlots const& slots)
{
    for (auto const& pattern : patterns_of(kind, channel, language, address)) {
        auto const subject = filled(pattern.subject, slots);
        auto const text = filled(pattern.text, slots);
        bool const fits = text && (channel != Channel::portal || utf8_length(*text) <= portal_limit);
        if (subject && fits) {
            return Draft{*subject, *text, {}};
        }
    }
    return std::nullopt;
}

std::string_view draft_kind(FollowUpKind kind)
{
    constexpr std::array<std::string_view, 6> words{"thank_introducer", "promise", "thanks", "next_step", "their_promise", "tell_introducer"};
    return words[static_cast<std::size_t>(kind)];
}

/// "Benchmark schicken" and "send the benchmark" name the thing and the way: the letter has the thing with it.
std::string thing_promised(std::string what)
{
    for (std::string_view const verb : {" schicken", " zuschicken", " senden", " zusenden", " weiterleiten"}) {
        if (what.ends_with(verb) && what.size() > verb.size()) {
            what.erase(what.size() - verb.size());
        }
    }
    for (std::string_view const verb : {"send ", "forward "}) {
        what.erase(0, what.starts_with(verb) && what.size() > verb.size() ? verb.size() : 0);
    }
    return what;
}

DraftSlots draft_slots(AgendaItem const& item)
{
    auto const& encounter = item.encounter;
    return {{"topic", encounter.talked}, {"promise", item.promise ? thing_promised(item.promise->what) : std::string{}}, {"next_step", encounter.next_step},
        {"occasion", encounter.occasion.empty() ? item.event : encounter.occasion}};
}

} // namespace knowwho
