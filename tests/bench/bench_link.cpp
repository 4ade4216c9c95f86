// SPDX-License-Identifier: MIT
// links: identity
// How long 10,000 candidate profiles take that bear the names of 1,000 attendees: invented people with houses,
// fields and co-authors. Filling the corpus is timed by itself, since it is done once.
#include "identity/profile_link.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace knowwho;

constexpr std::size_t attendees = 1'000;
constexpr std::size_t candidates_each = 10;

constexpr std::array given_names{"Heike", "Jens", "Anna Maria", "Karl-Heinz", "Weiming", "J. R.", "Svetlana", "Uwe", "Mehmet", "Lena"};
constexpr std::array family_names{"Peters", "von der Heide", "Müller-Lüdenscheid", "Okafor", "Zhang", "Sattler", "Özdemir", "de Vries", "Novák", "Huber"};
constexpr std::array endings{"", "", "", "mann", "er", "sen", "bach", "ski", "berg", "dottir"};
constexpr std::array houses{"Holmwerk GmbH", "Universität Talheim, Institut für Antriebstechnik", "Hallerbruch Maschinenfabrik AG", "Talbach Pumpen GmbH & Co. KG",
    "Department of Physics, University of Holmstadt", "Stadtwerke Nordtal", "Fraunhofer-Institut für Lagertechnik"};
constexpr std::array fields{"bearings", "condition monitoring", "pump hydraulics", "machine learning", "supply chains", "welding", "spectroscopy", "sensor fusion", "thermal storage"};

class Invented {
public:
    template <typename Words>
    std::string one_of(Words const& words) { return words[m_random() % words.size()]; }

    std::string name() { return one_of(given_names) + ' ' + one_of(family_names) + one_of(endings); }

    std::vector<std::string> topics() { return {one_of(fields), one_of(fields), one_of(fields), one_of(fields) + ' ' + one_of(fields)}; }

    LinkSubject subject()
    {
        auto made = LinkSubject{name(), one_of(houses), "holmwerk.example", "Talheim", "head of research", "Forum", "en", topics(), {}, {name(), name()}, 2024};
        return made;
    }

    LinkProfile profile(std::string const& name_of_subject)
    {
        auto made = LinkProfile{{{name_of_subject, 3}, {name(), 1}}, {{one_of(houses), 4}, {one_of(houses), 1}, {one_of(houses), 1}}, {"talbach.example"}, {"Nordtal"},
            {"researcher"}, topics(), {}, {name(), name(), name(), name(), name()}, {"Forum", "Journal of Bearings"}, "en", 2015, 2023, 12};
        return made;
    }

private:
    std::mt19937 m_random{7};
};

struct World {
    World()
    {
        auto invented = Invented{};
        for (auto i = std::size_t{0}; i < attendees; ++i) {
            subjects.push_back(invented.subject());
            auto& own = profiles.emplace_back();
            for (auto k = std::size_t{0}; k < candidates_each; ++k) {
                own.push_back(invented.profile(subjects.back().name));
            }
        }
    }

    LinkCorpus corpus() const
    {
        auto made = LinkCorpus{};
        for (auto i = std::size_t{0}; i < subjects.size(); ++i) {
            made.add(subjects[i]);
            for (auto const& profile : profiles[i]) {
                made.add(profile);
            }
        }
        return made;
    }

    std::vector<LinkSubject> subjects;
    std::vector<std::vector<LinkProfile>> profiles;
};

void link(benchmark::State& state)
{
    auto const world = World{};
    auto corpus = world.corpus();
    benchmark::DoNotOptimize(link_profiles(world.subjects[0], world.profiles[0], corpus).size()); // reads the tables
    for (auto _ : state) {
        for (auto i = std::size_t{0}; i < attendees; ++i) {
            benchmark::DoNotOptimize(link_profiles(world.subjects[i], world.profiles[i], corpus).size());
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(attendees * candidates_each));
}

void fill_corpus(benchmark::State& state)
{
    auto const world = World{};
    for (auto _ : state) {
        benchmark::DoNotOptimize(world.corpus());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(attendees * candidates_each));
}

BENCHMARK(link)->Unit(benchmark::kMillisecond);
BENCHMARK(fill_corpus)->Unit(benchmark::kMillisecond);

} // namespace
