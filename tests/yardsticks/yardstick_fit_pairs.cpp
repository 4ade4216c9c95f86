// links: identity
// SPDX-License-Identifier: MIT
// Makes the tables of pair weights from pairs with answers: `yardstick_fit_pairs PAIRS.csv person > person_pair_trees.tsv`,
// or `organisation`. With a number of folds behind, it prints `id,score` of trees that never saw the names of a pair.
#include "boosting.hpp"
#include "csv_table.hpp"

#include "identity/same_name.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iostream>
#include <string>

using namespace knowwho;

namespace {

struct Pairs {
    std::vector<std::string> ids;
    std::vector<std::vector<float>> rows;
    std::vector<int> labels;
    std::vector<std::size_t> blocks;
};

Pairs read_pairs(char const* path, bool person)
{
    auto const table = read_csv(path);
    auto pairs = Pairs{};
    for (auto const& row : table.rows) {
        auto const& a = row[table.column("a")];
        auto const& b = row[table.column("b")];
        if (row[table.column("type")].starts_with("per") == person) {
            pairs.ids.push_back(row[table.column("id")]);
            pairs.rows.push_back(person ? person_pair_features(a, b) : organisation_pair_features(a, b));
            pairs.labels.push_back(row[table.column("same")] == "1");
            pairs.blocks.push_back(std::hash<std::string>{}(std::min(a, b)));
        }
    }
    return pairs;
}

void cross_validate(Pairs const& pairs, bool person, std::size_t folds, BoostingOptions const& options)
{
    std::puts("id,score");
    for (auto fold = std::size_t{0}; fold < folds; ++fold) {
        auto use = std::vector<std::uint32_t>{};
        for (auto i = std::uint32_t{0}; i < pairs.ids.size(); ++i) {
            if (pairs.blocks[i] % folds != fold) {
                use.push_back(i);
            }
        }
        auto const trees = Booster{pairs.rows, pairs.labels, options}.grow(use);
        for (auto i = std::size_t{0}; i < pairs.ids.size(); ++i) {
            if (pairs.blocks[i] % folds == fold) {
                auto const probability = person ? same_person_name(trees, pairs.rows[i]) : 1 / (1 + std::exp(-trees.score(pairs.rows[i])));
                std::printf("%s,%.6f\n", pairs.ids[i].c_str(), probability);
            }
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        return 2;
    }
    auto const person = std::string{argv[2]} == "person";
    auto const pairs = read_pairs(argv[1], person);
    auto options = BoostingOptions{};
    options.trees = 300;
    options.smallest_leaf = 8;
    options.bags = 3;
    options.rate = 0.04;
    options.columns = 0.25;
    if (argc > 3) {
        cross_validate(pairs, person, std::stoul(argv[3]), options);
        return 0;
    }
    auto use = std::vector<std::uint32_t>(pairs.ids.size());
    std::iota(use.begin(), use.end(), 0U);
    std::cout << "# Boosted trees that weigh how two names agree (lib/identity/same_name.cpp).\n"
                 "# Made by tests/yardsticks/yardstick_fit_pairs from the development half of the pair set.\n"
                 "# Rows: bias; `tree` starts one; feature, threshold, left child; or leaf and its log odds.\n"
              << Booster{pairs.rows, pairs.labels, options}.grow(use).to_table();
}
