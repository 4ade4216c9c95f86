// SPDX-License-Identifier: MIT
// links: import
// How fast delimited text is cut into cells, and how fast a list is read whole.
#include "import/delimited.hpp"
#include "import/read_list.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace knowwho;

std::string attendees(int rows)
{
    std::string text = "Vorname;Nachname;Firma;Funktion;Ort;E-Mail\n";
    for (int row = 0; row < rows; ++row) {
        auto const number = std::to_string(row);
        text += "Heike;Peters-" + number + ";\"Peters Textil " + number + " GmbH\";Leiterin Einkauf;Kiel;heike" + number + "@peters.example\n";
    }
    return text;
}

void split(benchmark::State& state)
{
    auto const text = attendees(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        Texts texts;
        std::vector<Problem> problems;
        benchmark::DoNotOptimize(split_delimited(text, find_dialect(text), texts, problems).cells.size());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void read(benchmark::State& state)
{
    auto const text = attendees(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_list("list.csv", text, {}, {}).rows.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}

BENCHMARK(split)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(read)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);

} // namespace
