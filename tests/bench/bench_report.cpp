// SPDX-License-Identifier: MIT
// links: report
// How long a sheet of five targets takes: as values, as HTML (30 ms allowed) and as PDF (0.5 s allowed).
#include "../lib/report/builders.hpp"
#include "report/html.hpp"
#include "report/hyphenation.hpp"
#include "report/pdf.hpp"
#include "report/pdf_pocket.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

namespace {

using namespace knowwho;

World five_targets()
{
    World world;
    world.goals = sample_goals();
    for (int i = 0; i < 9; ++i) {
        PersonBuilder("Almut" + std::to_string(i), "Weber").mrs().title("Dr.-Ing.").works("Leiterin Instandhaltung", "Kieswerk Grünau GmbH & Co. KG")
            .from("Grünau").about("Maschinenbau in Kassel, Rudern im Achter").speaks("Wenn das Band singt: Stillstand vermeiden", "2026-11-26 14:00", "Saal 2")
            .text(PageKind::article, "Bänder hören", "Weber hört seit zwei Jahren auf die Geräuschanalyse ihrer Bänder.", {2026, 5, 3})
            .text(PageKind::article, "Staub ist kein Schicksal", "„Wir messen Staub an vierzehn Stellen der Förderanlage“, sagt Weber.", {2026, 2, 3})
            .text(PageKind::company, "Unser Team", "Dr. Almut Weber leitet die Instandhaltung und die Werkstatt.", {2026, 1, 0})
            .reason(SignalKind::role, 0, 0.4, "Funktion „Leiterin Instandhaltung“ passt zu „Betriebsleiter“", {"Instandhaltung"})
            .reason(SignalKind::topic, 1, 0.3, "„Bänder hören“ (2026-05-03) nennt „Geräuschanalyse“", {"Geräuschanalyse"}, 1)
            .reason(SignalKind::common_ground, 0, 0.1, "Gemeinsam: „Rudern“", {"Rudern"})
            .join(world, i < 5);
    }
    world.shortlist.coverage = {0.7, 0.4};
    world.shortlist.three_come = 0.8;
    return world;
}

void compose_values(benchmark::State& state)
{
    World const world = five_targets();
    for (auto _ : state) {
        benchmark::DoNotOptimize(world.briefing().cards.size());
    }
}

void html(benchmark::State& state)
{
    Briefing const sheet = five_targets().briefing();
    for (auto _ : state) {
        benchmark::DoNotOptimize(to_html(sheet, {}).size());
    }
}

/// With the patterns of Debian's hyphen-de where it is installed, read anew for each sheet as the program does.
void pdf(benchmark::State& state)
{
    Briefing const sheet = five_targets().briefing();
    for (auto _ : state) {
        std::ifstream file{"/usr/share/hyphen/hyph_de_DE.dic", std::ios::binary};
        Hyphenation const breaks{std::string{std::istreambuf_iterator<char>{file}, {}}};
        SheetOptions options;
        options.hyphenation = breaks.empty() ? nullptr : &breaks;
        benchmark::DoNotOptimize(to_pdf(sheet, options, Instant{}).size());
    }
}

void pocket(benchmark::State& state)
{
    Briefing const sheet = five_targets().briefing();
    for (auto _ : state) {
        benchmark::DoNotOptimize(to_pocket_card(sheet, {}, Instant{}).size());
    }
}

} // namespace

BENCHMARK(compose_values)->Unit(benchmark::kMillisecond);
BENCHMARK(html)->Unit(benchmark::kMillisecond);
BENCHMARK(pdf)->Unit(benchmark::kMillisecond);
BENCHMARK(pocket)->Unit(benchmark::kMillisecond);
