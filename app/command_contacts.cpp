// SPDX-License-Identifier: MIT
// knowwho contacts: rhythm, depth, give and take, sleep and wake.
#include "app/acquaintance_step.hpp"
#include "app/address_book_step.hpp"
#include "app/command.hpp"
#include "app/draft_step.hpp"
#include "app/steps.hpp"
#include "follow_up/noting.hpp"
#include "follow_up/occasions.hpp"
#include "follow_up/rhythm.hpp"
#include "follow_up/wake.hpp"
#include "report/clean_text.hpp"
#include "report/csv_cell.hpp"
#include "report/name_forms.hpp"
#include "store/settings.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct ContactsOptions {
    std::string person;
    int rhythm = -1;
    bool usual = false;
    bool sleep = false;
    bool wake = false;
    std::string reason;
    bool keep = false;
    bool unkeep = false;
    std::string does, why, wants, offers, interests, note;
    int hours = -1;
    bool due = false;
    bool all = false;
    bool occasions = false;
    std::string wake_for;
    std::vector<std::string> books;
    bool prefer_book = false;
    std::string vdir;
    std::string format = "table";
};

void declare(Options& options, ContactsOptions& values)
{
    options.argument("PERSON", values.person, "show or change this one", false);
    options.number("--rhythm", values.rhythm, 1, 3650, "keep in touch every so many days (now 61)");
    options.flag("--usual", values.usual, "back to the usual rhythm");
    options.flag("--sleep", values.sleep, "let the contact rest instead of deleting it; say why with --reason");
    options.flag("--wake", values.wake, "take it up again");
    options.text("--reason", "TEXT", values.reason, "why it rests");
    options.flag("--keep", values.keep, "keep the person though you never met: the purge passes over");
    options.flag("--no-keep", values.unkeep, "let the purge decide again");
    options.text("--does", "TEXT", values.does, "what they do");
    options.text("--why", "TEXT", values.why, "why they do it");
    options.text("--wants", "TEXT", values.wants, "what they want");
    options.text("--offers", "TEXT", values.offers, "what they can give");
    options.text("--interests", "TEXT", values.interests, "what they care for");
    options.text("--note", "TEXT", values.note, "anything else");
    options.number("--hours", values.hours, 0, 744, "the hours a month that you have for contacts; kept");
    options.flag("--due", values.due, "only who is due within 30 days");
    options.flag("--all", values.all, "the sleeping ones as well");
    options.flag("--occasions", values.occasions, "birthdays and common events of the next 30 days, with a text if there is something personal to say");
    options.text("--wake-for", "FILE", values.wake_for, "which sleeping contacts fit these goals");
    options.texts("--import", "FILE", values.books, "an address book: vCards, or CSV of LinkedIn, Google or Outlook; may be repeated");
    options.flag("--prefer-file", values.prefer_book, "where they differ, the address book is right (now the notebook)");
    options.text("--sync", "DIR", values.vdir, "keep a folder of vCards (as khard and vdirsyncer use it) in step, both ways");
    options.choice("--format", {"table", "json", "csv"}, values.format, "form of the list (now table)");
}

bool says_something(ContactsOptions const& options)
{
    bool const words = std::ranges::any_of(std::initializer_list<std::string const*>{&options.does, &options.why, &options.wants, &options.offers,
                                               &options.interests, &options.note},
        [](std::string const* text) { return !text->empty(); });
    return words || options.rhythm > 0 || options.usual || options.sleep || options.wake || options.keep || options.unkeep;
}

void change(Notebook& notebook, PersonId person, ContactsOptions const& options, Instant now)
{
    auto news = Contact{};
    news.does = options.does;
    news.why = options.why;
    news.wants = options.wants;
    news.offers = options.offers;
    news.interests = options.interests;
    news.note = options.note;
    auto known = find_contact(notebook, person);
    if (!known) {
        known = Contact{};
        known->person = person;
        known->source = "kept";
        known->added_at = now;
    }
    auto changed = merged(*known, news);
    changed.rhythm_days = options.usual ? 0 : options.rhythm > 0 ? options.rhythm : changed.rhythm_days;
    changed.kept = options.keep || (changed.kept && !options.unkeep);
    if (options.sleep || options.wake) {
        changed.asleep = options.sleep;
        changed.asleep_reason = options.sleep ? options.reason : std::string{};
    }
    save_contact(notebook, changed);
}

