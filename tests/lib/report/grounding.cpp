// SPDX-License-Identifier: MIT
// The grounding check finds what was planted and leaves alone what is right.
#include "report/grounding.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <functional>
#include <random>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(grounding)

namespace {

/// A number below `limit`, the same on every machine.
std::size_t pick(std::mt19937& random, std::size_t limit)
{
    return static_cast<std::size_t>(random()) % limit;
}

template <std::size_t N>
std::string one_of(std::mt19937& random, std::array<char const*, N> const& words)
{
    return words[pick(random, N)];
}

PersonBuilder invented_person(std::mt19937& random)
{
    static constexpr std::array given{"Almut", "Jonas", "Kim", "Petra", "Emil", "Ruth", "Ilse", "Arne", "Mira", "Noah"};
    static constexpr std::array family{"Weber", "Claas", "Öztürk", "Sand", "Korn", "Voß", "Marx", "von Hagen", "Lang", "Ruß"};
    static constexpr std::array roles{"Leiterin Instandhaltung", "Betriebsleiter", "Einkäuferin", "Meister", "Vorstand"};
    static constexpr std::array houses{"Kieswerk Grünau GmbH & Co. KG", "Verband der Schüttgutbetriebe e. V.", "Bandgut AG",
        "Hochschule Fuldaufer", "Mühle Korn", "Deutsches Institut für Bandkunde"};
    static constexpr std::array places{"Ulm", "Grünau", "Bad Münder", "Zürich", ""};
    static constexpr std::array titles{"Bänder hören", "Interview: „Staub ist kein Schicksal“", "14 Tage ohne Stillstand",
        "Was 2025 geschah", "Neues aus der Mühle"};
    static constexpr std::array quotes{"Seit 2024 hört das Werk auf die Geräuschanalyse von 12 Bändern.",
        "Die Schwingungsmessung spart 38 Prozent der Stillstände, sagt sie.", "„Wir messen an 7 Stellen“, heißt es aus dem Haus."};
    std::string const first = one_of(random, given), last = one_of(random, family);
    PersonBuilder person{first, last};
    random() % 3 == 0 ? person : random() % 2 == 0 ? person.mrs() : person.mr();
    person.works(one_of(random, roles), one_of(random, houses)).from(one_of(random, places));
    if (random() % 2 == 0) {
        person.speaks("Vom Band zum Bild", "2026-11-26 14:00", "Saal 2");
    }
    if (random() % 3 == 0) {
        person.speaks("Podium: Wer hört zu? (Fr 27.11., 10:30 Uhr, Halle 4)");
    }
    for (int i = 0; i < 3; ++i) {
        PageKind const kind = random() % 3 == 0 ? PageKind::company : PageKind::article;
        PartialDate const date{2022 + static_cast<int>(pick(random, 5)), static_cast<int>(pick(random, 13)), 0};
        std::vector<std::string> const authors = random() % 3 == 0 ? std::vector{first + " " + last} : std::vector<std::string>{};
        person.text(kind, one_of(random, titles), one_of(random, quotes), date, authors);
    }
    return person;
}

World invented_world(unsigned seed)
{
    std::mt19937 random{seed};
    World world;
    world.goals = sample_goals();
    world.goals.event.language = seed % 3 == 0 ? Language::english : Language::german;
    world.goals.event.address = seed % 2 == 0 ? Address::sie : Address::du;
    bool const german = world.goals.event.language == Language::german;
    for (int i = 0; i < 4; ++i) {
        invented_person(random)
            .reason(SignalKind::organisation, 0, 0.2, german ? "Die Liste nennt „Förderbändern“" : "The list names “Förderbändern”")
            .reason(SignalKind::evidence, 1, 0.3, german ? "Ein Text nennt „Geräuschanalyse“" : "A text names “Geräuschanalyse”", {"Geräuschanalyse"}, 2)
            .join(world, i < 3);
    }
    return world;
}

using Error = std::function<bool(Briefing&, World&, std::mt19937&)>;

/// Changes one digit of a text to another; false if it has none.
bool change_digit(std::string& text, std::mt19937& random)
{
    std::vector<std::size_t> digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            digits.push_back(i);
        }
    }
    if (digits.empty()) {
        return false;
    }
    char& digit = text[digits[pick(random, digits.size())]];
    digit = static_cast<char>('0' + (digit - '0' + 1 + static_cast<int>(pick(random, 9))) % 10);
    return true;
}

