// SPDX-License-Identifier: MIT
// Sentences of other stages made fit to print: full stops, inner quotation marks, dates.
#include "report/wording.hpp"

#include "report/clean_text.hpp"
#include "report/date_forms.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

struct Marks {
    std::string_view open, close, inner_open, inner_close;
};

Marks marks_of(Language language)
{
    return language == Language::german ? Marks{"„", "“", "‚", "‘"} : Marks{"“", "”", "‘", "’"};
}

/// Walks along the quotation marks and writes those on the second level as single ones.
std::string with_levels(std::string_view text, Marks const& marks)
{
    std::string out;
    int depth = 0;
    while (!text.empty()) {
        if (text.starts_with(marks.open)) {
            out += ++depth == 1 ? marks.open : marks.inner_open;
            text.remove_prefix(marks.open.size());
        } else if (text.starts_with(marks.close) && depth > 0) {
            out += depth-- == 1 ? marks.close : marks.inner_close;
            text.remove_prefix(marks.close.size());
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string with_dates(std::string_view text, Language language)
{
    std::string out;
    while (!text.empty()) {
        bool const alone = out.empty() || !is_digit(out.back());
        auto const date = alone && text.size() >= 10 && text[4] == '-' ? parse_iso_date(text.substr(0, 10)) : std::nullopt;
        if (date && date->day != 0 && (text.size() == 10 || !is_digit(text[10]))) {
            out += long_date(*date, language);
            text.remove_prefix(10);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

} // namespace

std::string polished(std::string_view text, Language language)
{
    return with_dates(with_levels(text, marks_of(language)), language);
}

std::string as_sentence(std::string_view text, Language language)
{
    std::string out = polished(clean_line(text, 400), language);
    bool const ended = out.ends_with('.') || out.ends_with('?') || out.ends_with('!') || out.ends_with("…");
    return out.empty() || ended ? out : out + ".";
}

std::string inner_quotes(std::string_view text, Language language)
{
    static constexpr std::array<std::string_view, 6> doubles{"„", "“", "”", "\"", "»", "«"};
    Marks const marks = marks_of(language);
    std::string out;
    bool open = false;
    while (!text.empty()) {
        auto const* const mark = std::find_if(
            doubles.begin(), doubles.end(), [&](std::string_view quote) { return text.starts_with(quote); });
        if (mark == doubles.end()) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        bool const opens = *mark == "„" || (!open && *mark != "”");
        open = opens;
        out += opens ? marks.inner_open : marks.inner_close;
        text.remove_prefix(mark->size());
    }
    return out;
}

std::vector<Statement> inner_quotes(std::vector<Statement> statements, Language language)
{
    for (auto& statement : statements) {
        statement.text = inner_quotes(statement.text, language);
    }
    return statements;
}

} // namespace knowwho