std::string when(ContactState const& state)
{
    if (state.contact.asleep) {
        return "asleep";
    }
    if (state.overdue_days > 0) {
        return fmt::format("{} over", count_of(state.overdue_days, "day", "days"));
    }
    return state.overdue_days == 0 ? "today" : fmt::format("in {}", count_of(-state.overdue_days, "day", "days"));
}

/// "····1··2····": contacts in each of the last twelve months.
std::string year_of(ContactState const& state)
{
    auto text = std::string{};
    for (auto const count : state.months) {
        text += count == 0 ? "·" : count > 9 ? "+" : std::to_string(count);
    }
    return text;
}

std::string row_of(ContactState const& state)
{
    return fmt::format("{:>13}  {}  depth {}/3  gave {} took {}  {}{}{}\n", when(state), year_of(state), state.depth.known(),
        state.balance.given, state.balance.taken, in_one_line(state.person), is_burst_and_silence(state) ? "  (burst, then silence)" : "",
        state.contact.asleep_reason.empty() ? "" : fmt::format("  ({})", clean_line(state.contact.asleep_reason, 60)));
}

void print_one(Notebook const& notebook, ContactState const& state, Context& context)
{
    auto const& contact = state.contact;
    context.out << row_of(state);
    context.out << fmt::format("  last contact: {}; rhythm: {} days; next: {}\n", state.last ? to_iso(day_of(*state.last)) : "none yet", state.rhythm_days,
        to_iso(day_of(state.next)));
    for (auto const& [label, text] : {std::pair{"does", &contact.does}, {"why", &contact.why}, {"wants", &contact.wants}, {"offers", &contact.offers},
             {"interests", &contact.interests}, {"note", &contact.note}}) {
        if (!text->empty()) {
            context.out << fmt::format("  {}: {}\n", label, clean_line(*text, 300));
        }
    }
    auto const voice = voice_of(notebook);
    for (auto const& question : questions_for(state.depth, voice.language, voice.address)) {
        context.out << fmt::format("  ask: {}\n", question);
    }
}

void print_budget(std::span<ContactState const> states, std::string const& hours, Context& context)
{
    if (hours.empty() || context.quiet) {
        return;
    }
    auto const budget = budget_for(states, std::stod(hours));
    context.out << fmt::format("{} a month: room for {:.0f} contacts; the rhythms ask for {:.1f}\n", count_of(std::stoi(hours), "hour", "hours"), budget.contacts_a_month, budget.wanted_a_month);
    if (budget.due_this_month > budget.fitting) {
        context.out << fmt::format("{} due within 30 days, of whom {} fit\n", budget.due_this_month, budget.fitting);
    }
    if (budget.wanted_a_month > budget.contacts_a_month && budget.rhythm_that_fits > 0) {
        context.out << fmt::format("everybody fits at a rhythm of {} days; or let some of them sleep\n", budget.rhythm_that_fits);
    }
}

std::string as_json(std::span<ContactState const> states)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& state : states) {
        all.push_back({{"id", state.contact.person.value}, {"name", full_name(state.person.name)}, {"organisation", state.person.organisation},
            {"last", state.last ? to_iso(*state.last) : ""}, {"next", to_iso(day_of(state.next))}, {"overdue_days", state.overdue_days},
            {"rhythm_days", state.rhythm_days}, {"asleep", state.contact.asleep}, {"asleep_reason", state.contact.asleep_reason},
            {"kept", state.contact.kept}, {"depth", state.depth.known()}, {"given", state.balance.given}, {"taken", state.balance.taken},
            {"months", state.months}, {"longest_silence_days", state.longest_silence_days}, {"burst_and_silence", is_burst_and_silence(state)}});
    }
    return json_document(all);
}

std::string as_csv(std::span<ContactState const> states)
{
    auto text = std::string{"id,name,organisation,last,next,overdue_days,rhythm_days,asleep,depth,given,taken\r\n"};
    for (auto const& state : states) {
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\r\n", state.contact.person.value, csv_cell(full_name(state.person.name)),
            csv_cell(state.person.organisation), state.last ? to_iso(day_of(*state.last)) : "", to_iso(day_of(state.next)), state.overdue_days,
            state.rhythm_days, int{state.contact.asleep}, state.depth.known(), state.balance.given, state.balance.taken);
    }
    return text;
}

