// SPDX-License-Identifier: MIT
// links: identity
// How many names a second are taken apart, on one core: invented ones in the layouts that lists have.
#include "identity/name_parser.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <vector>

namespace {

using namespace knowwho;

std::vector<std::string> written_names()
{
    constexpr std::array given{"Heike", "Jens", "Anna Maria", "Karl-Heinz", "Élodie", "Weiming", "Jürgen", "J. R.", "Svetlana", "Uwe"};
    constexpr std::array family{"Peters", "von der Heide", "Müller-Lüdenscheid", "Okafor", "García Márquez", "Zhang", "Sattler", "Ahlers", "Özdemir", "de Vries"};
    constexpr std::array titles{"", "Dr. ", "Prof. Dr.-Ing. ", "Herr ", "Frau Dr. ", "Dipl.-Ing. "};
    auto names = std::vector<std::string>{};
    for (auto const* const title : titles) {
        for (auto const* const first : given) {
            for (auto const* const last : family) {
                names.push_back(std::string{title} + first + ' ' + last);
                names.push_back(std::string{last} + ", " + title + first);
            }
        }
    }
    return names;
}

void parse(benchmark::State& state)
{
    auto const names = written_names();
    for (auto _ : state) {
        for (auto const& name : names) {
            benchmark::DoNotOptimize(parse_name(name).family.size());
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(names.size()));
}

BENCHMARK(parse)->Unit(benchmark::kMillisecond);

} // namespace
