// SPDX-License-Identifier: MIT
#include "app/review_goals.hpp"

#include "app/file_word.hpp"
#include "app/import_step.hpp"
#include "app/review_routes.hpp"
#include "app/review_start.hpp"
#include "review/goals_form.hpp"
#include "score/goals_file.hpp"
#include "score/goal_words.hpp"
#include "store/content_hash.hpp"
#include "store/files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <utility>

namespace knowwho::review {
namespace {

constexpr std::size_t goals_text_limit = std::size_t{1} << 20;
constexpr std::size_t looked_up_at_most = 5000; ///< people whose words the goals' are looked up in

std::string text_in(std::filesystem::path const& file)
{
    return std::filesystem::exists(file) ? read_file(file, goals_text_limit) : std::string{};
}

/// Whether the text says that it is about an event of another name.
bool is_about_another(std::string const& text, Event const& event)
{
    try {
        auto const named = parse_goals(text, "goals.toml").event.name;
        return !named.empty() && !event.name.empty() && named != event.name;
    } catch (Error const&) {
        return false;
    }
}

GoalsPart read_part(GoalsPlace const& place)
{
    auto part = GoalsPart{};
    part.file = place.file.string();
    part.text = place.text;
    part.seen = content_hash(place.text);
    return part;
}

void fill_form(GoalsPart& part, Session const& session, PageWords const& words)
{
    if (part.text.empty()) {
        part.edit.event.name = session.event().name;
        return;
    }
    try {
        part.edit = edit_of(parse_goals(part.text, part.file));
        auto& name = part.edit.event.name;
        name = name.empty() ? session.event().name : name;
    } catch (Error const& error) {
        part.error = words.said(error);
        part.text_only = true;
    }
}

void add_unmet(GoalsPart& part, Session const& session)
{
    if (!session.is_ready() || session.ranking().candidates.size() > looked_up_at_most) {
        return;
    }
    for (auto& unmet : words_not_on_roster(session.written(), session.ranking().candidates)) {
        part.unmet.emplace_back(session.written().goals[unmet.goal].name, std::move(unmet.words));
    }
}

/// Writes the file, and keeps the text with the event, as `brief` does.
void save(Session& session, GoalsPlace const& place, std::string const& text)
{
    write_file(place.file, text);
    if (session.event().id) {
        save_goals(session.notebook(), session.event().id, text);
    }
    session.forget();
}

using MakeText = std::function<std::string(GoalsPlace const& place, GoalsPart& part, PageWords const& words)>;

/// `make_text` throws Error for what is wrong; then nothing is written, and what was sent is shown again.
WebResponse saved(Review& review, WebRequest const& request, MakeText const& make_text)
{
    auto& session = review.session;
    auto const& words = session.words(request);
    auto const place = goals_place(session);
    auto part = read_part(place);
    if (request.form["seen"] != part.seen) {
        fill_form(part, session, words);
        part.error = words("goals_stale");
        return start_page(review, request, std::move(part), 409);
    }
    try {
        save(session, place, make_text(place, part, words));
    } catch (Error const& error) {
        part.error = words.said(error);
        return start_page(review, request, std::move(part), 422);
    }
    return see_other("/start?saved=1#step-goals");
}

std::string text_from_form(WebRequest const& request, GoalsPlace const& place, GoalsPart& part, PageWords const& words)
{
    auto unread = std::vector<std::string_view>{};
    part.edit = read_goals_form(request.form, unread);
    if (!unread.empty()) {
        auto names = std::vector<std::string_view>{};
        for (auto const key : unread) {
            names.push_back(words(key));
        }
        throw Error{ExitCode::usage, words.fill("goals_unread", {{"fields", fmt::format("{}", fmt::join(names, ", "))}}), {}};
    }
    if (part.edit.goals.empty()) {
        throw Error{ExitCode::usage, std::string{words("goals_none")}, {}};
    }
    return edit_goals(place.text, part.edit);
}

std::string text_as_sent(WebRequest const& request, GoalsPlace const& place, GoalsPart& part)
{
    auto text = std::string{request.form["text"]};
    std::erase(text, '\r');
    part.text = text;
    part.text_only = true;
    parse_goals(text, place.file.filename().string());
    return text;
}

} // namespace

GoalsPlace goals_place(Session const& session)
{
    if (!session.goals_file().empty()) {
        return {session.goals_file(), text_in(session.goals_file())};
    }
    auto const folder = std::filesystem::absolute(session.context().notebook).parent_path();
    auto file = folder / "goals.toml";
    auto text = text_in(file);
    if (is_about_another(text, session.event())) {
        file = folder / fmt::format("goals-{}.toml", file_word(session.event().name));
        text = text_in(file);
    }
    if (text.empty() && session.event().id) {
        text = goals_text(session.notebook(), session.event().id);
    }
    return {std::move(file), std::move(text)};
}

GoalsPart goals_part(Session const& session, PageWords const& words, bool with_unmet)
{
    auto part = read_part(goals_place(session));
    fill_form(part, session, words);
    if (with_unmet) {
        add_unmet(part, session);
    }
    return part;
}

Event event_for_list(Session const& session, std::string const& name)
{
    auto event = Event{};
    try {
        auto const place = goals_place(session);
        event = place.text.empty() ? event : event_of(parse_goals(place.text, place.file.string()), session.now());
    } catch (Error const&) { // goals that cannot be read name no event
    }
    event.name = name.empty() ? event.name : name;
    event.last_used = session.now();
    return event;
}

std::string goals_for_list(Session const& session)
{
    auto const place = goals_place(session);
    try {
        parse_goals(place.text, place.file.string());
        return place.text;
    } catch (Error const&) { // there are none, or the start page says what is wrong with them
        return {};
    }
}

void add_goals_routes(Review& review)
{
    auto& router = review.router;
    router.post("/start/goals", with_errors(review, [&review](WebRequest const& request) {
        return saved(review, request, [&](GoalsPlace const& place, GoalsPart& part, PageWords const& words) { return text_from_form(request, place, part, words); });
    }));
    router.post("/start/goals-text", with_errors(review, [&review](WebRequest const& request) {
        return saved(review, request, [&](GoalsPlace const& place, GoalsPart& part, PageWords const&) { return text_as_sent(request, place, part); });
    }));
}

} // namespace knowwho::review
