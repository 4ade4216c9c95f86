// SPDX-License-Identifier: MIT
#include "report/spoken_words.hpp"

#include "report/clean_text.hpp"
#include "text/quotation.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::size_t longest_spoken_want = 170;  ///< letters
constexpr std::size_t longest_spoken_title = 90;  ///< letters
constexpr std::size_t shortest_spoken_title = 12; ///< bytes of a main title worth saying by itself

/// Nobody says the subtitle of a long title, nor an ellipsis.
std::string title_to_say(std::string_view title)
{
    std::string whole = clean_line(title.substr(0, 4096));
    if (utf8_length(whole) <= longest_spoken_title) {
        return whole;
    }
    std::size_t best = 0;
    for (std::string_view const mark : {": ", " – ", " — ", " - ", "; ", "? ", "! ", ". "}) {
        std::size_t const at = whole.find(mark);
        std::size_t const end = at == whole.npos ? 0 : at + (mark[0] == '?' || mark[0] == '!' ? 1 : 0);
        bool const fits = end >= shortest_spoken_title && utf8_length(std::string_view{whole}.substr(0, end)) <= longest_spoken_title;
        best = fits && (best == 0 || end < best) ? end : best;
    }
    return best > 0 ? whole.substr(0, best) : clean_line(whole, longest_spoken_title);
}

} // namespace

std::string spoken_reason(ReadText const& read, Language language)
{
    return inner_quotes(clean_line(read.because, 200), language);
}

std::string spoken_want(Goal const& goal)
{
    std::string want = clean_line(goal.want.substr(0, 4096));
    while (want.ends_with('.') || want.ends_with(' ')) {
        want.pop_back();
    }
    bool const one_breath = utf8_length(want) <= longest_spoken_want && want.find(". ") == std::string::npos;
    return one_breath ? want : std::string{};
}

std::string own_ask(Goal const& goal)
{
    return clean_line(goal.ask, 300);
}

std::string spoken_title_of_text(std::string_view title, Language language)
{
    std::string_view rest = title.substr(0, std::min(title.find(" | "), title.size()));
    if (rest.starts_with("Interview: ")) {
        rest.remove_prefix(std::string_view{"Interview: "}.size());
    }
    std::string const out = inner_quotes(title_to_say(rest), language);
    // A title that is a quote as a whole needs no second pair of marks.
    bool const german = language == Language::german;
    std::string_view const open = german ? "‚" : "‘", close = german ? "‘" : "’";
    bool const wrapped = out.size() > open.size() + close.size() && out.starts_with(open) && out.ends_with(close)
        && out.find(close) == out.size() - close.size();
    return wrapped ? out.substr(open.size(), out.size() - open.size() - close.size()) : out;
}

std::optional<std::string> panel_title(std::string_view title)
{
    static constexpr std::array<std::string_view, 7> words{
        "Podiumsdiskussion", "Podiumsgespräch", "Podium", "Panel discussion", "Panel", "Diskussion", "Roundtable"};
    for (std::string_view const word : words) {
        if (!title.starts_with(word)) {
            continue;
        }
        std::string_view rest = title.substr(word.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" :–-"), rest.size()));
        bool const separate = rest.size() + word.size() < title.size();
        if (separate && !rest.empty()) {
            return std::string{rest};
        }
    }
    return std::nullopt;
}

} // namespace knowwho
