// SPDX-License-Identifier: MIT
#include "app/named_person.hpp"

#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "text/did_you_mean.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t most_named = 20;

/// Whether every word of `wanted` begins a word of `name`; both are folded.
bool has_all_words(std::string_view name, std::string_view wanted)
{
    auto const padded = fmt::format(" {}", name);
    while (!wanted.empty()) {
        auto const end = std::min(wanted.find(' '), wanted.size());
        if (end > 0 && padded.find(fmt::format(" {}", wanted.substr(0, end))) == std::string::npos) {
            return false;
        }
        wanted.remove_prefix(std::min(end + 1, wanted.size()));
    }
    return true;
}

std::vector<std::size_t> fitting(std::span<Candidate const> candidates, std::string const& words)
{
    auto const wanted = fold_name(words);
    auto exact = std::vector<std::size_t>{};
    auto part = std::vector<std::size_t>{};
    for (std::size_t index = 0; index < candidates.size() && !wanted.empty(); ++index) {
        auto const& name = candidates[index].attendance.row.name;
        auto const folded = fold_name(fmt::format("{} {}", full_name(name), name.written));
        if (fold_name(full_name(name)) == wanted || fold_name(name.written) == wanted) {
            exact.push_back(index);
        } else if (has_all_words(folded, wanted)) {
            part.push_back(index);
        }
    }
    return exact.empty() ? part : exact;
}

Error several(std::span<Candidate const> candidates, std::string const& words, std::span<std::size_t const> found)
{
    auto list = std::string{"name one by the number in front:"};
    for (auto const index : found.first(std::min(found.size(), most_named))) {
        auto const& attendance = candidates[index].attendance;
        list += fmt::format("\n         {:>6}  {}, {}", attendance.person.value, clean_line(full_name(attendance.row.name), 60),
            clean_line(attendance.row.organisation, 60));
    }
    if (found.size() > most_named) {
        list += fmt::format("\n         and {} more", found.size() - most_named);
    }
    return {ExitCode::usage, fmt::format("'{}' fits {} people", words, found.size()), list};
}

Error nobody(std::span<Candidate const> candidates, std::string const& words)
{
    auto names = std::vector<std::string>{};
    for (auto const& candidate : candidates) {
        auto const& name = candidate.attendance.row.name;
        names.insert(names.end(), {full_name(name), name.family, name.given});
    }
    auto const views = std::vector<std::string_view>{names.begin(), names.end()};
    auto const near = did_you_mean(words, views);
    return {ExitCode::usage, fmt::format("nobody on the list is called '{}'", words),
        near.empty() ? "part of a name is enough; knowwho rank --all lists everybody" : fmt::format("did you mean '{}'?", near)};
}

} // namespace

std::optional<PersonId> person_id_in(std::string_view words)
{
    auto id = PersonId{};
    auto const* const last = words.data() + words.size();
    auto const [end, error] = std::from_chars(words.data(), last, id.value);
    return error == std::errc{} && end == last ? std::optional{id} : std::nullopt;
}

bool may_be_named(std::string_view names, std::string_view wanted)
{
    return !wanted.empty() && has_all_words(fold_name(names), wanted);
}

std::size_t named_person(std::span<Candidate const> candidates, std::string const& words)
{
    if (auto const id = person_id_in(words)) {
        auto const found = std::ranges::find(candidates, *id, [](Candidate const& one) { return one.attendance.person; });
        if (found != candidates.end()) {
            return static_cast<std::size_t>(found - candidates.begin());
        }
    }
    auto const found = fitting(candidates, words);
    if (found.size() == 1) {
        return found.front();
    }
    throw found.empty() ? nobody(candidates, words) : several(candidates, words, found);
}

} // namespace knowwho
