// SPDX-License-Identifier: MIT
// The review from an empty notebook on: a list dropped, goals written, the sheet taken away; and who may do so.
#include "model/error.hpp"
#include "store/candidates.hpp"
#include "store/events.hpp"
#include "store/notebook.hpp"
#include "store/outcomes.hpp"
#include "started_review.hpp"
#include "support/loopback.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace knowwho::test_review_start {
namespace {

using test::list_bytes;
using Started = test::StartedReview;

constexpr auto goals_text_written = "# my words\n[event]\nname = \"Pumpentag\" # the name\n\n[[goal]]\nname = \"Kunden\"\nwant = \"Leiter Instandhaltung\"\n\n[[read]]\nof = \"Ada Amsel\"\nbecause = \"es leise ist\"\n";

std::vector<Candidate> people_of_first_event(std::string const& file)
{
    auto const notebook = Notebook::open(file, Notebook::Access::read_only);
    auto const known = events(notebook);
    return known.empty() ? std::vector<Candidate>{} : load_candidates(notebook, known.front().id);
}

constexpr auto one_goal = "event_name=Pumpentag&goal_0_origin=&goal_0_want=Leiter+Instandhaltung&goal_0_name=Kunden&goal_0_kind=customer";

} // namespace

BOOST_AUTO_TEST_SUITE(review_start)

