// SPDX-License-Identifier: MIT
// links: score
// Ranking: 240 people with 20 snippets each and 5 goals, and what ten times and more of them cost.
#include "score/rank.hpp"
#include "score/settle.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <sys/resource.h>

#include <cmath>

namespace {

using namespace knowwho;

/// Words by Zipf's law: a few stand everywhere, most hardly anywhere.
class Speaker {
public:
    explicit Speaker(std::uint64_t seed) : m_state(seed) {}

    std::string sentence(int words)
    {
        constexpr std::string_view syllables[] = {"wal", "zen", "pres", "sen", "lag", "ern", "pum", "pe", "mes", "sung", "plan", "ung", "kraft", "netz", "stahl",
            "bau", "tech", "nik", "wart", "ung"};
        constexpr double vocabulary = 20'000;
        auto text = std::string{};
        for (int i = 0; i < words; ++i) {
            auto word = static_cast<std::size_t>(std::pow(vocabulary, draw()));
            text += text.empty() ? "" : " ";
            for (int part = 0; part < 3; ++part, word /= std::size(syllables)) {
                text += syllables[word % std::size(syllables)];
            }
        }
        return text + ".";
    }
    std::size_t pick(std::size_t of) { return static_cast<std::size_t>(draw() * static_cast<double>(of)); }

private:
    /// 0 to 1 (Marsaglia's xorshift64).
    double draw()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<double>(m_state >> 11) / 9007199254740992.0;
    }
    std::uint64_t m_state;
};

std::vector<Candidate> people_of(int count, int snippets)
{
    constexpr std::string_view roles[] = {"Leiter Instandhaltung", "Geschäftsführerin", "Einkäufer", "Professorin für Maschinendynamik", "Beteiligungsmanager",
        "Vertriebsingenieurin", "Referent Digitalisierung"};
    constexpr std::string_view topics[] = {"Wartung von Pumpen", "Wagniskapital für Software", "offene Daten der Verwaltung", "Schulung von Jugendlichen",
        "predictive maintenance of presses", "supply chain transparency", "energy storage and the power grid"};
    auto speaker = Speaker{20261126};
    auto all = std::vector<Candidate>{};
    for (int number = 0; number < count; ++number) {
        auto candidate = Candidate{};
        auto& attendance = candidate.attendance;
        attendance.id = {number + 1};
        attendance.person = {number + 1};
        attendance.list_file = "liste.csv";
        attendance.row.line = number + 2;
        attendance.row.name.written = fmt::format("Person {:05}", number);
        attendance.row.role = roles[speaker.pick(std::size(roles))];
        attendance.row.organisation = fmt::format("Werk {} GmbH", number / 3);
        for (int i = 0; i < snippets; ++i) {
            auto evidence = Evidence{};
            evidence.snippet.id = {number * 100 + i + 1};
            evidence.snippet.language = Language::german;
            evidence.snippet.quote = speaker.sentence(20) + " " + std::string{topics[speaker.pick(std::size(topics))]} + ".";
            candidate.evidence.push_back(std::move(evidence));
        }
        all.push_back(std::move(candidate));
    }
    return all;
}

Goals five_goals()
{
    auto goals = Goals{};
    for (auto const* const want : {"Leiter Instandhaltung im Maschinenbau, die vorausschauende Wartung einführen", "investors in industrial software",
             "Behörden mit offenen Daten", "people who train teenagers in programming", "Fachleute für Batteriespeicher und Stromnetze"}) {
        auto goal = Goal{};
        goal.name = goal.want = want;
        goals.goals.push_back(std::move(goal));
    }
    return goals;
}

void rank_people(benchmark::State& state)
{
    auto const people = people_of(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    auto const goals = five_goals();
    for (auto _ : state) {
        benchmark::DoNotOptimize(rank(people, goals, PartialDate{2026, 11, 25}, Watch{}));
    }
    auto usage = rusage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kib_per_mib = 1024;
    state.counters["MiB"] = static_cast<double>(usage.ru_maxrss) / kib_per_mib; // of the process: the largest so far
}
BENCHMARK(rank_people)->Args({240, 20})->Args({2'400, 20})->Args({20'000, 0})->Args({20'000, 1})->Args({20'000, 20})->Unit(benchmark::kMillisecond);

void move_a_weight(benchmark::State& state)
{
    auto const people = people_of(20'000, 1);
    auto goals = five_goals();
    auto matches = rank(people, goals, PartialDate{2026, 11, 25}, Watch{});
    for (auto _ : state) {
        goals.goals[0].weight = goals.goals[0].weight > 5 ? 1 : goals.goals[0].weight + 1;
        settle(matches, people, goals);
    }
}
BENCHMARK(move_a_weight)->Unit(benchmark::kMillisecond);

} // namespace
