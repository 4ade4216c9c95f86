// SPDX-License-Identifier: MIT
// An encounter noted on the evening itself: as `knowwho met`.
#include "app/acquaintance_step.hpp"
#include "app/note_step.hpp"
#include "app/review_routes.hpp"
#include "app/review_talks.hpp"
#include "follow_up/find.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/after_talks.hpp"
#include "review/met_view.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sstream>
#include <string>
#include <utility>

namespace knowwho::review {
namespace {

constexpr std::size_t most_choices = 12;
constexpr std::size_t longest_field = 1000; // bytes
constexpr int days_around_event = 14;       // an event is where somebody was met today, so long before and after it

constexpr std::string_view note_fields[] = {"place", "occasion", "talked", "interests", "next", "organisation", "role"};

std::string shown_name(Acquaintance const& person)
{
    return clean_line(full_name(person.name), 80);
}

/// Whether the event is about now: then it is proposed.
bool is_about_now(Event const& event, Instant now)
{
    auto const& ends = event.ends ? event.ends : event.starts;
    return (!event.starts || days_between(day_of(now), *event.starts) <= days_around_event) && (!ends || days_between(*ends, day_of(now)) <= days_around_event);
}

/// Place, occasion and day of the event that is shown, or what was sent.
std::map<std::string, std::string, std::less<>> proposed_values(Session& session)
{
    auto const& event = session.event();
    auto values = std::map<std::string, std::string, std::less<>>{{"on", to_iso(day_of(session.now()))}};
    if (is_about_now(event, session.now())) {
        values.insert({{"event", event.name}, {"place", event.place.empty() ? session.goals().event.place : event.place}, {"occasion", event.name}});
    }
    return values;
}

std::map<std::string, std::string, std::less<>> sent_values(Form const& form)
{
    auto values = std::map<std::string, std::string, std::less<>>{};
    for (auto const& [name, value] : form.fields) {
        values[name] = clean_line(std::string_view{value}.substr(0, longest_field));
    }
    return values;
}

void add_surroundings(Session& session, PageWords const& words, MetView& view)
{
    view.events.emplace_back("", std::string{words("met_outside")});
    for (auto const& event : events(session.notebook())) {
        view.events.emplace_back(event.name, clean_line(event.name, 80));
    }
    for (auto const& goal : session.goals().goals) {
        view.goals.push_back(goal.name);
    }
    auto const& ranking = session.ranking();
    for (auto const* const seats : {&ranking.shortlist.targets, &ranking.shortlist.reserves}) {
        for (auto const at : *seats) {
            view.likely.push_back(clean_line(full_name(ranking.candidates[ranking.matches[at].candidate].attendance.row.name), 80));
        }
    }
    if (auto const person = view.person == 0 ? std::nullopt : find_acquaintance(session.notebook(), {view.person})) {
        view.name = shown_name(*person);
    } else {
        view.person = 0;
    }
}

WebResponse met_page(Review& review, WebRequest const& request, MetView view, int status = 200)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/met");
    add_surroundings(session, frame.words, view);
    return page(whole_page(frame, frame.words("met"), met_html(frame, view)), status);
}

/// What was noted just now, and what it asks for.
void add_noted(Review& review, PageWords const& words, std::int64_t encounter, MetView& view)
{
    auto& session = review.session;
    for (auto const& item : agenda(session.notebook(), Which::open, session.now())) {
        if (item.encounter.id.value == encounter) {
            view.noted = words.fill("met_noted", {{"name", shown_name(item.met)}});
            view.to_do.push_back(follow_up_row(session, item, words, std::nullopt));
        }
    }
}

WebResponse empty_form(Review& review, WebRequest const& request)
{
    auto view = MetView{};
    view.values = proposed_values(review.session);
    view.person = request.query.number("person").value_or(0);
    if (auto const noted = request.query.number("noted")) {
        add_noted(review, review.session.words(request), *noted, view);
    } else if (request.query.has("before")) {
        auto const person = find_acquaintance(review.session.notebook(), {view.person});
        view.noted = review.session.words(request).fill("met_noted_before", {{"name", person ? shown_name(*person) : std::string{}}});
    }
    return met_page(review, request, std::move(view));
}

void add_promises(Form const& form, std::string const& side, bool by_them, WrittenNote& note, std::vector<std::string_view>& unread)
{
    for (int i = 0; i < promise_rows; ++i) {
        auto const what = clean_line(form[fmt::format("{}_{}", side, i)].substr(0, longest_field));
        auto const day = form[fmt::format("{}_{}_day", side, i)];
        if (what.empty()) {
            continue;
        }
        auto promise = parse_promise(what, by_them);
        promise.due = day.empty() ? promise.due : parse_iso_date(day);
        if (!day.empty() && !promise.due) {
            unread.push_back("met_by_day");
        }
        note.promises.push_back(std::move(promise));
    }
}

/// What cannot be read is named in `unread` by the word for its field.
WrittenNote note_in(Form const& form, std::vector<std::string_view>& unread)
{
    auto note = WrittenNote{};
    note.who = form.number("person") ? std::to_string(*form.number("person")) : clean_line(form["who"].substr(0, longest_field));
    note.newcomer = form.has("newcomer") && !form.number("person");
    note.introduced_by = clean_line(form["by"].substr(0, longest_field));
    note.event = form["event"];
    note.encounter.kind = EncounterKind::met;
    for (auto const name : note_fields) {
        auto const value = clean_line(form[name].substr(0, longest_field));
        if (!value.empty() && !set_note_field(note, name, value)) {
            unread.push_back(name == "next" || name == "talked" || name == "interests" || name == "occasion" ? std::string_view{"met"} : name);
        }
    }
    if (!form["on"].empty() && !set_note_field(note, "date", form["on"])) {
        unread.push_back("met_on");
    }
    note.encounter.sympathy = static_cast<int>(std::clamp<std::int64_t>(form.number("sympathy").value_or(0), 0, 5));
    if (auto const worth = parse_worth(form["worth"])) {
        note.worths.push_back({worth->worth, clean_line(form["goal"].substr(0, longest_field))});
    }
    add_promises(form, "promised", false, note, unread);
    add_promises(form, "promised_me", true, note, unread);
    return note;
}

/// Several people of a name, or none: asked again with everything that was written.
std::optional<MetView> unclear_whom(Session& session, PageWords const& words, Form const& form, WrittenNote const& note)
{
    if (note.newcomer || form.number("person")) {
        return std::nullopt;
    }
    auto people = people_named(session.notebook(), note.who, most_choices);
    if (people.size() == 1) {
        return std::nullopt;
    }
    auto view = MetView{};
    view.error = words.fill(people.empty() ? "met_nobody" : "met_several", {{"name", note.who}});
    people = people.empty() ? people_nearly_named(session.notebook(), note.who) : std::move(people);
    for (std::size_t i = 0; i < std::min(people.size(), most_choices); ++i) {
        view.choices.push_back({people[i].person.value, shown_name(people[i]), clean_line(people[i].organisation, 80)});
    }
    return view;
}

/// The note and the change by which it can be undone, in one transaction.
NotedEncounter take(Session& session, WrittenNote const& note)
{
    auto said = std::ostringstream{}; // the page tells it in its own words
    auto const aside = Context{said, said, session.now(), session.context().notebook, {}, true, false, false};
    auto& notebook = session.notebook();
    auto transaction = Transaction{notebook};
    auto const person = note.newcomer ? PersonId{} : named_acquaintance(notebook, note.who).person;
    auto const before = person ? find_contact(notebook, person) : std::nullopt;
    auto noted = take_note(notebook, note, aside);
    if (!noted.known_already) {
        add_met_change(notebook, session.event().id, noted, note.newcomer ? std::nullopt : before, aside.now);
    }
    transaction.commit();
    return noted;
}

WebResponse met_sent(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const& words = session.words(request);
    auto unread = std::vector<std::string_view>{};
    auto const note = note_in(request.form, unread);
    auto again = unclear_whom(session, words, request.form, note).value_or(MetView{});
    if (!unread.empty()) {
        auto names = std::vector<std::string_view>{};
        std::ranges::transform(unread, std::back_inserter(names), [&](auto key) { return words(key); });
        again.error = words.fill("met_unread", {{"fields", fmt::format("{}", fmt::join(names, ", "))}});
    }
    try {
        if (again.error.empty()) {
            auto const noted = take(session, note);
            session.wrote(decision::met);
            review.decided(noted.person, session.remark_on(noted.person).revision);
            return see_other(noted.known_already ? fmt::format("/met?before=1&person={}", noted.person.value) : fmt::format("/met?noted={}", noted.encounter.value));
        }
    } catch (Error const& error) {
        again.error = words.said(error);
    }
    again.values = sent_values(request.form);
    again.person = request.form.number("person").value_or(0);
    return met_page(review, request, std::move(again), 422);
}

} // namespace

void add_met_routes(Review& review)
{
    review.router.get("/met", with_session(review, [&review](WebRequest const& request) { return empty_form(review, request); }));
    review.router.post("/met", with_session(review, [&review](WebRequest const& request) { return met_sent(review, request); }));
}

} // namespace knowwho::review
