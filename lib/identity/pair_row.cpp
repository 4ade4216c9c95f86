// SPDX-License-Identifier: MIT
#include "identity/pair_row.hpp"

#include "text/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {

void put_value(std::vector<float>& row, double value) { row.push_back(static_cast<float>(value)); }

void put_alignment(std::vector<float>& row, NameAlignment const& alignment)
{
    put_value(row, alignment.mean);
    put_value(row, alignment.worst);
    put_value(row, alignment.initials);
    put_value(row, alignment.left_over);
    put_value(row, alignment.conflicts);
}

void put_texts(std::vector<float>& row, std::string const& a, std::string const& b)
{
    put_value(row, a == b);
    put_value(row, edit_similarity(a, b));
    put_value(row, jaro_winkler(std::min(a, b), std::max(a, b)));
    put_value(row, static_cast<double>(std::min(a.size(), b.size())));
    put_value(row, static_cast<double>(std::max(a.size(), b.size())));
}

bool is_foreign(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xCD; });
}

double likelihood_by(BoostedTrees const& trees, std::vector<float> const& row)
{
    return 1 / (1 + std::exp(-trees.score(row)));
}

} // namespace knowwho
