// SPDX-License-Identifier: MIT
#include "text/quotation.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

QuotationMarks quotation_marks(Language language) noexcept
{
    return language == Language::german ? QuotationMarks{"„", "“", "‚", "‘"} : QuotationMarks{"“", "”", "‘", "’"};
}

std::string inner_quotes(std::string_view text, Language language)
{
    static constexpr std::array<std::string_view, 6> doubles{"„", "“", "”", "\"", "»", "«"};
    auto const marks = quotation_marks(language);
    auto out = std::string{};
    while (!text.empty()) {
        auto const* const mark = std::ranges::find_if(doubles, [&](std::string_view quote) { return text.starts_with(quote); });
        if (mark == doubles.end()) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(mark->size());
        // Half of a pair may have been cut off: where the mark stands says more than what came before.
        bool const at_start = out.empty() || out.ends_with(' ') || out.ends_with('(') || out.ends_with('[');
        bool const opens = *mark == "„" || (*mark != "”" && at_start && !text.empty() && text.front() != ' ');
        out += opens ? marks.inner_open : marks.inner_close;
    }
    return out;
}

std::string in_quotes(std::string_view text, Language language)
{
    auto const marks = quotation_marks(language);
    return std::string{marks.open} + inner_quotes(text, language) + std::string{marks.close};
}

} // namespace knowwho
