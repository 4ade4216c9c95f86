// links: score review
// What the review does between a moved slider and the answer, with 20,000 people: order, shortlist, rows.
#include "review/list_view.hpp"
#include "score/rank.hpp"
#include "score/settle.hpp"
#include "score/shortlist.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace {

using namespace knowwho;

constexpr int people = 20'000;

std::vector<Candidate> many_people()
{
    constexpr std::string_view roles[] = {"Leiter Instandhaltung", "Geschäftsführerin", "Einkäufer", "Professorin für Maschinendynamik", "Beteiligungsmanager",
        "Vertriebsingenieurin", "Referent Digitalisierung"};
    constexpr std::string_view trades[] = {"Pumpen", "Walzwerk", "Antriebe", "Verband", "Kapital", "Hochschule", "Werkzeugmaschinen", "Lager", "Pressen"};
    auto all = std::vector<Candidate>{};
    for (int number = 0; number < people; ++number) {
        auto candidate = Candidate{};
        auto& attendance = candidate.attendance;
        attendance.id = {number + 1};
        attendance.person = {number + 1};
        attendance.list_file = "liste.csv";
        attendance.row.line = number + 2;
        attendance.row.name.written = fmt::format("Person {:05}", number * 7919 % people);
        attendance.row.role = roles[number % std::size(roles)];
        attendance.row.organisation = fmt::format("{} {} GmbH", trades[number / 3 % std::size(trades)], number / 5);
        all.push_back(std::move(candidate));
    }
    return all;
}

Goals three_goals()
{
    auto goals = Goals{};
    for (auto const* const want : {"Leiter Instandhaltung, die Pumpen warten", "Forschung zu Maschinendynamik und Lagern", "Beteiligungen an jungen Firmen"}) {
        auto goal = Goal{};
        goal.name = goal.want = want;
        goals.goals.push_back(std::move(goal));
    }
    return goals;
}

void slider(benchmark::State& state)
{
    auto const candidates = many_people();
    auto goals = three_goals();
    auto matches = rank(candidates, goals, PartialDate{2026, 11, 25}, Watch{});
    for (auto _ : state) {
        goals.goals[0].weight = goals.goals[0].weight > 5 ? 1 : goals.goals[0].weight + 1;
        settle(matches, candidates, goals);
        benchmark::DoNotOptimize(choose(matches, candidates, goals));
    }
}
BENCHMARK(slider)->Unit(benchmark::kMillisecond);

void rows(benchmark::State& state)
{
    auto const words = review::PageWords{Language::german};
    auto const frame = review::Frame{words, "token", "Forum", "/", "", ""};
    auto row = review::PersonRow{};
    row.name = "Person 00001";
    row.role = "Leiter Instandhaltung";
    row.organisation = "Pumpen 17 GmbH";
    row.why = "Funktion „Leiter Instandhaltung“ passt zu „Instandhaltung“";
    row.shares = {0.3, 0.2, 0.1, 0.05};
    row.serves = {true, true, false};
    auto const hundred = std::vector<review::PersonRow>(100, row);
    for (auto _ : state) {
        benchmark::DoNotOptimize(review::rows_html(frame, hundred, {"Kunden", "Rat", "Geld"}, people, "/"));
    }
}
BENCHMARK(rows)->Unit(benchmark::kMillisecond);

} // namespace
