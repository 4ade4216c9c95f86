// SPDX-License-Identifier: MIT
// Stopped or killed at any point, a stage leaves a sound notebook, and running it again finishes the work.
#include "enrich/saved_pages.hpp"
#include "import/importer.hpp"
#include "import/read_list.hpp"
#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fmt/format.h>
#include <functional>
#include <stop_token>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace knowwho::test_stopping {
namespace {

namespace data = boost::unit_test::data;

constexpr int people = 2000;
constexpr int pages = 12;

/// A family name of its own for every number: "Barolind", "Belolind", ...
std::string family_name(int number)
{
    constexpr std::string_view first[] = {"Ba", "Be", "Dor", "Fa", "Gru", "Hol", "Kam", "Lin", "Mer", "Nol"};
    constexpr std::string_view second[] = {"ro", "lo", "mi", "ne", "ta", "ga", "du", "ke", "so", "wi"};
    constexpr std::string_view third[] = {"lind", "mann", "berg", "hoff", "feld", "stein", "kamp", "brandt", "horst", "dorf"};
    constexpr std::string_view fourth[] = {"er", "t"};
    return fmt::format("{}{}{}{}", first[number % 10], second[number / 10 % 10], third[number / 100 % 10], fourth[number / 1000 % 2]);
}

std::string long_list()
{
    auto text = std::string{"Vorname;Nachname;Firma;Funktion\n"};
    for (int number = 0; number < people; ++number) {
        text += fmt::format("Maren;{0};{0} Antriebe GmbH;Produktionsleiterin\n", family_name(number));
    }
    return text;
}

/// A notebook file, a list and a folder of pages about its people.
struct Fixture {
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "k.db";
    ListReading list = read_list("liste.csv", long_list(), {}, {});
    Event event{{}, "Forum", "", {}, {}, Instant{}};

    Fixture()
    {
        for (int number = 0; number < pages; ++number) {
            folder.write(fmt::format("pages/{:02}.txt", number),
                fmt::format("Maren {0} leitet die Produktion der {0} Antriebe GmbH und mag Zahnräder.\n", family_name(number)));
        }
    }

    EventId import_all(Watch const& watch = {}) const
    {
        auto book = Notebook::open(file);
        return import_list(book, list, event, Instant{}, watch).event;
    }

    void enrich_all(EventId id, Watch const& watch = {}) const
    {
        auto book = Notebook::open(file);
        enrich_from_pages(book, id, folder.path() / "pages", nullptr, Instant{}, watch);
    }

    std::size_t people_there() const
    {
        auto const book = Notebook::open(file);
        auto const found = find_event(book, event.name);
        return found ? attendances(book, found->id).size() : 0;
    }

    std::size_t people_with_quotes(EventId id) const { return quotable_evidence(Notebook::open(file), id).size(); }
};

/// Calls `act` at the n-th look of a stage at its watch.
Watch at_look(int wanted, std::function<void()> act, std::stop_token stop = {})
{
    return {[wanted, act = std::move(act), look = 0](std::string_view, std::int64_t, std::int64_t) mutable {
                if (++look == wanted) {
                    act();
                }
            },
        stop};
}

/// Runs `work` in a process of its own and says whether it was killed.
bool was_killed(std::function<void()> const& work)
{
    auto const child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

int const early_and_late[] = {1, 2, 3, 4};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stopping, Fixture)

BOOST_AUTO_TEST_CASE(an_import_that_is_stopped_has_written_nothing)
{
    auto source = std::stop_source{};
    BOOST_CHECK_THROW(import_all(at_look(2, [&] { source.request_stop(); }, source.get_token())), Interrupted);
    BOOST_TEST(people_there() == 0u);
    import_all();
    BOOST_TEST(people_there() == std::size_t{people});
}

BOOST_DATA_TEST_CASE(an_import_that_is_killed_has_written_all_or_nothing, data::make(early_and_late), look)
{
    bool const killed = was_killed([&] { import_all(at_look(look, [] { std::raise(SIGKILL); })); });
    BOOST_TEST(killed);
    BOOST_TEST(people_there() == 0u);
    import_all();
    BOOST_TEST(people_there() == std::size_t{people});
}

BOOST_AUTO_TEST_CASE(pages_read_before_the_stop_are_kept_and_the_rest_follows)
{
    auto const id = import_all();
    auto source = std::stop_source{};
    BOOST_CHECK_THROW(enrich_all(id, at_look(5, [&] { source.request_stop(); }, source.get_token())), Interrupted);
    auto const before = people_with_quotes(id);
    BOOST_TEST(before > 0u);
    BOOST_TEST(before < std::size_t{pages});
    enrich_all(id);
    BOOST_TEST(people_with_quotes(id) == std::size_t{pages});
}

BOOST_DATA_TEST_CASE(killed_while_reading_pages_it_loses_at_most_the_page_in_hand, data::make(early_and_late), look)
{
    auto const id = import_all();
    bool const killed = was_killed([&] { enrich_all(id, at_look(look, [] { std::raise(SIGKILL); })); });
    BOOST_TEST(killed);
    BOOST_TEST(people_with_quotes(id) + 1 >= static_cast<std::size_t>(look - 1));
    enrich_all(id);
    BOOST_TEST(people_with_quotes(id) == std::size_t{pages});
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_stopping
