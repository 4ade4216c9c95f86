// SPDX-License-Identifier: MIT
// links: enrich
// How fast a page is read, and that a hundred thousand nested or sibling elements cost no more by the
// element than a thousand do.
#include "enrich/page_reader.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace knowwho;

Instant const now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

std::string repeated(std::string_view piece, std::int64_t times)
{
    std::string text = "<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>Die Presse am Kanal</title></head><body>";
    for (std::int64_t at = 0; at < times; ++at) {
        text += piece;
    }
    return text;
}

void read(benchmark::State& state, std::string_view piece)
{
    auto const html = repeated(piece, state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_page(html, "page.html", now).page.text.size());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(html.size()));
    state.SetComplexityN(state.range(0));
}

constexpr std::string_view sentence = "Die Leute in der Frühschicht lesen jeden Morgen drei Zahlen ab, und Rieke Tambour vergleicht sie am 3. März 2026.";

/// With the scripts, styles and menus that pages have: most of their bytes.
std::string usual_page()
{
    std::string html = repeated("<script>var a=[1,2,3];function f(x){return x+1;}</script><style>.a .b{color:#fff;margin:0 auto}</style>", 400);
    for (int at = 0; at < 100; ++at) {
        html += "<li class=\"menu-item\"><a href=\"/thema/" + std::to_string(at) + "\">Thema</a></li>";
    }
    html += "<article><h1>Die Presse am Kanal</h1><p class=\"byline\">Von Rieke Tambour, 4. März 2026</p>";
    for (int at = 0; at < 40; ++at) {
        html.append("<p>").append(sentence).append(" ").append(sentence).append("</p>");
    }
    return html + "</article>";
}

void usual(benchmark::State& state)
{
    auto const html = usual_page();
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_page(html, "page.html", now).page.text.size());
    }
    state.SetItemsProcessed(state.iterations());
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(html.size()));
}

BENCHMARK(usual)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, nested, "<div>")->RangeMultiplier(10)->Range(1000, 100'000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK_CAPTURE(read, siblings, "<div>x</div>")->RangeMultiplier(10)->Range(1000, 100'000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK_CAPTURE(read, paragraphs, "<p>Die Leute lesen am 3. März 2026 drei Zahlen ab.</p>")
    ->RangeMultiplier(10)
    ->Range(1000, 100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK_CAPTURE(read, nested_dates, "<div class=\"comment\"><p>Am 3. März 2026 von Rieke Tambour")
    ->RangeMultiplier(10)
    ->Range(1000, 100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

} // namespace