/// Puts a word in behind some blank.
bool add_word(std::string& text, std::mt19937& random)
{
    static constexpr std::array more{"führend", "weltweit", "immer", "nie", "sehr", "Millionen", "heftig", "not", "always", "preisgekrönt"};
    std::vector<std::size_t> blanks;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') {
            blanks.push_back(i);
        }
    }
    if (blanks.empty()) {
        return false;
    }
    text.insert(blanks[pick(random, blanks.size())], std::string{" "} + one_of(random, more));
    return true;
}

Card& some_card(Briefing& sheet, std::mt19937& random)
{
    return sheet.cards[pick(random, sheet.cards.size())];
}

Opener& some_opener(Briefing& sheet, std::mt19937& random)
{
    Card& card = some_card(sheet, random);
    return card.openers[pick(random, card.openers.size())];
}

bool replace_name(std::string& text, std::string const& old, std::string const& fresh)
{
    std::size_t const at = text.find(old);
    if (old.empty() || old == fresh || at == std::string::npos) {
        return false;
    }
    text.replace(at, old.size(), fresh);
    return true;
}

/// The changed number, date, name, source, role and paraphrase of the requirement.
Error const errors[] = {
    [](Briefing& s, World&, std::mt19937& r) { return change_digit(some_opener(s, r).sentence.text, r); },
    [](Briefing& s, World&, std::mt19937& r) { return add_word(some_opener(s, r).sentence.text, r); },
    [](Briefing& s, World&, std::mt19937& r) { return add_word(some_opener(s, r).question, r); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return !c.quotes.empty() && change_digit(c.quotes[0].text, r); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return !c.quotes.empty() && add_word(c.quotes[0].text, r); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return !c.appearances.empty() && change_digit(c.appearances[0].when, r); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return !c.appearances.empty() && change_digit(c.appearances[0].room, r); },
    [](Briefing& s, World&, std::mt19937& r) { return change_digit(s.sources[pick(r, s.sources.size())].date, r); },
    [](Briefing& s, World&, std::mt19937& r) { return change_digit(s.sources[pick(r, s.sources.size())].quote, r); },
    [](Briefing& s, World&, std::mt19937& r) { return change_digit(s.sources[pick(r, s.sources.size())].label, r); },
    [](Briefing& s, World&, std::mt19937& r) { SourceEntry& e = s.sources[pick(r, s.sources.size())]; bool const was = e.stale; e.stale = false; return was; },
    [](Briefing& s, World&, std::mt19937& r) { return replace_name(some_card(s, r).full_name, "a", "o"); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return replace_name(c.openers[pick(r, c.openers.size())].sentence.text, c.address, "Frau Dr. Hollerbach"); },
    [](Briefing& s, World&, std::mt19937& r) { some_card(s, r).role = "Aufsichtsrätin"; return true; },
    [](Briefing& s, World&, std::mt19937& r) { return add_word(some_card(s, r).organisation, r); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return !c.reasons.empty() && add_word(c.reasons[0].sentence.text, r); },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); return !c.reasons.empty() && replace_name(c.reasons.back().sentence.text, "Geräuschanalyse", "Kernspaltung"); },
    // A namesake's snippet: the link is a question, or about somebody else.
    [](Briefing&, World& w, std::mt19937& r) {
        auto& evidence = w.candidates[pick(r, 3)].evidence;
        for (auto& one : evidence) {
            one.link.probability = 0.62;
            one.link.state = LinkState::question;
        }
        return true;
    },
    [](Briefing& s, World& w, std::mt19937& r) {
        Card& card = some_card(s, r);
        Card& other = s.cards[(static_cast<std::size_t>(card.number)) % s.cards.size()];
        bool const theirs = !card.quotes.empty() && !other.quotes.empty() && &card != &other && w.candidates.size() > 1;
        if (theirs) {
            card.quotes[0] = other.quotes[0];
        }
        return theirs;
    },
    [](Briefing& s, World&, std::mt19937& r) { Opener& o = some_opener(s, r); bool const had = !o.sentence.sources.empty(); o.sentence.sources.assign(1, 99); return had; },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); c.ask += " Sie sind die Beste."; return true; },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); c.unknown.push_back({"War 2019 noch bei Bandgut.", {}}); return true; },
    [](Briefing& s, World&, std::mt19937& r) { Card& c = some_card(s, r); c.give.push_back({"Vielleicht passt: ein Haus am See.", {}}); return true; },
};

} // namespace

