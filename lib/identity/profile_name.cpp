// SPDX-License-Identifier: MIT
#include "identity/profile_name.hpp"

#include "identity/asian_names.hpp"
#include "identity/name_statistics.hpp"
#include "identity/pair_row.hpp"

#include <cmath>

namespace knowwho {

NameRarity name_rarity(LinkCorpus::ReadName const& name, LinkCorpus const& corpus)
{
    static auto const statistics = NameStatistics{};
    auto const& [parsed, compared] = name;
    auto const is_initial = !compared.given.empty() && compared.given.front().size() == 1;
    auto const given = parsed.given.empty() || is_initial ? 1.0 : statistics.given_share(parsed.given);
    auto const family = statistics.family_share(parsed.family);
    return {is_initial, static_cast<double>(compared.given.size()), -std::log(given), -std::log(family), -std::log(given * family), is_asian_family(compared.family_key),
        std::log1p(corpus.bearers(compared)), std::log1p(corpus.family_bearers(compared)), std::log1p(corpus.given_bearers(compared))};
}

NameFit fit_names(ComparableName const& subject, LinkProfile const& profile, LinkCorpus& corpus)
{
    auto fit = NameFit{};
    auto uses = 0.0;
    auto fitting = 0.0;
    auto first = true;
    for (auto const& [written, count] : profile.names) {
        auto const& name = corpus.name(written).compared;
        auto const compared = compare_names(subject, name);
        auto const better = first || static_cast<int>(compared.given) + compared.middle + 3 * compared.family > static_cast<int>(fit.best.given) + fit.best.middle + 3 * fit.best.family;
        if (better) {
            fit.best = compared;
        }
        first = false;
        fit.full_given = fit.full_given || (!name.given.empty() && name.given.front().size() > 1);
        uses += count;
        fitting += compared.given >= GivenAgreement::unknown && compared.middle >= 0 ? count : 0;
    }
    fit.fitting_share = uses > 0 ? fitting / uses : 0;
    return fit;
}

void put_name(std::vector<float>& row, NameRarity const& rarity, NameFit const& fit)
{
    put_value(row, static_cast<double>(fit.best.given));
    put_value(row, fit.best.middle);
    put_value(row, fit.best.family);
    put_value(row, fit.best.given_similarity);
    put_value(row, fit.fitting_share);
    put_value(row, fit.full_given);
    put_value(row, rarity.is_initial);
    put_value(row, rarity.given_names);
    put_value(row, rarity.whole);
    put_value(row, rarity.given);
    put_value(row, rarity.family);
    put_value(row, rarity.is_asian);
    put_value(row, rarity.bearers);
    put_value(row, rarity.family_bearers);
    put_value(row, rarity.given_bearers);
}

} // namespace knowwho
