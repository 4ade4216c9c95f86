// SPDX-License-Identifier: MIT
#include "identity/domain_likeness.hpp"

#include "identity/organisation.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace knowwho {
namespace {

/// "holm-werk.de" gives "holmwerk": the label before the public ending.
std::string domain_label(std::string_view domain)
{
    static constexpr std::string_view endings[] = {"ac", "co", "edu", "gov", "org", "com", "or"};
    auto labels = std::vector<std::string_view>{};
    while (!domain.empty()) {
        auto const end = std::min(domain.find('.'), domain.size());
        labels.push_back(domain.substr(0, end));
        domain.remove_prefix(std::min(end + 1, domain.size()));
    }
    if (labels.size() < 2) {
        return labels.empty() ? std::string{} : without_blanks(fold_name(labels[0]));
    }
    auto const second = labels[labels.size() - 2];
    auto const deep = labels.size() >= 3 && std::ranges::find(endings, second) != std::end(endings);
    return without_blanks(fold_name(deep ? labels[labels.size() - 3] : second));
}

} // namespace

double domain_resembles(std::string_view domain, std::string_view organisation)
{
    auto const label = domain_label(domain);
    auto const core = without_blanks(fold_name(parse_organisation(organisation).core));
    if (label.size() < 2 || core.size() < 2) {
        return 0;
    }
    if (label == core) {
        return 1;
    }
    auto initials = std::string{};
    auto const words = fold_name(organisation);
    for (auto at = std::size_t{0}; at < words.size(); ++at) {
        if (words[at] != ' ' && (at == 0 || words[at - 1] == ' ')) {
            initials += words[at];
        }
    }
    if (label.size() >= 4 && core.find(label) != std::string::npos) {
        return 0.95;
    }
    return initials.find(label) != std::string::npos && label.size() >= 2 ? 0.9 : core.size() >= 4 && label.find(core.substr(0, 5)) != std::string::npos ? 0.85 : 0.8 * jaro_winkler(label, core);
}

} // namespace knowwho
