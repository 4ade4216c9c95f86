// SPDX-License-Identifier: MIT
#include "app/briefing_step.hpp"

#include "store/files.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace knowwho {
namespace {

constexpr std::size_t hyphenation_limit = std::size_t{8} << 20;

} // namespace

bool is_pdf(SheetFormat format)
{
    return format == SheetFormat::pdf || format == SheetFormat::pocket_card;
}

Hyphenation hyphenation_of(Language language)
{
    bool const wanted = language == Language::german && std::filesystem::exists(german_hyphenation_file);
    return Hyphenation{wanted ? read_file(german_hyphenation_file, hyphenation_limit) : std::string{}};
}

std::vector<PersonId> targets_of(Ranking const& ranking)
{
    auto people = std::vector<PersonId>{};
    for (auto const target : ranking.shortlist.targets) {
        people.push_back(ranking.matches[target].person);
    }
    return people;
}

} // namespace knowwho
