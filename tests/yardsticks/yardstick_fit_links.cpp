// links: identity
// SPDX-License-Identifier: MIT
// Makes data/lexicon/link_trees.tsv from cases with answers: `yardstick_fit_links CASES.jsonl > link_trees.tsv`.
// With `--folds 5` it prints, in the form of yardstick_links, what trees say that never saw the names of a case.
// With `alone` at the end each case stands beside a roster only, as a source's records do: data/lexicon/link_few_trees.tsv.
#include "boosting.hpp"
#include "link_cases.hpp"

#include "text/folding.hpp"

#include <algorithm>
#include <functional>
#include <iostream>
#include <string_view>

using namespace knowwho;

namespace {

struct Rows {
    std::vector<std::vector<float>> features;
    std::vector<int> labels;
    std::vector<std::size_t> block; ///< of the row's case, so that no name is on both sides
    std::vector<std::size_t> starts;
};

std::size_t block_of(LinkCase const& one)
{
    auto const name = fold_name(one.subject.name);
    return std::hash<std::string>{}(name);
}

void add_case(Rows& rows, LinkCase const& one, LinkCorpus& corpus)
{
    rows.starts.push_back(rows.labels.size());
    auto const features = link_features(one.subject, one.profiles, corpus);
    for (auto k = std::size_t{0}; k < features.size(); ++k) {
        rows.features.push_back(features[k]);
        rows.labels.push_back(one.names[k] == one.answer);
        rows.block.push_back(block_of(one));
    }
}

/// As the program meets a case: beside a roster of others, with the profiles of no one else.
LinkCorpus corpus_of_roster(std::vector<LinkCase> const& cases, std::size_t at, std::size_t people)
{
    auto corpus = LinkCorpus{};
    for (auto k = std::size_t{0}; k < people; ++k) {
        auto const other = (at * 7919 + k * 31) % cases.size();
        if (other != at) {
            corpus.add(cases[other].subject);
        }
    }
    corpus.add(cases[at].subject);
    for (auto const& profile : cases[at].profiles) {
        corpus.add(profile);
    }
    return corpus;
}

/// All cases beside each other, or each beside a roster alone.
Rows rows_of(std::vector<LinkCase> const& cases, bool alone)
{
    constexpr std::size_t people = 240;
    auto rows = Rows{};
    auto together = corpus_of(cases);
    for (auto at = std::size_t{0}; at < cases.size(); ++at) {
        if (alone) {
            auto corpus = corpus_of_roster(cases, at, people);
            add_case(rows, cases[at], corpus);
        } else {
            add_case(rows, cases[at], together);
        }
    }
    return rows;
}

void print_case(LinkCase const& one, std::vector<double> const& probabilities)
{
    auto scores = nlohmann::ordered_json::object();
    for (auto k = std::size_t{0}; k < probabilities.size(); ++k) {
        scores[one.names[k]] = probabilities[k];
    }
    std::cout << nlohmann::ordered_json{{"id", one.id}, {"scores", scores}}.dump() << '\n';
}

void cross_validate(std::vector<LinkCase> const& cases, Rows const& rows, std::size_t folds, BoostingOptions const& options)
{
    auto log_odds = std::vector<double>(rows.labels.size());
    for (auto fold = std::size_t{0}; fold < folds; ++fold) {
        auto use = std::vector<std::uint32_t>{};
        for (auto i = std::uint32_t{0}; i < rows.labels.size(); ++i) {
            if (rows.block[i] % folds != fold) {
                use.push_back(i);
            }
        }
        auto const trees = Booster{rows.features, rows.labels, options, rows.starts}.grow(use);
        for (auto i = std::size_t{0}; i < rows.labels.size(); ++i) {
            if (rows.block[i] % folds == fold) {
                log_odds[i] = trees.score(rows.features[i]);
            }
        }
    }
    for (auto c = std::size_t{0}; c < cases.size(); ++c) {
        print_case(cases[c], compete(std::span{log_odds}.subspan(rows.starts[c], cases[c].profiles.size())));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        return 2;
    }
    auto const cases = read_link_cases(argv[1]);
    auto const arguments = std::vector<std::string_view>(argv + 2, argv + argc);
    auto const alone = std::ranges::find(arguments, "alone") != arguments.end();
    auto const rows = rows_of(cases, alone);
    auto options = BoostingOptions{};
    options.trees = 400;
    options.rate = 0.08;
    if (argc > 3 && std::string_view{argv[2]} == "--folds") {
        cross_validate(cases, rows, std::stoul(argv[3]), options);
        return 0;
    }
    auto use = std::vector<std::uint32_t>(rows.labels.size());
    std::iota(use.begin(), use.end(), 0U);
    std::cout << "# Boosted trees that weigh the signals of a link (lib/identity/profile_features.cpp).\n"
                 "# Made by tests/yardsticks/yardstick_fit_links from the development half of the link set; the candidates of a case\n"
                 "# compete while the trees grow, and so does \"none of them\".\n"
              << (alone ? "# Each case stood beside a roster of 240 with its own candidates only: for corpora of few records.\n" : "")
              << "# Rows: bias; `tree` starts one; feature, threshold, left child; or leaf and its log odds.\n"
              << Booster{rows.features, rows.labels, options, rows.starts}.grow(use).to_table();
}
