// SPDX-License-Identifier: MIT
// What may enter an opener: facts about one person, each with the source that carries it.
#include "report/facts.hpp"

#include "report/carried_words.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/grammar.hpp"
#include "report/name_forms.hpp"
#include "report/sensitive.hpp"
#include "report/source_book.hpp"
#include "report/spoken_words.hpp"
#include "report/topic_word.hpp"
#include "text/folding.hpp"
#include "text/talk_cells.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr double own_reason_strength = 1.1; ///< what only the user can know comes before what anybody can read

/// Everything that the makers of facts look at.
struct Subject {
    Candidate const& candidate;
    Match const& match;
    Goals const& goals;
    PartialDate today;
    MetBefore const* met = nullptr;

    RosterRow const& row() const { return candidate.attendance.row; }
    Language language() const { return goals.event.language; }
};

bool contains_folded(std::string_view text, std::string_view part)
{
    std::string const needle = fold(part);
    return !needle.empty() && fold(text).find(needle) != std::string::npos;
}

void add_organisation(Slots& slots, Subject const& subject)
{
    std::string const organisation = clean_line(subject.row().organisation, 80);
    if (organisation.empty()) {
        return;
    }
    slots["organisation"] = spoken_organisation(organisation);
    slots["the_organisation"] = the_organisation(organisation, subject.language());
    slots["at_organisation"] = at_organisation(organisation, subject.language());
    slots["of_organisation"] = of_organisation(organisation, subject.language());
    slots["about_organisation"] = about_organisation(organisation, subject.language());
}

struct Kindness {
    OpenerKind kind;
    double strength;
};

std::optional<Kindness> kind_of_page(Subject const& subject, Page const& page)
{
    bool const read = reading_of(page, subject.row().name, subject.goals) != nullptr;
    if (!read && (page.kind == PageKind::company || page.kind == PageKind::profile)) {
        return Kindness{OpenerKind::team_page, 0.55};
    }
    // A text that the user has read and found worth a reason is one to speak of, wherever it stands.
    if (!read && page.kind != PageKind::article) {
        return std::nullopt;
    }
    if (is_author(page, subject.row().name)) {
        return Kindness{OpenerKind::own_article, 0.95};
    }
    if (is_interview(page)) {
        return Kindness{OpenerKind::interview, 0.9};
    }
    std::string const organisation = spoken_organisation(subject.row().organisation);
    bool const news = !read && utf8_length(organisation) >= 3 && contains_folded(page.title, organisation);
    return news ? Kindness{OpenerKind::news, 0.75} : Kindness{OpenerKind::article, 0.8};
}

void add_pages(std::vector<Fact>& facts, Subject const& subject)
{
    for (auto const& evidence : subject.candidate.evidence) {
        auto const kind = kind_of_page(subject, evidence.page);
        bool const sensitive = sensitive_topic(evidence.page.title, subject.language()).has_value();
        if (!kind || sensitive || clean_line(evidence.page.title).empty()) {
            continue;
        }
        Fact fact{kind->kind, {}, {evidence.snippet.id}, kind->strength};
        fact.slots["title"] = spoken_title_of_text(evidence.page.title, subject.language());
        fact.slots["site"] = clean_line(evidence.page.site, 60);
        if (auto const date = date_of(evidence.page)) {
            fact.slots["month"] = in_month(*date, subject.language());
        }
        add_organisation(fact.slots, subject);
        fact.strength *= is_stale(evidence.page, subject.today) ? 0.5 : 1.0;
        fact.strength += cites(subject.match, evidence.snippet.id) ? 0.04 : 0.0;
        if (auto const* const read = reading_of(evidence.page, subject.row().name, subject.goals)) {
            fact.slots["because"] = spoken_reason(*read, subject.language());
            fact.strength = own_reason_strength;
        }
        facts.push_back(std::move(fact));
    }
}

/// Somebody whom the user has met is not addressed as a stranger.
void add_last_conversation(std::vector<Fact>& facts, Subject const& subject)
{
    if (subject.met == nullptr) {
        return;
    }
    Slots const slots = slots_of(*subject.met, subject.language());
    if (slots.contains("promise")) {
        facts.push_back({OpenerKind::promise, slots, {subject.met->encounter}, own_reason_strength + 0.02});
    }
    facts.push_back({OpenerKind::met_before, slots, {subject.met->encounter}, own_reason_strength + 0.01});
}

void add_talks(std::vector<Fact>& facts, Subject const& subject)
{
    for (auto const& talk : talks_of(subject.row(), subject.goals.event)) {
        auto const panel = panel_title(talk.title);
        std::string const title = spoken_title_of_text(panel ? *panel : talk.title, subject.language());
        if (title.empty()) {
            continue;
        }
        OpenerKind const kind = panel ? OpenerKind::panel : OpenerKind::talk;
        facts.push_back({kind, {{"title", title}}, {row_source(subject.candidate)}, 0.92});
    }
}

