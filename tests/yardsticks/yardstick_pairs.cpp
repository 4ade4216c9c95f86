// links: identity
// SPDX-License-Identifier: MIT
// Prints for each pair of names (`id,type,a,b`) the probability that both name the same: `id,score`.
#include "csv_table.hpp"

#include "identity/same_name.hpp"

#include <algorithm>
#include <cstdio>

int main(int argc, char** argv)
{
    if (argc < 2) {
        return 2;
    }
    auto const table = knowwho::read_csv(argv[1]);
    auto const id = table.column("id");
    auto const type = table.column("type");
    auto const a = table.column("a");
    auto const b = table.column("b");
    if (std::max({id, type, a, b}) >= table.header.size()) {
        return 3;
    }
    std::puts("id,score");
    for (auto const& row : table.rows) {
        auto const person = row[type].starts_with("per");
        auto const score = person ? knowwho::same_person_name(row[a], row[b]) : knowwho::same_organisation_name(row[a], row[b]);
        std::printf("%s,%.6f\n", row[id].c_str(), score);
    }
}
