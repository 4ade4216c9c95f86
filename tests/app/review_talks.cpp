// SPDX-License-Identifier: MIT
// After the talks, in the browser: noted, followed up, kept, forgotten; and taken back.
#include "started_review.hpp"
#include "store/candidates.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/follow_ups.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"
#include "store/outcomes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace knowwho::test_review_talks {
namespace {

using test::StartedReview;

/// A list with goals, and Ada Amsel on it.
struct Evening {
    StartedReview started;

    Evening()
    {
        started.bring_list();
        started.post("/start/goals", "event_name=Pumpentag&event_place=Halle&me_name=Jana+Beispiel&goal_0_want=Leiter+Instandhaltung&goal_0_kind=customer&seen=" + started.seen());
    }

    /// What the program prints about the notebook.
    std::string command(std::string const& words) const
    {
        auto* const pipe = popen(fmt::format("'{}' --notebook '{}' {}", KNOWWHO_PROGRAM, started.notebook(), words).c_str(), "r");
        BOOST_REQUIRE(pipe != nullptr);
        auto text = std::string{};
        for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) {
            text += static_cast<char>(c);
        }
        pclose(pipe);
        return text;
    }

    Notebook notebook() const { return Notebook::open(started.notebook(), Notebook::Access::read_only); }

    std::string note(std::string const& fields) const { return started.post("/met", fields); }

    /// Number, person and revision of the first follow-up on the page.
    std::string first_form() const
    {
        auto const page = started.get("/followups");
        auto const value = [&](std::string const& name) {
            auto const rest = StartedReview::after(page, fmt::format("name=\"{}\" value=\"", name));
            return rest.substr(0, rest.find('"'));
        };
        return fmt::format("person={}&revision={}&back=/followups", value("person"), value("revision"));
    }

