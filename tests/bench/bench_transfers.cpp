// SPDX-License-Identifier: MIT
// Transfers against `curl --parallel` on the same list from the same server, and against what pace allows.
// links: fetch test_support
#include "fetch/fetcher.hpp"
#include "store/notebook.hpp"
#include "support/replay_server.hpp"
#include "support/temporary_folder.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/resource.h>

namespace knowwho {
namespace {

constexpr auto pages = 1000;
constexpr auto hosts = 50;

/// 30 KiB that pack like a page: words of a small vocabulary.
std::string page_of(int number)
{
    auto text = std::string{"<html><body>"};
    for (auto state = static_cast<unsigned>(number); text.size() < 30 * 1024;) {
        state = state * 1664525U + 1013904223U;
        text += "<p>Wort" + std::to_string(state % 4096) + " ";
    }
    return text;
}

std::string target_of(int number)
{
    return "/host" + std::to_string(number % hosts) + ".example/seite/" + std::to_string(number);
}

test::ReplayServer& server()
{
    static auto one = test::ReplayServer{};
    static auto const filled = [] {
        for (auto number = 0; number < pages; ++number) {
            one.serve(target_of(number), {.body = page_of(number)});
        }
        return true;
    }();
    (void)filled;
    return one;
}

FetchOptions options_for(test::ReplayServer const& from)
{
    auto options = FetchOptions{};
    options.transfers.connection.permissions.loopback = true;
    options.transfers.connection.stand_in = from.address();
    options.transfers.parallel = 32;
    options.transfers.parallel_per_host = 32;
    return options;
}

int fetch_all(Notebook& notebook, int count, bool cache)
{
    auto clock = SystemClock{};
    auto fetcher = Fetcher{options_for(server()), notebook, clock};
    auto good = 0;
    for (auto number = 0; number < count; ++number) {
        auto fetch = Fetch{};
        fetch.request.address = "http:/" + target_of(number % pages);
        fetch.robots = false;
        fetch.cache = cache;
        fetcher.get(fetch, [&](Response const& response) { good += response.status == 200 ? 1 : 0; });
    }
    fetcher.run();
    return good;
}

void thousand_pages_cache_written(benchmark::State& state)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto const folder = test::TemporaryFolder{};
        auto notebook = Notebook::open(folder.path() / "notizen.db");
        server();
        state.ResumeTiming();
        if (fetch_all(notebook, pages, true) != pages) {
            state.SkipWithError("not all pages came");
        }
    }
}
BENCHMARK(thousand_pages_cache_written)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

void thousand_pages_by_curl(benchmark::State& state)
{
    auto const folder = test::TemporaryFolder{};
    {
        auto list = std::ofstream{folder.path() / "list"};
        for (auto number = 0; number < pages; ++number) {
            list << "url = \"" << server().address(target_of(number)) << "\"\noutput = \"" << folder.path().string() << '/' << number << "\"\n";
        }
    }
    auto const command = "curl --silent --parallel --parallel-max 32 --config " + (folder.path() / "list").string();
    for (auto _ : state) {
        if (std::system(command.c_str()) != 0) {
            state.SkipWithError("curl failed");
        }
    }
}
BENCHMARK(thousand_pages_by_curl)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

/// 40 requests to 4 hosts at one per second each, from a server that takes 200 ms: the pace allows 9.2 s.
void paced_hosts(benchmark::State& state)
{
    auto slow = test::ReplayServer{};
    slow.serve("/{host}/x?n={n}", {.body = "x", .delay = std::chrono::milliseconds{200}});
    for (auto _ : state) {
        auto clock = SystemClock{};
        auto transfers = Transfers{options_for(slow).transfers, clock};
        for (auto number = 0; number < 40; ++number) {
            auto request = Request{};
            request.address = "http://host" + std::to_string(number % 4) + ".example/x?n=" + std::to_string(number);
            request.host_delay = std::chrono::seconds{1};
            transfers.add(std::move(request), [](Response const&) {});
        }
        transfers.run();
    }
    state.counters["bound_s"] = 9.2;
}
BENCHMARK(paced_hosts)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

void ten_thousand_answers(benchmark::State& state)
{
    for (auto _ : state) {
        auto notebook = Notebook::in_memory();
        fetch_all(notebook, 10 * pages, false);
    }
    auto usage = rusage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["peak_MiB_with_server"] = static_cast<double>(usage.ru_maxrss) / 1024;
}
BENCHMARK(ten_thousand_answers)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

} // namespace
} // namespace knowwho