ExitCode wake_for(Notebook const& notebook, std::string const& file, Context& context)
{
    auto const goals = read_goals(file).goals;
    auto const fitting = contacts_for_goals(notebook, goals, Sleep::asleep);
    for (auto const& found : fitting) {
        context.out << fmt::format("{:.2f}  {}  {}: {}\n", found.likeness, in_one_line(found.person), clean_line(goals.goals[found.goal].name, 60),
            fmt::join(found.words, ", "));
    }
    if (fitting.empty() && !context.quiet) {
        context.err << "note:     none of the contacts that sleep is known to fit these goals\n";
    }
    return ExitCode::done;
}

ExitCode show_occasions(Notebook const& notebook, Context& context)
{
    auto const voice = voice_of(notebook);
    auto const all = occasions(notebook, context.now, 30);
    for (auto const& one : all) {
        bool const birthday = one.kind == OccasionKind::birthday;
        auto const draft = draft_to(one.person, birthday ? "birthday" : "same_event", Channel::mail, voice,
            {{"topic", one.topic}, {"day", spoken_day(one.talked, day_of(context.now), voice.language)}, {"event", one.event}});
        context.out << fmt::format("{}  {}: {}\n", to_iso(one.day), in_one_line(one.person), birthday ? "birthday" : "also at " + clean_line(one.event, 60));
        context.out << (draft ? '\n' + shown(*draft) + '\n' : std::string{});
    }
    if (all.empty() && !context.quiet) {
        context.err << "note:     no birthday and no common event within 30 days with anybody whose last talk you noted\n";
    }
    return ExitCode::done;
}

ExitCode show_one(Notebook& notebook, ContactsOptions const& options, Context& context)
{
    auto const person = named_acquaintance(notebook, options.person);
    if (says_something(options)) {
        change(notebook, person.person, options, context.now);
    }
    auto const states = contact_states(notebook, context.now);
    auto const found = std::ranges::find(states, person.person, [](ContactState const& one) { return one.contact.person; });
    if (found == states.end()) {
        throw Error{ExitCode::usage, fmt::format("{} is no contact yet", in_one_line(person)), "note an encounter with knowwho met, or keep them with --keep"};
    }
    print_one(notebook, *found, context);
    return ExitCode::done;
}

ExitCode run(Context& context, ContactsOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (options.hours >= 0) {
        save_setting(notebook, "hours_a_month", std::to_string(options.hours));
    }
    if (!options.books.empty()) {
        return import_books(notebook, options.books, options.prefer_book, context);
    }
    if (!options.vdir.empty()) {
        return sync_folder(notebook, options.vdir, context);
    }
    if (options.occasions) {
        return show_occasions(notebook, context);
    }
    if (!options.wake_for.empty()) {
        return wake_for(notebook, options.wake_for, context);
    }
    if (!options.person.empty()) {
        return show_one(notebook, options, context);
    }
    if (says_something(options)) {
        throw Error{ExitCode::usage, "whose? name a PERSON", "knowwho contacts 'Anna Weber' --rhythm 90"};
    }
    auto states = contact_states(notebook, context.now);
    std::erase_if(states, [&](ContactState const& state) {
        return (state.contact.asleep && !options.all) || (options.due && (state.contact.asleep || state.overdue_days < -30));
    });
    if (options.format == "json") {
        context.out << as_json(states);
    } else if (options.format == "csv") {
        context.out << as_csv(states);
    } else {
        for (auto const& state : states) {
            context.out << row_of(state);
        }
        print_budget(states, setting(notebook, "hours_a_month"), context);
        if (states.empty() && !context.quiet) {
            context.err << (options.due ? "note:     nobody is due within 30 days\n" : "note:     no contacts yet; knowwho met PERSON makes one, and so does knowwho contacts --import FILE\n");
        }
    }
    return ExitCode::done;
}

} // namespace

Command contacts_command()
{
    return make_command<ContactsOptions>("contacts", "rhythm, depth, give and take; sleep and wake",
        "knowwho contacts 'Anna Weber' --rhythm 90 --wants 'fewer stops on line 3'", declare, run);
}

} // namespace knowwho
