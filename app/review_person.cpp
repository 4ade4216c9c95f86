// SPDX-License-Identifier: MIT
// One person as values for their view.
#include "app/met_before_step.hpp"
#include "app/review_routes.hpp"
#include "report/clean_text.hpp"
#include "report/compose.hpp"
#include "report/compose_card.hpp"
#include "report/date_forms.hpp"
#include "report/lint.hpp"
#include "report/name_forms.hpp"
#include "report/source_book.hpp"
#include "review/person_view.hpp"
#include "score/value.hpp"
#include "store/attendances.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/merges.hpp"
#include "store/pages.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace knowwho::review {
namespace {

constexpr std::size_t longest_quote = 320;

/// What the parts of the view are made from.
struct Subject {
    Session& session;
    PageWords const& words;
    Match const& match;
    Candidate const& candidate;
    std::vector<Evidence> evidence;

    Language language() const { return words.language(); }
    PersonId person() const { return match.person; }
};

std::string title_of(Page const& page)
{
    return clean_line(page.title.empty() ? page.place() : page.title, 120);
}

std::string date_text(Page const& page, Language language)
{
    auto const date = knowwho::date_of(page);
    return date ? long_date(*date, language) : std::string{};
}

std::string link_of(Page const& page)
{
    return is_web_link(page.address) ? page.address : std::string{};
}

SourceRow source_row(Subject const& subject, Source const& source)
{
    if (auto const* const row = std::get_if<RosterSource>(&source); row != nullptr && row->line == 0) {
        return {clean_line(row->file, 80), {}, {}, {}}; // an address book
    } else if (row != nullptr) {
        return {subject.words.fill("list_line", {{"file", clean_line(row->file, 80)}, {"line", std::to_string(row->line)}}), {}, {}, {}};
    }
    auto const* const snippet = std::get_if<SnippetId>(&source);
    auto const found = std::ranges::find_if(subject.evidence, [&](Evidence const& one) { return snippet != nullptr && one.snippet.id == *snippet; });
    if (found == subject.evidence.end()) {
        return {std::string{subject.words("own_note")}, {}, {}, {}};
    }
    return {title_of(found->page), link_of(found->page), date_text(found->page, subject.language()), clean_line(found->snippet.quote, longest_quote)};
}

/// One group per goal, and one for what stands beside them.
std::vector<ReasonGroup> groups_of(Subject const& subject)
{
    auto const& goals = subject.session.goals().goals;
    auto groups = std::vector<ReasonGroup>{};
    for (std::size_t goal = 0; goal < goals.size(); ++goal) {
        auto const& scored = subject.match.goals[goal];
        groups.push_back({goals[goal].name, scored.score, scored.low, scored.high, {}});
    }
    groups.push_back({std::string{subject.words("beside")}, 0, 0, 0, {}});
    for (auto const& reason : subject.match.reasons) {
        bool const beside = stands_beside_goals(reason.signal);
        auto& group = groups[beside ? goals.size() : std::min(reason.goal, goals.size() - 1)];
        auto row = ReasonRow{reason.share, clean_line(reason.sentence, 400), {}};
        for (auto const& source : reason.sources) {
            row.sources.push_back(source_row(subject, source));
        }
        group.score += beside ? reason.share : 0;
        group.reasons.push_back(std::move(row));
    }
    return groups;
}

/// A detail is what stands on list and page; only that of a name says how rare it is.
std::vector<SignalRow> signal_rows(PageWords const& words, std::vector<LinkSignal> const& signals)
{
    auto rows = std::vector<SignalRow>{};
    for (auto const& signal : signals) {
        auto const detail = signal.name == "name" ? words.said(signal.detail) : signal.detail;
        rows.push_back({clean_line(words.said(signal.name), 60), clean_line(detail, 200), signal.weight});
    }
    return rows;
}

/// The pages in one state, their snippets together, in the order of the evidence.
std::vector<EvidenceRow> evidence_rows(Subject const& subject, LinkState state)
{
    auto rows = std::vector<EvidenceRow>{};
    auto places = std::map<PageId, std::size_t>{};
    for (auto const& one : subject.evidence) {
        if (one.link.state != state) {
            continue;
        }
        auto const [at, is_new] = places.try_emplace(one.page.id, rows.size());
        if (is_new) {
            auto const language = one.snippet.language == Language::german ? "de" : one.snippet.language == Language::english ? "en" : "";
            rows.push_back({one.page.id.value, title_of(one.page), link_of(one.page), date_text(one.page, subject.language()), language,
                one.link.probability, one.link.by_user, {}, signal_rows(subject.words, one.link.signals)});
        }
        rows[at->second].quotes.push_back(clean_line(one.snippet.quote, longest_quote));
    }
    return rows;
}

/// The openers as the briefing would have them, were this person its only target.
void add_card(Subject const& subject, PersonView& view)
{
    auto const candidates = std::vector<Candidate>{subject.candidate};
    auto matches = std::vector<Match>{subject.match};
    matches.front().candidate = 0;
    matches.front().excluded.clear();
    auto shortlist = Shortlist{};
    shortlist.targets = {0};
    auto const alone = Ranking{candidates, matches, shortlist};
    auto const met = met_before_event(subject.session.notebook(), subject.session.event(), alone);
    auto const sheet = compose({subject.session.goals(), candidates, matches, shortlist, day_of(subject.session.now()), {}, {}, met});
    if (sheet.cards.empty()) {
        return;
    }
    auto const& card = sheet.cards.front();
    view.address = card.address;
    view.ask = card.ask;
    for (auto const& opener : card.openers) {
        view.openers.push_back({opener.label, opener.sentence.text, opener.fill_in, opener.question, opener.pattern == own_pattern});
    }
    for (auto const& line : card.give) {
        view.give.push_back(line.text);
    }
    for (auto const& line : card.unknown) {
        view.unknown.push_back(line.text);
    }
}

void add_same(Subject const& subject, PersonView& view)
{
    for (auto const& question : subject.session.duplicates()) {
        if (question.first.person == subject.person() || question.second.person == subject.person()) {
            auto const& other = question.first.person == subject.person() ? question.second : question.first;
            view.same.push_back({other.person.value, clean_line(full_name(other.name), 80), clean_line(other.organisation, 80), question.probability,
                signal_rows(subject.words, question.signals)});
        }
    }
    for (auto const& merge : merges(subject.session.notebook(), subject.person())) {
        view.merged.push_back({merge.gone.value, clean_line(full_name(merge.gone_as.name), 80), clean_line(merge.gone_as.organisation, 80),
            clean_line(merge.reason, 160)});
    }
}

/// Earlier events, and what one was in touch about.
void add_history(Subject const& subject, PersonView& view)
{
    auto& notebook = subject.session.notebook();
    auto const known = events(notebook);
    for (auto const& attendance : attendances(notebook, subject.person())) {
        auto const event = std::ranges::find(known, attendance.event, &Event::id);
        if (event != known.end() && event->id != subject.session.event().id) {
            view.history.emplace_back(date_span(event->starts, event->ends, subject.language()), clean_line(event->name, 120));
        }
    }
    for (auto const& one : encounters(notebook, subject.person())) {
        view.history.emplace_back(long_date(day_of(one.happened_at), subject.language()), clean_line(one.occasion + (one.occasion.empty() ? "" : ": ") + one.talked, 300));
    }
    for (auto const& change : changes(notebook, subject.person(), 20)) {
        view.history.emplace_back(long_date(day_of(change.made_at), subject.language()), clean_line(subject.session.words_for(change, subject.words), 200));
    }
    for (auto const& attendance : attendances(notebook, subject.person())) {
        for (auto const& cell : attendance.row.raw) {
            auto shown = std::pair{clean_line(cell.header, 80), clean_line(cell.value, 600)};
            if (attendance.event == subject.session.event().id && !cell.value.empty() && std::ranges::find(view.row, shown) == view.row.end()) {
                view.row.push_back(std::move(shown));
            }
        }
    }
}

void add_facts(Subject const& subject, PersonView& view)
{
    auto const& row = subject.candidate.attendance.row;
    for (auto const& [key, value] : {std::pair{"role", &row.role}, {"organisation", &row.organisation}, {"from", &row.place}}) {
        if (!value->empty()) {
            view.facts.emplace_back(std::string{subject.words(key)}, clean_line(*value, 160));
        }
    }
    auto const website = row.website.find("://") == std::string::npos && !row.website.empty() ? "https://" + row.website : row.website;
    view.website = is_web_link(website) ? website : std::string{};
    for (auto const& talk : row.talks) {
        auto const when = moment(talk.starts, talk.ends, subject.language());
        view.talks.push_back(clean_line(fmt::format("{}{}{}{}{}", talk.title, when.empty() ? "" : ", ", when, talk.room.empty() ? "" : ", ", talk.room), 240));
    }
}

std::vector<FindingRow> findings_in(std::string_view text, Language language)
{
    auto rows = std::vector<FindingRow>{};
    for (auto const& finding : lint(text, language)) {
        rows.push_back({clean_line(finding.words, 100), clean_line(finding.reason, 300)});
    }
    return rows;
}

/// What the linter says to what is being written.
WebResponse lint_page(Review& review, WebRequest const& request)
{
    auto const frame = review.session.frame(request, "");
    auto const findings = findings_in(request.form["text"], review.session.goals().event.language);
    auto const answer = nlohmann::json{{"findings", findings_html(frame, findings)}};
    return json(json_line(answer));
}

PersonView view_of(Subject const& subject)
{
    auto const& match = subject.match;
    auto view = PersonView{};
    view.id = match.person.value;
    view.remark = remark(subject.session.notebook(), match.person);
    view.revision = view.remark.revision;
    view.judgement = judgement(subject.session.notebook(), subject.session.event().id, match.person);
    view.name = clean_line(full_name(subject.candidate.attendance.row.name), 120);
    view.place = subject.session.kept_place(match.candidate);
    view.score = match.score;
    view.low = match.low;
    view.high = match.high;
    view.excluded = clean_line(match.excluded, 300);
    view.said = match.said;
    view.mark = match.mark;
    view.findings = findings_in(in_lines(view.judgement.openers), subject.session.goals().event.language);
    add_facts(subject, view);
    view.groups = groups_of(subject);
    view.questions = evidence_rows(subject, LinkState::question);
    view.quotable = evidence_rows(subject, LinkState::quotable);
    view.rejected = evidence_rows(subject, LinkState::rejected);
    for (auto const& row : view.quotable) {
        view.titles.push_back(row.title);
    }
    add_same(subject, view);
    add_card(subject, view);
    add_history(subject, view);
    return view;
}

WebResponse person_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const& words = session.words(request);
    auto const person = person_in(request);
    session.arrange({});
    auto const at = session.match_of(person);
    auto const frame = session.frame(request, "");
    if (!at) {
        return page(message_page(frame, words("not_found_title"), words("person_gone"), ""), 404);
    }
    auto const& match = session.ranking().matches[*at];
    auto const subject = Subject{session, words, match, session.ranking().candidates[match.candidate], all_evidence(session.notebook(), person)};
    auto const view = view_of(subject);
    return page(whole_page(frame, view.name, person_html(frame, view)));
}

} // namespace

void add_person_routes(Review& review)
{
    review.router.post("/lint", with_session(review, [&review](WebRequest const& request) { return lint_page(review, request); }));
    review.router.get("/person/{}", with_session(review, [&review](WebRequest const& request) { return person_page(review, request); }));
}

} // namespace knowwho::review
