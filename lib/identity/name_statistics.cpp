// SPDX-License-Identifier: MIT
#include "identity/name_statistics.hpp"

#include "identity/name_lexicon.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>

namespace knowwho {
namespace {

/// Names that no list has are rare, but not unique: about one person in 150,000 bears one of them.
constexpr double share_of_unknown = 1.0 / 150'000;

std::string key_of(std::string_view name) { return without_blanks(fold_name(name)); }

/// The lexicon's weights are steps of a rough logarithm; the largest class stands for about one in 150.
double lexicon_share(std::string_view name, float NameWeight::* side)
{
    auto const* weight = NameLexicon::instance().find(key_of(name));
    return weight == nullptr || weight->*side <= 0 ? share_of_unknown : std::max(share_of_unknown, weight->*side / 256.0 / 150.0);
}

} // namespace

void NameStatistics::add(PersonName const& name)
{
    if (!name.given.empty()) {
        ++m_given.names[key_of(name.given)];
        ++m_given.total;
    }
    if (!name.family.empty()) {
        ++m_family.names[key_of(name.family)];
        ++m_family.total;
    }
}

double NameStatistics::share(Counts const& counts, std::string_view name, double by_lexicon)
{
    // The lexicon counts as much as this many people of the roster.
    constexpr double trust = 2'000;
    auto const found = counts.names.find(key_of(name));
    auto const seen = found == counts.names.end() ? 0 : found->second - 1;
    return (by_lexicon * trust + std::max(seen, 0)) / (trust + counts.total);
}

double NameStatistics::given_share(std::string_view given) const { return share(m_given, given, lexicon_share(given, &NameWeight::given)); }

double NameStatistics::family_share(std::string_view family) const { return share(m_family, family, lexicon_share(family, &NameWeight::family)); }

double NameStatistics::expected_namesakes(PersonName const& name, double people) const
{
    auto const given = name.given.empty() ? 1.0 : given_share(name.given);
    auto const family = name.family.empty() ? 1.0 : family_share(name.family);
    return people * given * family;
}

} // namespace knowwho