    std::string first_path() const
    {
        auto const rest = StartedReview::after(started.get("/followups"), "action=\"/followups/");
        return "/followups/" + rest.substr(0, rest.find('"'));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(review_talks)

BOOST_AUTO_TEST_CASE(an_encounter_is_noted_with_what_follows_and_can_be_taken_back)
{
    auto const evening = Evening{};
    BOOST_TEST(evening.started.get("/met").find("name=\"place\" value=\"Halle\"") != std::string::npos);
    BOOST_TEST(evening.started.get("/met").find("name=\"occasion\" value=\"Pumpentag\"") != std::string::npos);
    auto const answer = evening.note("who=Amsel&event=Pumpentag&talked=leise+Lager&by=Bert+Buche&promised_0=Benchmark&promised_0_day=2031-01-15&promised_me_0=Katalog&sympathy=4&worth=much&next=Besuch+im+Werk");
    BOOST_REQUIRE(answer.find("Location: /met?noted=") != answer.npos);
    auto const told = evening.started.get(answer.substr(answer.find("/met?noted="), 12));
    BOOST_TEST(told.find("Ada Amsel ist notiert") != told.npos);
    BOOST_TEST(told.find("Versprochen: Benchmark") != told.npos);
    BOOST_TEST(told.find("Danken f\xc3\xbcr die Bekanntschaft mit Ada Amsel") != told.npos);
    auto const all = encounters(evening.notebook());
    BOOST_REQUIRE(all.size() == 1u);
    BOOST_TEST(all.front().sympathy == 4);
    BOOST_TEST(all.front().next_step == "Besuch im Werk");
    BOOST_REQUIRE(outcomes(evening.notebook()).size() == 1u);
    BOOST_TEST(outcomes(evening.notebook()).front().worth == 2);
    BOOST_TEST((promises(evening.notebook()).front().due == parse_iso_date("2031-01-15")));
    BOOST_TEST(evening.started.get("/changes").find("Begegnung mit Ada Amsel") != std::string::npos);
    BOOST_TEST(evening.command("undo --list").find("met Ada Amsel [1]\n") != std::string::npos); // in words, without what the undoing needs
    BOOST_TEST(evening.note("who=Amsel&event=Pumpentag&talked=leise+Lager&by=Bert+Buche&promised_0=Benchmark&promised_0_day=2031-01-15&promised_me_0=Katalog&sympathy=4&next=Besuch+im+Werk")
                   .find("Location: /met?before=1") != std::string::npos);
    evening.started.post("/undo", "back=/met");
    BOOST_TEST(encounters(evening.notebook()).empty());
    BOOST_TEST(contacts(evening.notebook()).empty());
    BOOST_TEST(outcomes(evening.notebook()).empty());
}

BOOST_AUTO_TEST_CASE(a_command_that_ends_beside_the_review_takes_no_later_click_away)
{
    auto evening = Evening{}; // whose list a job has imported: the review has opened the notebook twice
    evening.command("followups");
    BOOST_TEST(test::status_of(evening.started.post("/person/1/note", "value=eins&revision=0")) == 303);
    evening.started.stop(SIGKILL);
    BOOST_TEST(remark(evening.notebook(), {1}).note == "eins");
}

BOOST_AUTO_TEST_CASE(who_is_unclear_is_asked_for_and_nothing_written_is_lost)
{
    auto const evening = Evening{};
    auto const nobody = evening.note("who=Amsl&talked=leise+Lager");
    BOOST_TEST(test::status_of(nobody) == 422);
    BOOST_TEST(nobody.find("Niemand im Notizbuch") != nobody.npos);
    BOOST_TEST(nobody.find("value=\"leise Lager\"") != nobody.npos);
    BOOST_TEST(nobody.find("<bdi>Ada Amsel</bdi>") != nobody.npos);
    auto const late = evening.note("who=Amsel&on=2222-01-01&talked=leise+Lager");
    BOOST_TEST(late.find("der 2222-01-01 liegt noch in der Zukunft") != late.npos);
    BOOST_TEST(late.find("value=\"leise Lager\"") != late.npos);
    BOOST_TEST(test::status_of(evening.note("who=Amsel&promised_0=x&promised_0_day=bald")) == 422);
    BOOST_TEST(encounters(evening.notebook()).empty());
    BOOST_TEST(evening.note("who=Gesa+Huhn&newcomer=1&organisation=Neuwerk&event=Pumpentag").find("Location: /met?noted=") != std::string::npos);
    BOOST_TEST(encounters(evening.notebook()).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_follow_up_has_a_draft_and_is_done_moved_dropped_and_opened_again)
{
    auto const evening = Evening{};
    evening.note("who=Amsel&event=Pumpentag&talked=leise+Lager&promised_0=Benchmark");
    auto const page = evening.started.get("/followups?channel=portal");
    BOOST_TEST(page.find("readonly aria-label=\"Entwurf: Ada Amsel\"") != page.npos);
    BOOST_TEST(page.find("f\xc3\xa4llig in") != page.npos);
    BOOST_TEST(page.find("1 Person getroffen, bei 1 ist noch etwas zu tun") != page.npos);
    auto const form = evening.first_form();
    auto const path = evening.first_path();
    BOOST_TEST(test::status_of(evening.started.post(path, form + "&do=dropped&reason=")) == 422);
    BOOST_TEST(test::status_of(evening.started.post(path, form + "&do=later&until=2031-01-15")) == 303);
    BOOST_TEST(evening.started.post(path, form + "&do=done").find("409") != std::string::npos); // seen before it was moved
    BOOST_TEST(test::status_of(evening.started.post(path, evening.first_form() + "&do=done")) == 303);
    BOOST_TEST(test::status_of(evening.started.post(evening.first_path(), evening.first_form() + "&do=dropped&reason=falsche+Person")) == 303);
    auto const closed = evening.started.get("/followups?all=1");
    BOOST_TEST(closed.find("falsche Person") != closed.npos);
    BOOST_TEST(closed.find("bei 1 Person ist nichts mehr zu tun") != closed.npos);
    evening.started.post("/undo", "back=/followups");
    BOOST_TEST(open_follow_ups(evening.notebook()).size() == 1u);
}

BOOST_AUTO_TEST_CASE(who_goes_is_shown_kept_on_purpose_and_forgotten_only_with_a_tick)
{
    auto const evening = Evening{};
    auto const page = evening.started.get("/privacy?q=Buche");
    BOOST_TEST(page.find("geht am") != page.npos);
    auto const known = acquaintances(evening.notebook(), Who::everybody);
    auto const bert = known.at(1).person.value;
    BOOST_TEST(page.find(fmt::format("href=\"/privacy/forget/{}\"", bert)) != page.npos);
    BOOST_TEST(test::status_of(evening.started.post(fmt::format("/privacy/keep/{}", bert), "revision=0&value=yes&back=/privacy")) == 303);
    BOOST_TEST(find_contact(evening.notebook(), {bert})->kept);
    evening.started.post("/undo", "back=/privacy");
    BOOST_TEST(!find_contact(evening.notebook(), {bert}).has_value());
    auto const ask = evening.started.get(fmt::format("/privacy/forget/{}", bert));
    BOOST_TEST(ask.find("Bert Buche vergessen?") != ask.npos);
    auto const revision = StartedReview::after(ask, "name=\"revision\" value=\"").substr(0, 1);
    BOOST_TEST(test::status_of(evening.started.post(fmt::format("/privacy/forget/{}", bert), "revision=" + revision)) == 422);
    BOOST_TEST(test::status_of(evening.started.post(fmt::format("/privacy/forget/{}", bert), "revision=9&sure=1")) == 409);
    BOOST_TEST(find_acquaintance(evening.notebook(), {bert}).has_value());
    BOOST_TEST(test::status_of(evening.started.post(fmt::format("/privacy/forget/{}", bert), "sure=1&revision=" + revision)) == 200);
    BOOST_TEST(!find_acquaintance(evening.notebook(), {bert}).has_value());
    BOOST_TEST(evening.started.get("/").find("Buche") == std::string::npos);
    BOOST_TEST(test::status_of(evening.started.post("/privacy/purge", "")) == 422);
    BOOST_TEST(evening.started.post("/privacy/purge", "sure=1").find("Location: /privacy?purged=0") != std::string::npos);
    BOOST_TEST(test::status_of(evening.started.get("/privacy/forget/4711")) == 404);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_review_talks
