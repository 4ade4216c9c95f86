// SPDX-License-Identifier: MIT
// One target's page of the briefing.
#include "report/compose_card.hpp"

#include "report/card_quotes.hpp"
#include "report/card_reasons.hpp"
#include "report/card_work.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/facts.hpp"
#include "report/met_before.hpp"
#include "report/name_forms.hpp"
#include "report/sensitive.hpp"
#include "report/wording.hpp"
#include "text/talk_cells.hpp"

#include <algorithm>

namespace knowwho {

namespace {

std::vector<Appearance> appearances_of(CardWork const& work)
{
    std::vector<Appearance> appearances;
    for (auto const& talk : talks_of(work.row(), work.goals().event)) {
        Language const language = work.phrases().language();
        appearances.push_back({clean_line(talk.title, 400), clean_line(moment(talk.starts, talk.ends, language), 60),
            clean_line(talk.room, 60), clean_line(talk.starts, 40), clean_line(talk.ends, 40), work.maker.sources.cite(row_source(work.candidate))});
    }
    return appearances;
}

/// What the scorer thinks fits; else one of the user's offers, another for each person, marked as a guess.
std::vector<Statement> gifts_for(CardWork const& work)
{
    std::vector<Statement> gifts;
    for (auto const& reason : work.match.reasons) {
        if (reason.signal == SignalKind::offer) {
            gifts.push_back({as_sentence(reason.sentence, work.phrases().language()), work.maker.sources.cite(reason.sources)});
        }
    }
    auto const& offers = work.goals().me.offers;
    if (gifts.empty() && !offers.empty()) {
        std::string const offer = clean_line(offers[work.match.candidate % offers.size()], 160);
        gifts.push_back({as_sentence(work.phrases().fill("give_maybe", {{"offer", offer}}), work.phrases().language()), {}});
    }
    return gifts;
}

std::vector<Opener> openers_for(CardWork const& work)
{
    auto const facts = facts_about(work.candidate, work.match, work.goals(), work.maker.input.today,
        met_before(work.maker.input.met, work.match.person));
    std::vector<Opener> openers;
    for (auto const& sentence : work.candidate.own_openers) {
        openers.push_back({OpenerKind::situation, std::string{work.phrases()("own_opener")}, std::string{own_pattern}, {own_opener(sentence), {}}, {}, {}});
    }
    for (auto& chosen : work.maker.openers.choose(full_name(work.row().name), facts)) {
        if (openers.size() >= std::max(most_openers, work.candidate.own_openers.size())) {
            break;
        }
        chosen.opener.sentence.sources = work.maker.sources.cite(chosen.fact->sources);
        openers.push_back(std::move(chosen.opener));
    }
    return openers;
}

/// The goal that the person serves best; the user's first one if none.
std::size_t best_goal(Match const& match)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < match.goals.size(); ++i) {
        best = match.goals[i].score > match.goals[best].score ? i : best;
    }
    return best;
}

void add_age_of_evidence(std::vector<Statement>& unknown, CardWork const& work)
{
    Evidence const* newest = nullptr;
    bool undated = false;
    for (auto const& evidence : work.candidate.evidence) {
        bool const dated = date_of(evidence.page).has_value();
        undated = undated || !dated;
        if (dated && (newest == nullptr || *date_of(evidence.page) > *date_of(newest->page))) {
            newest = &evidence;
        }
    }
    if (newest != nullptr && is_stale(newest->page, work.maker.input.today)) {
        auto const date = *date_of(newest->page);
        Language const language = work.phrases().language();
        std::string const sentence = date.day == 0 ? work.phrases().fill("unknown_stale_month", {{"month", in_month(date, language)}})
                                                   : work.phrases().fill("unknown_stale", {{"date", long_date(date, language)}});
        unknown.push_back({sentence, work.maker.sources.cite(newest->snippet.id)});
    }
    if (undated) {
        unknown.push_back({std::string{work.phrases()("unknown_undated")}, {}});
    }
}

std::vector<Statement> unknown_of(CardWork const& work)
{
    std::vector<Statement> unknown;
    auto const add_if = [&](bool missing, std::string_view key) {
        if (missing) {
            unknown.push_back(work.from_row(key));
        }
    };
    add_if(work.row().role.empty(), "unknown_role");
    add_if(work.row().organisation.empty(), "unknown_organisation");
    auto const status = work.row().status;
    add_if(status == AttendanceStatus::pending || status == AttendanceStatus::waiting, "unknown_status");
    bool const formal = work.goals().event.language == Language::german && work.goals().event.address == Address::sie;
    add_if(formal && work.row().name.salutation == Salutation::unknown, "unknown_salutation");
    if (work.candidate.evidence.empty()) {
        unknown.push_back({std::string{work.phrases()("unknown_public")}, {}});
    }
    add_age_of_evidence(unknown, work);
    if (work.match.high - work.match.low > 0.4) {
        unknown.push_back({std::string{work.phrases()("unknown_range")}, {}});
    }
    return unknown;
}

std::vector<Statement> taboos_of(CardWork const& work)
{
    std::vector<Statement> taboos;
    for (auto const& line : work.candidate.do_not_mention) {
        taboos.push_back({own_taboo(line), {}});
    }
    for (auto const& evidence : work.candidate.evidence) {
        auto const topic
            = sensitive_topic(evidence.page.title + "\n" + evidence.snippet.quote, work.phrases().language());
        if (topic) {
            taboos.push_back({work.phrases().fill("avoid_sensitive", {{"topic", *topic}}),
                work.maker.sources.cite(evidence.snippet.id)});
        }
    }
    taboos.push_back({std::string{work.phrases()("avoid_general")}, {}});
    return taboos;
}

template <typename Row>
void fill_identity(Row& row, CardWork const& work)
{
    auto const& event = work.goals().event;
    row.person = work.match.person;
    row.address = form_of_address(work.row().name, event.language, event.address);
    row.full_name = full_name(work.row().name);
    row.role = clean_line(work.row().role, 200);
    row.organisation = clean_line(work.row().organisation, 160);
    row.row_sources = work.maker.sources.cite(row_source(work.candidate));
    row.why = why_of(work);
    row.appearances = appearances_of(work);
}

CardWork work_on(CardMaker& maker, Match const& match)
{
    return {maker, match, maker.input.candidates[match.candidate]};
}

} // namespace

std::string own_opener(std::string_view sentence)
{
    return clean_line(sentence, 400);
}

std::string own_taboo(std::string_view line)
{
    return clean_line(line, 200);
}

Card make_card(CardMaker& maker, Match const& match, int number)
{
    CardWork const work = work_on(maker, match);
    Card card;
    card.number = number;
    fill_identity(card, work);
    card.place = clean_line(work.row().place, 80);
    card.score = match.score;
    card.low = match.low;
    card.high = match.high;
    for (auto const& goal : match.goals) {
        card.goals.push_back(goal.score);
    }
    card.shares = shares_of(work);
    card.reasons = reasons_of(work);
    card.quotes = quotes_of(work);
    card.give = gifts_for(work);
    card.openers = openers_for(work);
    if (!maker.input.goals.goals.empty()) {
        std::size_t const goal = std::min(best_goal(match), maker.input.goals.goals.size() - 1);
        card.ask = maker.openers.ask(card.full_name, maker.input.goals.goals[goal]);
    }
    card.unknown = unknown_of(work);
    card.do_not_mention = taboos_of(work);
    return card;
}

Reserve make_reserve(CardMaker& maker, Match const& match)
{
    Reserve reserve;
    fill_identity(reserve, work_on(maker, match));
    return reserve;
}

} // namespace knowwho
