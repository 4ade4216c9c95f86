// SPDX-License-Identifier: MIT
#include "review/after_talks.hpp"

#include "follow_up/clock.hpp"
#include "review/contact_text.hpp"
#include "review/decisions.hpp"
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/erasing.hpp"
#include "store/follow_ups.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"
#include "store/outcomes.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <span>

namespace knowwho {
namespace {

constexpr std::string_view state_words[] = {"open", "done", "dropped"};
constexpr std::string_view kept_source = "kept";

/// "open", seconds since 1970 and the reason, a line each.
std::string as_text(FollowUp const& one)
{
    return fmt::format("{}\n{}\n{}", state_words[static_cast<int>(one.state)], one.due.time_since_epoch().count(), one.reason);
}

/// The text up to a line break, which is taken away with it.
std::string_view take_line(std::string_view& text)
{
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

FollowUpState state_of(std::string_view word)
{
    auto const* const found = std::ranges::find(state_words, word);
    return found == std::end(state_words) ? FollowUpState::open : static_cast<FollowUpState>(found - std::begin(state_words));
}

FollowUp follow_up_of(Notebook const& notebook, StoredChange const& change)
{
    auto found = find_follow_up(notebook, {change.subject});
    if (!found || found->person != change.person) {
        throw Error{ExitCode::usage, "there is no such follow-up any more", "load the page again"};
    }
    return *std::move(found);
}

void put_follow_up_text(Notebook& notebook, FollowUp one, std::string_view text, Instant now)
{
    one.state = state_of(take_line(text));
    auto const due = take_line(text);
    std::int64_t seconds = 0;
    std::from_chars(due.data(), due.data() + due.size(), seconds);
    one.due = Instant{Instant::duration{seconds}};
    one.reason = text;
    put_follow_up(notebook, one, now);
}

void keep(Notebook& notebook, PersonId person, bool wanted, Instant now)
{
    auto contact = find_contact(notebook, person);
    if (!wanted && contact && contact->source == kept_source && contact->uid.empty()) {
        delete_contact(notebook, person); // it was made for nothing else
        return;
    }
    if (!contact) {
        contact = Contact{};
        contact->person = person;
        contact->source = kept_source;
        contact->added_at = now;
    }
    contact->kept = wanted;
    save_contact(notebook, *contact);
}

} // namespace

bool is_about_talks(std::string_view what)
{
    return what == decision::follow_up || what == decision::kept;
}

std::string value_about_talks(Notebook const& notebook, StoredChange const& change)
{
    if (change.what == decision::follow_up) {
        return as_text(follow_up_of(notebook, change));
    }
    auto const contact = find_contact(notebook, change.person);
    return contact && contact->kept ? "yes" : "";
}

std::string tidy_about_talks(Notebook const& notebook, StoredChange const& change, std::string_view value)
{
    if (change.what == decision::kept) {
        return value.empty() ? "" : "yes";
    }
    auto one = follow_up_of(notebook, change);
    auto const word = take_line(value);
    if (word == "later") {
        auto const day = parse_iso_date(value);
        if (!day || day->day == 0) {
            throw Error{ExitCode::usage, "a day is needed", "choose the day until which it may wait"};
        }
        one.due = end_of(*day);
    } else if (std::ranges::find(state_words, word) == std::end(state_words)) {
        throw Error{ExitCode::usage, "a follow-up is open, done or dropped", "load the page again"};
    }
    one.state = state_of(word);
    one.reason = one.state == FollowUpState::dropped ? std::string{trimmed(value)} : std::string{};
    if (one.state == FollowUpState::dropped && one.reason.empty()) {
        throw Error{ExitCode::usage, "what is dropped needs a reason", "say in a few words why"};
    }
    return as_text(one);
}

void put_about_talks(Notebook& notebook, StoredChange const& change, std::string_view value, Instant now)
{
    change.what == decision::kept ? keep(notebook, change.person, !value.empty(), now) : put_follow_up_text(notebook, follow_up_of(notebook, change), value, now);
    count_revision(notebook, change.person);
}

void add_met_change(Notebook& notebook, EventId event, NotedEncounter const& noted, std::optional<Contact> const& before, Instant now)
{
    count_revision(notebook, noted.person);
    add_change(notebook, {{}, event, noted.person, std::string{decision::met}, noted.encounter.value, contact_as_text(before),
        contact_as_text(find_contact(notebook, noted.person)), now});
}

void undo_met(Notebook& notebook, StoredChange const& change)
{
    auto const planned = follow_ups(notebook);
    bool const has_gone_on = std::ranges::any_of(planned, [&](FollowUp const& one) { return one.encounter.value == change.subject && one.state != FollowUpState::open; });
    if (has_gone_on || contact_as_text(find_contact(notebook, change.person)) != change.after) {
        throw Error{ExitCode::usage, "this was changed since by another way, so it is not undone", "change it by hand"};
    }
    delete_encounter(notebook, {change.subject});
    delete_outcomes(notebook, change.person, change.made_at);
    if (auto const before = contact_from_text(change.before)) {
        save_contact(notebook, *before);
    } else {
        delete_contact(notebook, change.person);
    }
    if (attendances(notebook, change.person).empty() && encounters(notebook, change.person).empty() && change.before.empty()) {
        delete_people(notebook, std::span{&change.person, 1});
    } else {
        count_revision(notebook, change.person);
    }
}

} // namespace knowwho
