// SPDX-License-Identifier: MIT
#include "enrich/plan_fit.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <string_view>

namespace knowwho {
namespace {

/// Whether a word of the text begins with `word`; with "-" before it, ends with it. Two letters must be the whole word.
bool has(std::string_view text, std::string_view word)
{
    auto const ending = word.starts_with('-');
    auto const core = ending ? word.substr(1) : word;
    for (auto at = text.find(core); at != std::string_view::npos; at = text.find(core, at + 1)) {
        auto const end = at + core.size();
        auto const begins = at == 0 || text[at - 1] == ' ';
        auto const ends = end == text.size() || text[end] == ' ';
        if (ending ? ends : begins && (ends || core.size() > 3)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::set<std::string> kinds_of(Attendance const& attendance)
{
    auto const& row = attendance.row;
    auto const text = fold(row.name.title + " . " + row.role + " . " + row.unit + " . " + row.organisation);
    auto kinds = std::set<std::string>{};
    for (auto const& words : read_rows(resource("sources/kinds.tsv"))) {
        if (words.size() >= 2 && has(text, words[1])) {
            kinds.emplace(words[0]);
        }
    }
    if (!row.organisation.empty()) {
        kinds.emplace("company");
    }
    return kinds;
}

double fit(std::span<std::string const> kinds, std::set<std::string> const& person)
{
    auto const agrees = std::any_of(kinds.begin(), kinds.end(), [&](std::string const& kind) { return person.contains(kind); });
    return agrees || kinds.empty() ? 1.0 : 0.2;
}

} // namespace knowwho
