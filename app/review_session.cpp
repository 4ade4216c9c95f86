// SPDX-License-Identifier: MIT
#include "app/review_session.hpp"

#include "model/value_parts.hpp"
#include "report/name_forms.hpp"
#include "review/decided_goals.hpp"
#include "score/settle.hpp"
#include "score/shortlist.hpp"
#include "store/contacts.hpp"
#include "store/rankings.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <utility>

namespace knowwho::review {
namespace {

std::string searched_text(Candidate const& candidate, Remark const& remark)
{
    auto const& row = candidate.attendance.row;
    auto text = fold(fmt::format("{} {} {} {} {}", full_name(row.name), row.organisation, row.role, row.place, row.unit));
    for (auto const& tag : remark.tags) {
        text += ' ' + fold(tag);
    }
    return text + ' ' + fold(remark.note) + ' ' + fold_name(full_name(row.name) + ' ' + row.organisation);
}

} // namespace

Session::Session(Context const& context, std::string goals_file, std::string event_name, std::string form_token, std::function<void()> ranked)
    : m_context(context), m_goals_file(std::move(goals_file)), m_event_name(std::move(event_name)), m_form_token(std::move(form_token)),
      m_notebook(Notebook::open(context.notebook)), m_beside(std::move(ranked))
{
}

bool Session::refresh()
{
    auto const version = state_of_others(m_notebook);
    bool const is_new = version != m_version;
    if (!is_new && !m_is_behind) {
        return m_is_ready;
    }
    m_version = version;
    if (events(m_notebook).empty()) {
        m_is_ready = false;
        return false;
    }
    auto const event = chosen_event(m_notebook, m_event_name);
    auto const text = goals_text(m_notebook, event.id);
    m_is_ready = !text.empty() || !goals_file_there().empty();
    m_is_loaded = m_is_loaded && event.id == m_event.id;
    if (!m_is_ready) {
        m_event = event;
        return false;
    }
    if (auto ranked = m_beside.take(); ranked && m_is_loaded && ranked->event.id == event.id) {
        take_over(std::move(*ranked));
    }
    bool const same = m_fingerprint == state_of_event(m_notebook, event.id) && text == m_goals_text;
    m_is_behind = !same && m_is_loaded;
    if (m_is_behind) {
        rank_beside(event);
    } else if (!same) {
        m_beside.drop();
        take_over(rank_anew(m_notebook, event, goals_file_there(), now(), m_context.watch.stop));
        return true;
    }
    m_is_loaded = true;
    if (is_new) {
        load_decisions();
    }
    return true;
}

/// While a job fills the notebook, one ranking after the other would leave time for nothing else.
void Session::rank_beside(Event const& event)
{
    constexpr int rest = 4; // times as long as it took
    if (!m_beside.is_at_work() && std::chrono::steady_clock::now() >= m_loaded + rest * m_load_time) {
        written_goals(m_notebook, event, goals_file_there()); // throws for what is wrong with them
        m_beside.start(m_context.notebook, event, goals_file_there(), now());
    }
}

/// The start page makes the file that was named, if there is none.
std::string Session::goals_file_there() const
{
    return !m_goals_file.empty() && std::filesystem::exists(m_goals_file) ? m_goals_file : std::string{};
}

void Session::take_over(RankedEvent ranked)
{
    m_event = std::move(ranked.event);
    m_fingerprint = std::move(ranked.fingerprint);
    m_goals_text = std::move(ranked.goals_text);
    m_written = std::move(ranked.written);
    m_learnt = std::move(ranked.learnt);
    m_ranking.candidates = std::move(ranked.candidates);
    m_ranking.matches = std::move(ranked.matches);
    m_questions = std::move(ranked.questions);
    m_candidates.clear();
    for (std::size_t i = 0; i < m_ranking.candidates.size(); ++i) {
        m_candidates.emplace(m_ranking.candidates[i].attendance.person, i);
    }
    load_decisions();
    m_is_loaded = true;
    m_is_behind = false;
    m_loaded = std::chrono::steady_clock::now();
    m_load_time = ranked.took;
}

void Session::load_decisions()
{
    m_goals = m_written;
    add_decisions(m_notebook, m_event.id, m_goals);
    m_duplicates.reset();
    auto const marks = judgements(m_notebook, m_event.id);
    m_remarks = remarks(m_notebook, m_event.id);
    m_searched.clear();
    m_houses.clear();
    for (auto& candidate : m_ranking.candidates) {
        auto const person = candidate.attendance.person;
        auto const found = marks.find(person);
        candidate.mark = found == marks.end() ? Mark::none : found->second.mark;
        candidate.own_openers = found == marks.end() ? std::vector<std::string>{} : found->second.openers;
        candidate.do_not_mention = remark_on(person).do_not_mention;
        m_searched.push_back(searched_text(candidate, remark_on(person)));
        m_houses.push_back(fold(candidate.attendance.row.organisation) + ' ' + fold_name(candidate.attendance.row.organisation));
    }
    settle_anew();
}

std::vector<SameQuestion> const& Session::duplicates()
{
    constexpr std::size_t most = 300;
    if (!m_duplicates) {
        m_duplicates = likely_same(m_notebook, most);
    }
    return *m_duplicates;
}

void Session::settle_anew()
{
    settle(m_ranking.matches, m_ranking.candidates, m_goals, m_learnt);
    m_ranking.shortlist = choose(m_ranking.matches, m_ranking.candidates, m_goals);
    m_arranged = weights_of(m_goals);
    m_kept_places.assign(m_ranking.candidates.size(), 0);
    m_matches.assign(m_ranking.candidates.size(), 0);
    for (std::size_t i = 0; i < m_ranking.matches.size(); ++i) {
        m_kept_places[m_ranking.matches[i].candidate] = i + 1;
        m_matches[m_ranking.matches[i].candidate] = i;
    }
}

void Session::arrange(std::vector<double> const& weights)
{
    auto const& wanted = weights.empty() ? weights_of(m_goals) : weights;
    if (wanted == m_arranged || wanted.size() != m_arranged.size()) {
        return;
    }
    auto goals = m_goals;
    put_weights(goals, wanted);
    settle(m_ranking.matches, m_ranking.candidates, goals, m_learnt);
    m_ranking.shortlist = choose(m_ranking.matches, m_ranking.candidates, goals);
    m_arranged = wanted;
    for (std::size_t i = 0; i < m_ranking.matches.size(); ++i) {
        m_matches[m_ranking.matches[i].candidate] = i;
    }
}

std::vector<double> Session::weights_of(Goals const& goals)
{
    auto weights = std::vector<double>{};
    for (auto const& goal : goals.goals) {
        weights.push_back(goal.weight);
    }
    for (auto const& part : value_parts) {
        weights.push_back(goals.value.*part.weight);
    }
    return weights;
}

void Session::put_weights(Goals& goals, std::vector<double> const& weights)
{
    constexpr double least_goal = 0.001;
    for (std::size_t goal = 0; goal < goals.goals.size(); ++goal) {
        goals.goals[goal].weight = std::clamp(weights[goal], least_goal, 1000.0);
    }
    for (std::size_t part = 0; part < value_parts.size(); ++part) {
        goals.value.*value_parts[part].weight = std::clamp(weights[goals.goals.size() + part], 0.0, 1.0);
    }
}

std::optional<ChangeId> Session::decide(Decision const& decision, std::optional<std::int64_t> revision)
{
    auto const made = knowwho::decide(m_notebook, decision, now(), revision);
    wrote(decision.what);
    return made;
}

std::optional<StoredChange> Session::undo()
{
    auto undone = undo_newest(m_notebook, m_event.id, now());
    wrote(undone ? undone->what : std::string_view{});
    return undone;
}

/// Our own writes do not show in the state of others. What changes whom there is evidence about is ranked at once; who may
/// be in the notebook twice is looked for anew only where that may have changed.
void Session::wrote(std::string_view what)
{
    bool const others_wrote = state_of_others(m_notebook) != m_version;
    bool const is_about_two = what == decision::merge || what == decision::split || what == decision::different || what == decision::met;
    auto duplicates = std::move(m_duplicates);
    m_version = -1;
    m_is_loaded = m_is_loaded && what != decision::answer && what != decision::merge && what != decision::split;
    refresh();
    if (!others_wrote && !is_about_two) {
        m_duplicates = std::move(duplicates);
    }
}

Remark Session::remark_on(PersonId person) const
{
    auto const found = m_remarks.find(person);
    return found == m_remarks.end() ? Remark{} : found->second;
}

bool Session::has_tag(PersonId person, std::string_view tag) const
{
    auto const found = m_remarks.find(person);
    return found != m_remarks.end() && std::ranges::find(found->second.tags, tag) != found->second.tags.end();
}

std::vector<std::string> Session::tags() const
{
    auto all = std::set<std::pair<std::string, std::string>>{};
    for (auto const& [person, remark] : m_remarks) {
        for (auto const& tag : remark.tags) {
            all.emplace(fold(tag), tag);
        }
    }
    auto tags = std::vector<std::string>{};
    std::ranges::transform(all, std::back_inserter(tags), &std::pair<std::string, std::string>::second);
    return tags;
}

std::size_t Session::questions_about(PersonId person) const
{
    auto const found = m_questions.find(person);
    return found == m_questions.end() ? 0 : found->second;
}

std::optional<std::size_t> Session::match_of(PersonId person) const
{
    auto const found = m_candidates.find(person);
    return found == m_candidates.end() ? std::nullopt : std::optional{m_matches[found->second]};
}

Instant Session::now() const
{
    return m_context.now + std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - m_started);
}

PageWords const& Session::words(WebRequest const& request) const
{
    auto const language = m_is_ready ? m_goals.event.language : preferred_language(request.header("accept-language"));
    return language == Language::german ? m_german : m_english;
}

Frame Session::frame(WebRequest const& request, std::string_view current) const
{
    auto frame = Frame{words(request), m_form_token, m_event.name, std::string{current}, {}, {}, m_is_behind};
    if (auto const newest = m_is_ready ? newest_change(m_notebook, m_event.id) : std::nullopt) {
        frame.undo = words_for(*newest, frame.words);
    }
    return frame;
}

std::string Session::words_for(StoredChange const& change, PageWords const& words) const
{
    auto const who = change.person ? find_acquaintance(m_notebook, change.person) : std::nullopt;
    auto key = "change_" + change.what;
    if (change.what == decision::mark) {
        key += "_" + change.after;
    }
    return words.fill(key, {{"name", who ? full_name(who->name) : std::string{}}});
}

} // namespace knowwho::review
