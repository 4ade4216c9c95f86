// SPDX-License-Identifier: MIT
// Every opener in every language and form, with odd names, as a file that people read through.
//   KNOWWHO_WRITE_GOLDEN=1 test_report --run_test=all_openers   writes it anew.
#include "builders.hpp"
#include "report/facts.hpp"
#include "report/lint.hpp"
#include "report/openers.hpp"
#include "report/spoken_words.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(all_openers)

namespace {

std::filesystem::path golden_file()
{
    return std::filesystem::path{KNOWWHO_SOURCE_DIR} / "tests/lib/report/all_openers.golden.txt";
}

/// People whose names, organisations and talks put the grammar to the test.
World odd_people(Language language, Address form)
{
    World world;
    world.goals = sample_goals();
    world.goals.event.language = language;
    world.goals.event.address = form;
    auto const add = [&](PersonBuilder person, std::string const& author) {
        person.from("Bad Münder").about("Rudern").speaks("Podium: Wer hört zu?").speaks("Vom Band zum Bild")
            .text(PageKind::article, "Bänder hören", "Die Geräuschanalyse spart Stillstände.", {2026, 5, 3}, {author})
            .text(PageKind::article, "Interview: „Staub ist kein Schicksal“", "Wir messen Staub.", {2026, 3, 0})
            .text(PageKind::article, "Was ein Band kostet", "Ein Band kostet mehr, als es wiegt.", {2026, 0, 0})
            .text(PageKind::article, "Neues Haus für Schüttgut: Verband der Schüttgutbetriebe, Deutsches Institut für Bandkunde und Westfälische Technische Hochschule bauen", "Es wird gebaut.", {2026, 2, 1})
            .text(PageKind::company, "Unser Team", "Leitet das Haus.", {2026, 1, 1})
            .met({2025, 5, 12}, "Lager der Presse 9", "Geräuschproben von zwölf Bändern")
            .reason(SignalKind::common_ground, 0, 0.1, "Gemeinsam: „Rudern“", {"Rudern"})
            .reason(SignalKind::topic, 0, 0.1, "Ein Text nennt „Geräuschanalyse“", {"Geräuschanalyse"}, 1);
        person.join(world);
    };
    add(PersonBuilder("Almut", "von der Heide").mrs().title("Prof. Dr.").works("Leiterin Bandkunde", "Deutsches Institut für Bandkunde"), "Almut von der Heide");
    add(PersonBuilder("Kim", "Marx").works("Vorstand", "Verband der Schüttgutbetriebe e. V."), "Kim Marx");
    add(PersonBuilder("JOHANNES", "VOSS").mr().title("Dipl.-Ing.").works("GESCHÄFTSFÜHRER", "Westfälische Technische Hochschule"), "Johannes Voss");
    return world;
}

void add_openers(std::string& out, World const& world, std::size_t person)
{
    auto const& event = world.goals.event;
    auto const facts = facts_about(world.candidates[person], world.matches[person], world.goals, world.today, knowwho::met_before(world.met, world.matches[person].person));
    auto patterns = read_patterns(event.language, event.address);
    for (auto const& pattern : patterns) {
        auto const fact = std::find_if(facts.begin(), facts.end(), [&](Fact const& one) {
            return one.kind == pattern.kind && fill_pattern(pattern.sentence, one.slots);
        });
        bool const ask = pattern.kind == OpenerKind::ask;
        auto const sentence = ask ? fill_pattern(pattern.sentence, {{"want", spoken_want(world.goals.goals[0])}})
            : fact == facts.end() ? std::nullopt
                                  : fill_pattern(pattern.sentence, fact->slots);
        out += pattern.id + ": " + (sentence ? *sentence : "(no such fact)");
        out += pattern.fill_in.empty() ? "" : " " + pattern.fill_in + " …";
        out += ask ? "\n" : " / " + pattern.question + "\n";
    }
}

std::string written_out()
{
    std::string out;
    for (auto const& [language, form, title] : {std::tuple{Language::german, Address::sie, "# Sie"},
             {Language::german, Address::du, "# du"}, {Language::english, Address::sie, "# English"}}) {
        World const world = odd_people(language, form);
        for (std::size_t person = 0; person < world.candidates.size(); ++person) {
            out += std::string{title} + ", " + world.candidates[person].attendance.row.name.written + "\n";
            add_openers(out, world, person);
        }
    }
    return out;
}

std::string read_golden()
{
    std::ifstream file{golden_file(), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

BOOST_AUTO_TEST_CASE(every_opener_reads_as_it_was_read_through)
{
    std::string const openers = written_out();
    if (std::getenv("KNOWWHO_WRITE_GOLDEN") != nullptr) {
        std::ofstream{golden_file(), std::ios::binary} << openers;
    }
    BOOST_TEST(std::count(openers.begin(), openers.end(), '\n') > 300);
    BOOST_TEST((openers == read_golden()), "all_openers.golden.txt differs: look at the change, then write it anew");
}

BOOST_AUTO_TEST_CASE(no_opener_has_what_the_lint_refuses)
{
    for (auto const language : {Language::german, Language::english}) {
        for (auto const& card : odd_people(language, Address::sie).briefing().cards) {
            for (auto const& opener : card.openers) {
                BOOST_TEST(lint(opener.sentence.text, language).empty(), opener.sentence.text);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