void add_topics(std::vector<Fact>& facts, Subject const& subject)
{
    for (auto const& reason : subject.match.reasons) {
        if (reason.signal != SignalKind::topic && reason.signal != SignalKind::field
            && reason.signal != SignalKind::evidence) {
            continue;
        }
        std::string const topic = topic_of(subject.candidate, subject.goals, reason);
        if (!topic.empty() && !sensitive_topic(topic, subject.language())) {
            facts.push_back({OpenerKind::topic, {{"topic", topic}}, reason.sources, 0.7});
        }
    }
}

/// What the user named as common ground, if the reason speaks of it and a source has all of it.
void add_common_ground(std::vector<Fact>& facts, Subject const& subject)
{
    for (auto const& reason : subject.match.reasons) {
        if (reason.signal != SignalKind::common_ground) {
            continue;
        }
        auto const text = sources_about(subject.candidate, reason.sources).all_text();
        for (auto const& own : subject.goals.me.common_ground) {
            if (!fold(own).empty() && stands_in(text, own)) {
                facts.push_back({OpenerKind::common_ground, {{"common", clean_line(own, 60)}}, reason.sources, 0.85});
                break;
            }
        }
    }
}

void add_offers(std::vector<Fact>& facts, Subject const& subject)
{
    auto const& offers = subject.goals.me.offers;
    for (auto const& reason : subject.match.reasons) {
        bool const offer = reason.signal == SignalKind::offer;
        for (auto const& own : offers) {
            if (offer && reason.sentence.find(own) != std::string::npos) {
                facts.push_back({OpenerKind::offer, {{"offer", clean_line(own, 110)}}, {}, 0.65});
            }
        }
    }
    if (!offers.empty()) {
        std::size_t const turn = subject.match.candidate % offers.size();
        facts.push_back({OpenerKind::offer, {{"offer", clean_line(offers[turn], 110)}}, {}, 0.4});
    }
}

void add_row(std::vector<Fact>& facts, Subject const& subject)
{
    Source const row = row_source(subject.candidate);
    Fact work{OpenerKind::work, {{"role", without_capitals(clean_line(subject.row().role, 70))}}, {row}, 0.6};
    add_organisation(work.slots, subject);
    if (work.slots.contains("organisation")) {
        facts.push_back(std::move(work));
    }
    std::string const place = clean_line(subject.row().place, 40);
    if (!place.empty() && fold(place) != fold(subject.goals.event.place)) {
        facts.push_back({OpenerKind::place, {{"place", place}}, {row}, 0.3});
    }
}

} // namespace

std::vector<Fact> facts_about(
    Candidate const& candidate, Match const& match, Goals const& goals, PartialDate today, MetBefore const* met)
{
    Subject const subject{candidate, match, goals, today, met};
    std::vector<Fact> facts;
    add_last_conversation(facts, subject);
    add_pages(facts, subject);
    add_talks(facts, subject);
    add_topics(facts, subject);
    add_common_ground(facts, subject);
    add_offers(facts, subject);
    add_row(facts, subject);
    facts.push_back({OpenerKind::situation, {}, {}, 0});
    std::string const start = spoken_start(subject.row().name, goals.event.language, goals.event.address);
    for (auto& fact : facts) {
        fact.slots["start"] = start;
    }
    std::stable_sort(facts.begin(), facts.end(), [](Fact const& a, Fact const& b) { return a.strength > b.strength; });
    return facts;
}

ReadText const* reading_of(Page const& page, PersonName const& name, Goals const& goals)
{
    std::string const called = fold(full_name(name)) + " " + fold(name.written);
    auto const found = std::find_if(goals.read.begin(), goals.read.end(), [&](ReadText const& read) {
        auto const words = folded_words(read.of);
        bool const theirs = !words.empty() && std::all_of(words.begin(), words.end(), [&](std::string const& word) {
            return (" " + called + " ").find(" " + word + " ") != std::string::npos;
        });
        return theirs && (read.title.empty() || contains_folded(page.title, read.title));
    });
    return found == goals.read.end() ? nullptr : &*found;
}

bool is_author(Page const& page, PersonName const& name)
{
    std::string const family = fold_name(name.family);
    std::string const given = fold_name(name.given);
    return !family.empty() && !given.empty()
        && std::any_of(page.authors.begin(), page.authors.end(), [&](std::string const& author) {
               std::string const folded = fold_name(author);
               return folded.find(family) != std::string::npos && folded.find(given) != std::string::npos;
           });
}

bool is_interview(Page const& page)
{
    return contains_folded(page.title, "interview") || contains_folded(page.title, "im gespräch")
        || contains_folded(page.title, "gespräch mit");
}

} // namespace knowwho