BOOST_AUTO_TEST_CASE(an_empty_notebook_leads_to_the_start)
{
    auto const started = Started{};
    for (auto const* const path : {"/", "/map", "/enrich", "/briefing", "/briefing/sheet", "/briefing/file/a.pdf"}) {
        BOOST_TEST(started.get(path).find("Location: /start\r\n") != std::string::npos, path);
    }
    BOOST_TEST(started.get("/start").find("id=\"list-file\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_list_is_looked_at_before_it_is_in_the_notebook_and_no_copy_stays)
{
    auto started = Started{};
    BOOST_TEST(test::status_of(started.send_file("/start/list", "list", "../../liste.csv", list_bytes)) == 303);
    auto const page = started.get("/start");
    BOOST_TEST(page.find("liste.csv</bdi>: 3 Personen") != page.npos);
    BOOST_TEST(page.find("Pumpenwerk Halle GmbH") != page.npos);
    BOOST_TEST(page.find("<script>alert") == page.npos);
    BOOST_TEST(started.kept_files() == 1U);
    BOOST_TEST(people_of_first_event(started.notebook()).empty());
    BOOST_TEST(started.post("/start/import", "do=import&event=Pumpentag").find("Location: /start\r\n") != std::string::npos);
    BOOST_TEST(started.when_done("/start").find("3 Personen f\xc3\xbcr \xe2\x80\x9ePumpentag\xe2\x80\x9c eingelesen: 3 neu") != std::string::npos);
    BOOST_TEST(people_of_first_event(started.notebook()).size() == 3U);
    BOOST_TEST(started.kept_files() == 0U);
    BOOST_TEST(test::status_of(started.send_file("/start/list", "list", "liste.csv", list_bytes)) == 303);
    started.post("/start/import", "do=drop");
    BOOST_TEST(started.kept_files() == 0U);
    BOOST_TEST(test::status_of(started.send_file("/start/list", "list", "liste.csv", list_bytes)) == 303);
    started.stop(SIGTERM);
    BOOST_TEST(started.kept_files() == 0U);
}

BOOST_AUTO_TEST_CASE(a_column_is_read_as_chosen_and_remembered)
{
    auto const started = Started{};
    started.send_file("/start/list", "list", "liste.csv", list_bytes);
    started.post("/start/import", "do=look&event=Pumpentag&column_2=organisation&column_3=place");
    auto const page = started.get("/start");
    BOOST_TEST(page.find("<td><bdi>Leiterin Instandhaltung</bdi></td></tr>") != page.npos); // as the place
    started.post("/start/import", "do=import&event=Pumpentag&column_3=role");
    started.when_done("/start");
    auto const people = people_of_first_event(started.notebook());
    BOOST_REQUIRE(people.size() == 3U);
    BOOST_TEST(people.front().attendance.row.role == "Leiterin Instandhaltung");
    BOOST_TEST(people.front().attendance.row.organisation == "Pumpenwerk Halle GmbH");
}

BOOST_AUTO_TEST_CASE(the_file_is_read_anew_as_it_is_chosen_and_back)
{
    auto const started = Started{};
    started.send_file("/start/list", "list", "liste.csv", "Fachtag Pumpen 2026\nVorname;Nachname;Haus, Ort\nJ\xf6rg;Amsel;Pumpenwerk Halle GmbH\nBert;Buche;Walzwerk Brache AG\n");
    auto const found = started.get("/start");
    BOOST_TEST(found.find("J\xc3\xb6rg Amsel") != found.npos);
    BOOST_TEST(found.find("wie erkannt: Semikolons") != found.npos);
    BOOST_TEST(found.find("name=\"event\" value=\"Fachtag Pumpen 2026\"") != found.npos);
    started.post("/start/import", "do=read&event=Pumpentag&encoding=cp850&delimiter=semicolon&column_2=organisation");
    auto const other = started.get("/start");
    BOOST_TEST(other.find("J\xc3\xb6rg Amsel") == other.npos);
    BOOST_TEST(other.find("<option value=\"cp850\" selected>") != other.npos);
    BOOST_TEST(other.find("<option value=\"semicolon\" selected>") != other.npos);
    started.post("/start/import", "do=read&event=Pumpentag&encoding=&delimiter=");
    BOOST_TEST(started.get("/start").find("J\xc3\xb6rg Amsel") != std::string::npos);
    started.post("/start/import", "do=read&event=Pumpentag&encoding=..&delimiter=x&sheet=y"); // none of the choices: as found
    BOOST_TEST(started.get("/start").find("J\xc3\xb6rg Amsel") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_told_and_nothing_is_kept)
{
    auto const started = Started{};
    started.send_file("/start/list", "list", "leer.csv", "");
    BOOST_TEST(started.get("/start").find("Es kam keine Datei an") != std::string::npos);
    started.send_file("/start/list", "list", "bild.png", std::string{"\x89PNG\r\n\x1a\n\0\0\0", 11});
    BOOST_TEST(started.get("/start").find("role=\"alert\"") != std::string::npos);
    BOOST_TEST(started.kept_files() == 0U);
    BOOST_TEST(test::status_of(started.post("/start/import", "do=import&event=x")) == 303);
    BOOST_TEST(people_of_first_event(started.notebook()).empty());
}

BOOST_AUTO_TEST_CASE(a_file_without_the_token_is_refused)
{
    auto const started = Started{};
    BOOST_TEST(test::status_of(started.send_file("/start/list", "list", "liste.csv", list_bytes, "0123456789abcdef0123456789abcdef")) == 403);
    BOOST_TEST(test::status_of(started.send_file("/start/pages", "pages", "a.html", "x", "0123456789abcdef0123456789abcdef")) == 403);
    BOOST_TEST(started.kept_files() == 0U);
}

BOOST_AUTO_TEST_CASE(goals_go_into_the_file_beside_the_notebook_and_the_list_is_ranked)
{
    auto const started = Started{};
    started.bring_list();
    BOOST_TEST(test::status_of(started.post("/start/goals", std::string{one_goal} + "&seen=" + started.seen())) == 303);
    BOOST_TEST(started.read_back("goals.toml") == "[event]\nname = \"Pumpentag\"\n\n[[goal]]\nname = \"Kunden\"\nkind = \"customer\"\nwant = \"Leiter Instandhaltung\"\n");
    BOOST_TEST(started.get("/").find("Amsel") != std::string::npos);
    BOOST_TEST(started.get("/map/points").find("\"Ada Amsel, ") != std::string::npos);
    BOOST_TEST(started.get("/enrich").find("id=\"enrich-start\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(goals_written_before_the_list_are_its_goals)
{
    auto const started = Started{};
    BOOST_TEST(test::status_of(started.post("/start/goals", std::string{one_goal} + "&seen=" + started.seen())) == 303);
    started.send_file("/start/list", "list", "liste.csv", list_bytes);
    BOOST_TEST(started.get("/start").find("name=\"event\" value=\"Pumpentag\"") != std::string::npos);
    started.post("/start/import", "do=import&event=Pumpentag");
    started.when_done("/start");
    BOOST_TEST(started.get("/").find("Amsel") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(comments_and_what_the_form_does_not_show_stay_in_the_file_that_was_named)
{
    auto const started = Started{true};
    started.bring_list();
    BOOST_TEST(test::status_of(started.post("/start/goals-text", fmt::format("text={}&seen={}", "%23+my+words%0A%5Bevent%5D%0Aname+%3D+%22Pumpentag%22+%23+the+name%0A%0A%5B%5Bgoal%5D%5D%0Aname+%3D+%22Kunden%22%0Awant+%3D+%22Leiter+Instandhaltung%22%0A%0A%5B%5Bread%5D%5D%0Aof+%3D+%22Ada+Amsel%22%0Abecause+%3D+%22es+leise+ist%22%0A",
                     started.seen()))) == 303);
    BOOST_TEST(started.read_back("mine.toml") == goals_text_written);
    auto const fields = "event_name=Pumpentag&goal_0_origin=0&goal_0_name=Kunden&goal_0_kind=know-how&goal_0_want=Leiter+Einkauf&seen=" + started.seen();
    BOOST_TEST(test::status_of(started.post("/start/goals", fields)) == 303);
    auto expected = std::string{goals_text_written};
    expected.replace(expected.find("Leiter Instandhaltung"), 21, "Leiter Einkauf");
    BOOST_TEST(started.read_back("mine.toml") == expected);
    BOOST_TEST(!std::filesystem::exists(started.file("goals.toml")));
}

BOOST_AUTO_TEST_CASE(lines_stay_lines_in_the_fields_and_in_the_file)
{
    auto const started = Started{};
    started.bring_list();
    auto const written = std::string{"[event]\nname = \"Pumpentag\"\n# a remark\n\n[me]\noffers = [\"Messkoffer\", \"Benchmark\"]\n\n[[goal]]\nname = \"Kunden\"\nwant = \"Leiter Instandhaltung\"\n"};
    std::ofstream{started.file("goals.toml")} << written;
    auto const page = started.get("/start");
    BOOST_TEST(page.find(">\nMesskoffer\nBenchmark</textarea>") != page.npos);
    BOOST_TEST(page.find("\n# a remark\n") != page.npos);
    auto const fields = "event_name=Pumpentag&me_offers=Messkoffer%0D%0ABenchmark&goal_0_origin=0&goal_0_name=Kunden&goal_0_kind=know-how&goal_0_want=Leiter+Instandhaltung&seen=" + started.seen();
    BOOST_TEST(test::status_of(started.post("/start/goals", fields)) == 303);
    BOOST_TEST(started.read_back("goals.toml") == written);
    started.post("/person/1/note", "value=eins%0D%0Azwei&revision=0");
    BOOST_TEST(started.get("/person/1").find(">eins\r\nzwei</textarea>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(goals_of_another_event_beside_the_notebook_are_left_alone)
{
    auto const started = Started{};
    started.bring_list();
    auto const others = std::string{"[event]\nname = \"Walztag\"\n[[goal]]\nwant = \"x\"\n"};
    std::ofstream{started.file("goals.toml")} << others;
    BOOST_TEST(test::status_of(started.post("/start/goals", std::string{one_goal} + "&seen=" + started.seen())) == 303);
    BOOST_TEST(started.read_back("goals.toml") == others);
    BOOST_TEST(started.read_back("goals-pumpentag.toml").find("Leiter Instandhaltung") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_second_window_overwrites_no_goals)
{
    auto const started = Started{};
    auto const before = started.seen();
    BOOST_TEST(test::status_of(started.post("/start/goals", std::string{one_goal} + "&seen=" + before)) == 303);
    auto const kept = started.read_back("goals.toml");
    auto const late = started.post("/start/goals", std::string{"goal_0_want=other&seen="} + before);
    BOOST_TEST(test::status_of(late) == 409);
    BOOST_TEST(late.find("Nichts wurde \xc3\xbc" "berschrieben") != late.npos);
    BOOST_TEST(test::status_of(started.post("/start/goals-text", "text=x&seen=" + before)) == 409);
    BOOST_TEST(started.read_back("goals.toml") == kept);
}

BOOST_AUTO_TEST_CASE(goals_that_are_wrong_are_shown_again_with_the_reason_and_not_kept)
{
    auto const started = Started{};
    auto const wrong = started.post("/start/goals-text", "text=%5Bevent%5D%0Anaame+%3D+1%0A&seen=" + started.seen());
    BOOST_TEST(test::status_of(wrong) == 422);
    BOOST_TEST(wrong.find("Zeile 2: unbekannter Schl\xc3\xbcssel \xe2\x80\x9enaame\xe2\x80\x9c") != wrong.npos);
    BOOST_TEST(wrong.find("naame = 1") != wrong.npos);
    BOOST_TEST(test::status_of(started.post("/start/goals", "event_starts=soon&goal_0_want=x&seen=" + started.seen())) == 422);
    BOOST_TEST(test::status_of(started.post("/start/goals", "event_name=x&seen=" + started.seen())) == 422);
    BOOST_TEST(!std::filesystem::exists(started.file("goals.toml")));
}

BOOST_AUTO_TEST_CASE(the_sheet_shows_itself_only_and_its_files_are_those_of_brief)
{
    auto const started = Started{};
    started.bring_list();
    started.post("/start/goals", std::string{one_goal} + "&seen=" + started.seen());
    BOOST_TEST(started.get("/briefing").find("src=\"/briefing/sheet\"") != std::string::npos);
    auto const sheet = started.get("/briefing/sheet");
    BOOST_TEST(test::status_of(sheet) == 200);
    BOOST_TEST(sheet.find("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'") != sheet.npos);
    BOOST_TEST(sheet.find("frame-ancestors 'self'; sandbox") != sheet.npos);
    BOOST_TEST(targets(Notebook::open(started.notebook(), Notebook::Access::read_only), EventId{1}).empty());
    auto const pdf = started.get("/briefing/file/x.pdf?paper=letter&large=1");
    BOOST_TEST(pdf.find("filename=\"knowwho-pumpentag.pdf\"") != pdf.npos);
    BOOST_TEST(pdf.find("\r\n\r\n%PDF-") != pdf.npos);
    BOOST_TEST(!targets(Notebook::open(started.notebook(), Notebook::Access::read_only), EventId{1}).empty());
    for (auto const* const name : {"x.html", "x.ics", "x.vcf", "x.md", "x.pocket.pdf"}) {
        BOOST_TEST(test::status_of(started.get(fmt::format("/briefing/file/{}", name))) == 200, name);
    }
    for (auto const* const name : {"x", "x.exe", ".."}) {
        BOOST_TEST(test::status_of(started.get(fmt::format("/briefing/file/{}", name))) == 404, name);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_review_start
