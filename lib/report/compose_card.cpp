// SPDX-License-Identifier: MIT
// One target's page of the briefing.
#include "report/compose_card.hpp"

#include "report/cited_sources.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/facts.hpp"
#include "report/name_forms.hpp"
#include "report/sensitive.hpp"
#include "report/spoken_words.hpp"
#include "text/quotation.hpp"
#include "text/talk_cells.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace knowwho {

namespace {

constexpr std::size_t most_reasons = 4;
constexpr std::size_t most_openers = 5;
constexpr std::size_t most_quotes = 2;
constexpr double least_share = 0.005; ///< what would be printed as 0 of 100 is left out

/// The maker with the one person it is busy with.
struct Work {
    CardMaker& maker;
    Match const& match;
    Candidate const& candidate;

    RosterRow const& row() const { return candidate.attendance.row; }
    Phrases const& phrases() const { return maker.phrases; }
    Goals const& goals() const { return maker.input.goals; }
    Statement from_row(std::string_view key) const
    {
        return {std::string{phrases()(key)}, maker.sources.cite(row_source(candidate))};
    }
};

std::string_view signal_key(SignalKind signal)
{
    static constexpr std::array<std::string_view, 12> keys{"signal_role", "signal_organisation", "signal_field",
        "signal_topic", "signal_place", "signal_talk", "signal_evidence", "signal_common_ground", "signal_offer",
        "signal_reachable", "signal_asleep", "signal_known"};
    return keys[static_cast<std::size_t>(signal)];
}

bool is_about_a_goal(SignalKind signal)
{
    return !stands_beside_goals(signal);
}

bool is_worth_quoting(Work const& work, Evidence const& evidence);

/// Lets through what the sources of a reason have, in their spelling.
PieceFilter carried_by(Work const& work, Reason const& reason)
{
    return [text = sources_about(work.candidate, reason.sources).all_text(), &work](std::vector<std::string>& pieces) {
        keep_carried(pieces, text, work.maker.wishes);
    };
}

/// "Vortrag „Podium: Wer zahlt?“" is a panel by that name.
std::string panel_by_name(std::string const& sentence, Language language)
{
    std::string_view const talk = language == Language::german ? "Vortrag „" : "Talk “";
    auto const rest = sentence.starts_with(talk) ? panel_title(std::string_view{sentence}.substr(talk.size())) : std::nullopt;
    return rest ? (language == Language::german ? "Podium „" : "Panel “") + *rest : sentence;
}

/// On page 1 the hour and the room of a talk stand in a column of their own. They are in brackets behind its title,
/// which may have brackets itself, as may the room.
std::string without_room(std::string sentence, Language language)
{
    auto const marks = quotation_marks(language);
    std::size_t const title = sentence.find(std::string{marks.close} + " (");
    if (title == std::string::npos) {
        return sentence;
    }
    std::size_t const open = title + marks.close.size();
    std::size_t const close = sentence.rfind(')', sentence.find(marks.open, open));
    bool const time = close != std::string::npos && sentence.find(':', open) < close;
    return time ? sentence.erase(open, close + 1 - open) : sentence;
}

/// The strongest reason of evidence that reads well by itself, if it counts for at least half as much as
/// the strongest reason of all.
Evidence const* telling_evidence(Work const& work)
{
    auto const& reasons = work.match.reasons;
    for (auto const& reason : reasons) {
        if (reason.signal != SignalKind::evidence || reason.share * 2 < reasons.front().share) {
            continue;
        }
        for (auto const& evidence : work.candidate.evidence) {
            bool const cited = std::find(reason.sources.begin(), reason.sources.end(), Source{evidence.snippet.id}) != reason.sources.end();
            if (cited && is_worth_quoting(work, evidence)) {
                return &evidence;
            }
        }
    }
    return nullptr;
}

/// That texts are alike weighs in the score, but tells a reader nothing.
bool is_likeness(Work const& work, Reason const& reason)
{
    return reason.sentence.starts_with(work.phrases()("likeness"));
}

/// Why somebody is on the sheet whom no goal asks for; null for all others.
Reason const* not_looked_for(Work const& work)
{
    auto const& input = work.maker.input;
    bool const is_it = input.shortlist.unplanned && input.matches[input.shortlist.unplanned->match].person == work.match.person;
    return is_it ? &input.shortlist.unplanned->why : nullptr;
}

/// Why in one line: what they said or did, in the words of the source; else what the scorer found.
Statement why_of(Work const& work)
{
    Language const language = work.phrases().language();
    if (auto const* const reason = not_looked_for(work)) {
        return {clean_line(reason->sentence, 170), work.maker.sources.cite(reason->sources)};
    }
    if (auto const* const evidence = telling_evidence(work)) {
        return {in_quotes(clean_line(evidence->snippet.quote, 150), language), work.maker.sources.cite(evidence->snippet.id)};
    }
    for (auto const& reason : work.match.reasons) {
        if (is_about_a_goal(reason.signal) && !is_likeness(work, reason)) {
            std::string const sentence = polished(panel_by_name(clean_line(reason.sentence, 400), language), language, carried_by(work, reason));
            bool const talk = reason.signal == SignalKind::talk;
            return {clean_line(talk ? without_room(sentence, language) : sentence, 170), work.maker.sources.cite(reason.sources)};
        }
    }
    return work.match.said.empty() ? Statement{} : Statement{work.match.said, {}};
}

/// The page that a reason stands on, and its goal; empty for a reason of the list's row.
std::string page_of(Work const& work, Reason const& reason)
{
    for (auto const& source : reason.sources) {
        auto const* const snippet = std::get_if<SnippetId>(&source);
        Evidence const* const evidence = snippet == nullptr ? nullptr : work.maker.sources.find(*snippet);
        if (evidence != nullptr) {
            return std::to_string(reason.goal) + "\n" + evidence->page.address + "\n" + evidence->page.file;
        }
    }
    return {};
}

/// What the user knows anyway stands in the opener on the last conversation.
bool is_own_memory(Reason const& reason)
{
    return reason.signal == SignalKind::asleep || reason.signal == SignalKind::known;
}

/// The strongest reasons; what one page says about one goal counts once.
std::vector<CardReason> reasons_of(Work const& work)
{
    Language const language = work.phrases().language();
    std::vector<CardReason> reasons;
    if (!work.match.said.empty()) {
        reasons.push_back({std::string{work.phrases()("own_choice")}, {as_sentence(work.match.said, language), {}}, 0});
    }
    if (auto const* const reason = not_looked_for(work)) {
        auto const label = std::string{work.phrases()("not_looked_for")};
        auto const begin = reason->sentence.starts_with(label + ": ") ? label.size() + 2 : 0;
        reasons.push_back({label, {as_sentence(reason->sentence.substr(begin), language), work.maker.sources.cite(reason->sources)}, 0});
    }
    std::set<std::string> seen;
    for (auto const& reason : work.match.reasons) {
        std::string const page = page_of(work, reason);
        bool const again = !page.empty() && !seen.insert(page).second;
        if (reasons.size() == most_reasons || reason.signal == SignalKind::offer || is_own_memory(reason) || again || is_likeness(work, reason)) {
            continue;
        }
        bool const goal = is_about_a_goal(reason.signal) && reason.goal < work.goals().goals.size();
        std::string const label = goal ? clean_line(work.goals().goals[reason.goal].name, 60)
                                       : std::string{work.phrases()(signal_key(reason.signal))};
        reasons.push_back({label, {as_sentence(panel_by_name(reason.sentence, language), language, carried_by(work, reason)), work.maker.sources.cite(reason.sources)}, reason.share});
    }
    return reasons;
}

/// The shares of all goals, weighted as the score is, summed by kind of signal.
std::vector<ScoreShare> shares_of(Work const& work)
{
    double total = 0, weights = 0;
    std::map<SignalKind, double> sums;
    for (auto const& goal : work.goals().goals) {
        weights += goal.weight;
    }
    for (auto const& reason : work.match.reasons) {
        bool const goal = is_about_a_goal(reason.signal) && reason.goal < work.goals().goals.size();
        double const part = goal ? reason.share * work.goals().goals[reason.goal].weight / weights : reason.share;
        sums[reason.signal] += std::max(part, 0.0);
        total += std::max(part, 0.0);
    }
    std::vector<ScoreShare> shares;
    for (auto const& [signal, sum] : sums) {
        if (sum > 0 && sum / total * work.match.score >= least_share) {
            shares.push_back({std::string{work.phrases()(signal_key(signal))}, sum / total * work.match.score});
        }
    }
    std::stable_sort(
        shares.begin(), shares.end(), [](ScoreShare const& a, ScoreShare const& b) { return a.share > b.share; });
    return shares;
}

std::vector<Appearance> appearances_of(Work const& work)
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
std::vector<Statement> gifts_for(Work const& work)
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

std::vector<Opener> openers_for(Work const& work)
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

void add_age_of_evidence(std::vector<Statement>& unknown, Work const& work)
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

std::vector<Statement> unknown_of(Work const& work)
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

std::vector<Statement> taboos_of(Work const& work)
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

/// How much a quote helps to begin: articles before pages, goals before others; in the order of
/// the evidence (newest first) where equal.
int worth_of(Work const& work, Evidence const& evidence)
{
    auto const& reasons = work.match.reasons;
    bool const serves = std::any_of(reasons.begin(), reasons.end(), [&](Reason const& reason) {
        return std::find(reason.sources.begin(), reason.sources.end(), Source{evidence.snippet.id}) != reason.sources.end();
    });
    bool const article = evidence.page.kind == PageKind::article;
    bool const page = evidence.page.kind == PageKind::company || evidence.page.kind == PageKind::profile;
    bool const spoken = evidence.snippet.quote.find("“") != std::string::npos;
    return (serves ? 3 : 0) + (article ? 3 : page ? 1 : 0) + (spoken ? 2 : 0);
}

/// A sentence out of the middle of somebody's speech has a closing mark without its opening one.
bool marks_are_paired(std::string_view quote)
{
    std::size_t marks = 0;
    for (std::string_view const mark : {"\"", "„", "“", "”", "«", "»"}) {
        for (auto at = quote.find(mark); at != std::string_view::npos; at = quote.find(mark, at + mark.size())) {
            ++marks;
        }
    }
    return marks % 2 == 0;
}

bool is_worth_quoting(Work const& work, Evidence const& evidence)
{
    bool const own_note = evidence.page.kind == PageKind::note || evidence.page.kind == PageKind::programme;
    std::string const quote = clean_line(evidence.snippet.quote);
    bool const sentence = quote.ends_with('.') || quote.ends_with('!') || quote.ends_with('?') || quote.ends_with("“")
        || quote.ends_with("”") || quote.ends_with('"');
    return !own_note && sentence && marks_are_paired(quote) && quote.size() >= 50 && !quote.ends_with("...")
        && !sensitive_topic(evidence.page.title + "\n" + evidence.snippet.quote, work.phrases().language());
}

/// Two pieces of public text to have read before the talk, from two pages.
std::vector<Statement> quotes_of(Work const& work)
{
    std::vector<Evidence const*> best;
    for (auto const& evidence : work.candidate.evidence) {
        if (is_worth_quoting(work, evidence)) {
            best.push_back(&evidence);
        }
    }
    std::stable_sort(best.begin(), best.end(),
        [&](Evidence const* a, Evidence const* b) { return worth_of(work, *a) > worth_of(work, *b); });
    std::vector<Statement> quotes;
    std::string last_page;
    for (Evidence const* const evidence : best) {
        std::string const page = evidence->page.address + "\n" + evidence->page.file;
        if (quotes.size() == most_quotes || page == last_page) {
            continue;
        }
        last_page = page;
        quotes.push_back({clean_line(evidence->snippet.quote, 200), work.maker.sources.cite(evidence->snippet.id)});
    }
    return quotes;
}

template <typename Row>
void fill_identity(Row& row, Work const& work)
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

Work work_on(CardMaker& maker, Match const& match)
{
    return {maker, match, maker.input.candidates[match.candidate]};
}

} // namespace

Card make_card(CardMaker& maker, Match const& match, int number)
{
    Work const work = work_on(maker, match);
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

std::string own_opener(std::string_view sentence)
{
    return clean_line(sentence, 400);
}

std::string own_taboo(std::string_view line)
{
    return clean_line(line, 200);
}

Reserve make_reserve(CardMaker& maker, Match const& match)
{
    Reserve reserve;
    fill_identity(reserve, work_on(maker, match));
    return reserve;
}

} // namespace knowwho
