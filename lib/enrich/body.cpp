// SPDX-License-Identifier: MIT
// Which blocks of a page are its own text, and not its frame.
#include "enrich/body.hpp"

#include "data/resources.hpp"
#include "enrich/tree_model.hpp"

#include <algorithm>

namespace knowwho {

namespace {

/// At this probability a block is taken for the body. Below one half, as a lost paragraph is missed
/// more than a line too many is seen.
constexpr double taken_from = 0.45;

/// A block between two that are taken needs less.
constexpr double taken_between = 0.33;

TreeModel const& model(std::vector<std::string> const& signal_names)
{
    static TreeModel const known{resource("models/body.tsv"), signal_names};
    return known;
}

void fill_gaps(std::vector<bool>& chosen, std::vector<double> const& opinions)
{
    for (std::size_t at = 1; at + 1 < chosen.size(); ++at) {
        chosen[at] = chosen[at] || (chosen[at - 1] && chosen[at + 1] && opinions[at] >= taken_between);
    }
}

/// A heading with nothing taken under it introduces what is left out: related articles, comments.
void drop_empty_headings(std::vector<bool>& chosen, PageBlocks const& page)
{
    constexpr std::size_t looked_at = 5;
    for (std::size_t at = chosen.size(); at-- > 0;) {
        if (!chosen[at] || page.blocks[at].kind != BlockKind::heading) {
            continue;
        }
        auto const begin = chosen.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        auto const end = chosen.begin() + static_cast<std::ptrdiff_t>(std::min(at + 1 + looked_at, chosen.size()));
        chosen[at] = std::find(begin, end, true) != end;
    }
}

} // namespace

std::vector<bool> choose_body(PageBlocks const& page, BlockSignals const& signals)
{
    std::vector<bool> chosen;
    std::vector<double> opinions;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        opinions.push_back(model(signals.names).probability(signals.row(at)));
        chosen.push_back(opinions.back() >= taken_from);
    }
    drop_empty_headings(chosen, page);
    fill_gaps(chosen, opinions);
    return chosen;
}

} // namespace knowwho
