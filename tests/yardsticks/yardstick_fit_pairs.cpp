// links: identity
// SPDX-License-Identifier: MIT
// Makes the tables of pair weights from pairs with answers: `yardstick_fit_pairs PAIRS.csv person > person_pair_trees.tsv`,
// or `organisation`. With a number of folds behind, it prints `id,score` of trees that never saw the names of a pair,
// nor of any pair that shares a name with it; a further number draws other folds. With `sources` the folds are the sources.
#include "boosting.hpp"
#include "csv_table.hpp"

#include "identity/same_name.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <string>

using namespace knowwho;

namespace {

struct Pairs {
    std::vector<std::string> ids;
    std::vector<std::vector<float>> rows;
    std::vector<int> labels;
    std::vector<std::string> blocks; ///< pairs that share a name, directly or by others, share the block
    std::vector<std::string> sources;
};

/// Names that occur in one pair, and those that are tied to them by others.
class TiedNames {
public:
    void tie(std::string const& a, std::string const& b) { m_leader[leader_of(a)] = leader_of(b); }

    std::string leader_of(std::string const& name)
    {
        auto at = name;
        for (auto found = m_leader.find(at); found != m_leader.end() && found->second != at; found = m_leader.find(at)) {
            at = found->second;
        }
        return at;
    }

private:
    std::map<std::string, std::string> m_leader;
};

Pairs read_pairs(char const* path, bool person)
{
    auto const table = read_csv(path);
    auto pairs = Pairs{};
    auto tied = TiedNames{};
    for (auto const& row : table.rows) {
        tied.tie(fold_name(row[table.column("a")]), fold_name(row[table.column("b")]));
    }
    for (auto const& row : table.rows) {
        auto const& a = row[table.column("a")];
        auto const& b = row[table.column("b")];
        if (row[table.column("type")].starts_with("per") == person) {
            pairs.ids.push_back(row[table.column("id")]);
            pairs.rows.push_back(person ? person_pair_features(a, b) : organisation_pair_features(a, b));
            pairs.labels.push_back(row[table.column("same")] == "1");
            pairs.blocks.push_back(tied.leader_of(fold_name(a)));
            pairs.sources.push_back(table.column("src") < row.size() ? row[table.column("src")] : std::string{});
        }
    }
    return pairs;
}

/// The fold of each pair, 0 and up.
std::vector<std::size_t> folds_of(Pairs const& pairs, std::size_t count, std::string const& salt)
{
    auto folds = std::vector<std::size_t>{};
    for (auto const& block : pairs.blocks) {
        folds.push_back(std::hash<std::string>{}(salt + block) % count);
    }
    return folds;
}

std::vector<std::size_t> folds_by_source(Pairs const& pairs)
{
    auto numbers = std::map<std::string, std::size_t>{};
    auto folds = std::vector<std::size_t>{};
    for (auto const& source : pairs.sources) {
        folds.push_back(numbers.try_emplace(source, numbers.size()).first->second);
    }
    return folds;
}

void cross_validate(Pairs const& pairs, bool person, std::vector<std::size_t> const& folds, BoostingOptions const& options)
{
    std::puts("id,score");
    for (auto fold = std::size_t{0}; fold <= *std::ranges::max_element(folds); ++fold) {
        auto use = std::vector<std::uint32_t>{};
        for (auto i = std::uint32_t{0}; i < folds.size(); ++i) {
            if (folds[i] != fold) {
                use.push_back(i);
            }
        }
        auto const trees = Booster{pairs.rows, pairs.labels, options}.grow(use);
        for (auto i = std::size_t{0}; i < folds.size(); ++i) {
            if (folds[i] == fold) {
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
    options.trees = person ? 500 : 300;
    options.depth = person ? 5 : 4;
    options.smallest_leaf = 8;
    options.bags = 1;
    options.rate = 0.03;
    options.rows = 0.8;
    options.columns = 0.25;
    if (argc > 3) {
        auto const by_source = std::string{argv[3]} == "sources";
        cross_validate(pairs, person, by_source ? folds_by_source(pairs) : folds_of(pairs, std::stoul(argv[3]), argc > 4 ? argv[4] : ""), options);
        return 0;
    }
    auto use = std::vector<std::uint32_t>(pairs.ids.size());
    std::iota(use.begin(), use.end(), 0U);
    std::cout << "# Boosted trees that weigh how two names agree (lib/identity/same_person_name.cpp, same_organisation_name.cpp).\n"
                 "# Made by tests/yardsticks/yardstick_fit_pairs from the development half of the pair set.\n"
                 "# Rows: bias; `tree` starts one; feature, threshold, left child; or leaf and its log odds.\n"
              << Booster{pairs.rows, pairs.labels, options}.grow(use).to_table();
}