BOOST_AUTO_TEST_CASE(a_clean_briefing_passes)
{
    std::size_t alarms = 0, sentences = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        World const world = invented_world(seed);
        Briefing const sheet = world.briefing();
        for (auto const& fault : sheet.dropped) {
            ++alarms;
            BOOST_TEST_MESSAGE(fault.where << ": " << fault.sentence << ": " << fault.reason);
        }
        for (auto const& card : sheet.cards) {
            sentences += card.openers.size() + card.reasons.size() + card.quotes.size() + card.unknown.size();
        }
    }
    BOOST_TEST(sentences > 1500u);
    BOOST_TEST(alarms * 100 <= sentences);
}

BOOST_AUTO_TEST_CASE(five_hundred_planted_errors_are_found)
{
    std::mt19937 random{2026};
    std::size_t planted = 0, found = 0;
    for (unsigned seed = 1; planted < 500; ++seed) {
        World world = invented_world(seed);
        Briefing sheet = world.briefing();
        std::size_t const kind = seed % std::size(errors);
        if (!errors[kind](sheet, world, random)) {
            continue;
        }
        ++planted;
        bool const seen = !check_grounding(sheet, world.input()).empty();
        found += seen ? 1 : 0;
        BOOST_TEST_CONTEXT("seed " << seed << ", error " << kind)
        {
            BOOST_CHECK(seen);
        }
    }
    BOOST_TEST(found * 100 >= planted * 99);
}

BOOST_AUTO_TEST_CASE(what_was_dropped_is_gone_and_the_rest_is_clean)
{
    World const world = sample_world();
    Briefing sheet = world.briefing();
    sheet.cards[0].openers[0].sentence.text += " Das ist großartig.";
    sheet.cards[1].role = "Kaiser";
    std::size_t const before = sheet.cards[0].openers.size();
    auto const faults = drop_ungrounded(sheet, world.input());
    BOOST_TEST(faults.size() == 2u);
    BOOST_TEST(sheet.cards[0].openers.size() == before - 1);
    BOOST_TEST(sheet.cards[1].role == "Betriebsleiter");
    BOOST_TEST(check_grounding(sheet, world.input()).empty());
}

BOOST_AUTO_TEST_CASE(a_link_confirmed_by_the_user_may_be_quoted)
{
    World world = sample_world();
    for (auto& evidence : world.candidates[0].evidence) {
        evidence.link.probability = 0.5;
    }
    BOOST_TEST(!world.briefing().dropped.empty());
    for (auto& evidence : world.candidates[0].evidence) {
        evidence.link.by_user = true;
    }
    std::size_t other = 0;
    for (auto const& fault : world.briefing().dropped) {
        other += fault.reason.find("probability") != std::string::npos ? 1 : 0;
    }
    BOOST_TEST(other == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
