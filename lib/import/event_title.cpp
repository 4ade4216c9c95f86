// SPDX-License-Identifier: MIT
#include "import/event_title.hpp"

#include "data/resources.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace knowwho {
namespace {

constexpr std::size_t longest_name = 90; // bytes; a longer part is a sentence
constexpr double bonus_event = 2;
constexpr double bonus_year = 1.5;
constexpr double bonus_line = 1;  // the first lines name the event, the later ones what the list is about
constexpr double least = 1;

enum class TitleWord { list, state, event };

struct TitleWords {
    std::map<std::string, TitleWord, std::less<>> whole;
    std::vector<std::string> endings; ///< of events

    static TitleWords const& get()
    {
        static TitleWords const words = read();
        return words;
    }

private:
    static TitleWords read()
    {
        auto words = TitleWords{};
        for (auto const& row : read_rows(resource("lexicon/list_title_words.tsv"))) {
            bool const ending = row[0].starts_with('-');
            auto word = fold(row[0].substr(ending));
            auto const kind = row[1] == "list" ? TitleWord::list : row[1] == "state" ? TitleWord::state : TitleWord::event;
            if (ending) {
                words.endings.push_back(word);
            }
            words.whole.emplace(std::move(word), kind);
        }
        return words;
    }
};

std::string bare(std::string_view word)
{
    return fold(trimmed(word, " .,:;()\"'!?*#"));
}

bool is(std::string_view word, TitleWord kind)
{
    auto const& words = TitleWords::get();
    auto const folded = bare(word);
    auto const found = words.whole.find(folded);
    return found != words.whole.end() ? found->second == kind
        : kind == TitleWord::event && std::ranges::any_of(words.endings, [&](auto const& ending) { return folded.ends_with(ending); });
}

bool is_year(std::string_view word)
{
    auto const digits = trimmed(word, " .,:;()\"'");
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

/// At what parts a title: dashes with blanks, bars, colons, brackets.
std::vector<std::string_view> parts_of_title(std::string_view title)
{
    constexpr std::string_view separators[] = {" – ", " — ", " - ", " | ", "|", ": ", " • ", " · ", "(", ")", "[", "]", "; "};
    auto parts = std::vector<std::string_view>{};
    while (!title.empty()) {
        auto end = title.size();
        auto next = title.size();
        for (auto const separator : separators) {
            if (auto const at = title.find(separator); at < end) {
                end = at;
                next = at + separator.size();
            }
        }
        parts.push_back(trimmed(title.substr(0, end)));
        title.remove_prefix(next);
    }
    return parts;
}

/// Without "List of participants of the" before it and "attendee list" behind it.
std::string_view without_list_words(std::string_view part)
{
    auto words = split_at_blanks(part);
    while (!words.empty() && is(words.front(), TitleWord::list)) {
        words.erase(words.begin());
    }
    while (!words.empty() && is(words.back(), TitleWord::list)) {
        words.pop_back();
    }
    if (words.empty()) {
        return {};
    }
    auto const begin = static_cast<std::size_t>(words.front().data() - part.data());
    auto const end = static_cast<std::size_t>(words.back().data() - part.data()) + words.back().size();
    return trimmed(part.substr(begin, end - begin), " .,;*#\"'");
}

double worth_of_part(std::string_view part, std::size_t line)
{
    auto const words = split_at_blanks(part);
    bool const says_something = std::ranges::any_of(words, [](auto word) { return bare(word).find_first_not_of("0123456789") != std::string::npos; });
    if (!says_something || part.size() > longest_name || is(words.front(), TitleWord::state)) {
        return 0;
    }
    return (std::ranges::any_of(words, [](auto word) { return is(word, TitleWord::event); }) ? bonus_event : 0)
        + (std::ranges::any_of(words, is_year) ? bonus_year : 0) + bonus_line / static_cast<double>(line + 1);
}

} // namespace

std::string event_title(std::vector<std::string> const& titles)
{
    auto best = std::string_view{};
    double most = 0;
    for (std::size_t line = 0; line < titles.size(); ++line) {
        for (auto const part : parts_of_title(titles[line])) {
            auto const name = without_list_words(part);
            if (auto const worth = worth_of_part(name, line); worth > most) {
                most = worth;
                best = name;
            }
        }
    }
    return most >= least ? std::string{best} : std::string{};
}

} // namespace knowwho
