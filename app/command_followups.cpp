// SPDX-License-Identifier: MIT
// knowwho followups: what is due, to whom, since when; drafts, and a calendar.
#include "app/command.hpp"
#include "app/draft_step.hpp"
#include "app/steps.hpp"
#include "follow_up/agenda.hpp"
#include "follow_up/calendar.hpp"
#include "follow_up/clock.hpp"
#include "report/clean_text.hpp"
#include "report/csv_cell.hpp"
#include "report/name_forms.hpp"
#include "store/follow_ups.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct FollowupsOptions {
    std::vector<std::string> done;
    std::vector<std::string> drop;
    std::string reason;
    std::vector<std::string> later;
    std::string until;
    std::string event;
    std::string person;
    bool all = false;
    bool draft = false;
    std::string channel = "mail";
    std::string language;
    std::string address;
    std::string ics;
    std::string format = "table";
};

void declare(Options& options, FollowupsOptions& values)
{
    options.texts("--done", "NUMBER", values.done, "this one is done; may be repeated");
    options.texts("--drop", "NUMBER", values.drop, "this one will not be done; say why with --reason");
    options.text("--reason", "TEXT", values.reason, "why it is dropped");
    options.texts("--later", "NUMBER", values.later, "move this one to the day of --until");
    options.text("--until", "DATE", values.until, "the new day");
    options.text("-e,--event", "NAME", values.event, "only those of this event");
    options.text("-p,--person", "PERSON", values.person, "only those to this person");
    options.flag("--all", values.all, "those that are done or dropped as well");
    options.flag("--draft", values.draft, "with a short text to send for each");
    options.choice("--channel", {"mail", "message", "portal", "postcard"}, values.channel, "what the texts are for (now mail)");
    options.choice("--language", {"de", "en"}, values.language, "of the texts (now the event's)");
    options.choice("--address", {"Sie", "du"}, values.address, "of the German texts (now the event's)");
    options.text("--ics", "FILE", values.ics, "write a calendar that updates what was imported before");
    options.choice("--format", {"table", "json", "csv"}, values.format, "form of the list (now table)");
}

FollowUp numbered(Notebook const& notebook, std::string const& number)
{
    bool const is_number = !number.empty() && number.size() < 18 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    auto const found = is_number ? find_follow_up(notebook, {std::stoll(number)}) : std::nullopt;
    if (!found) {
        throw Error{ExitCode::usage, fmt::format("there is no follow-up '{}'", clean_line(number, 40)), "knowwho followups --all shows the numbers"};
    }
    return *found;
}

Instant new_day(std::string const& until)
{
    auto const day = parse_iso_date(until);
    if (!day || day->day == 0) {
        throw Error{ExitCode::usage, "--later needs a day", "say it as --until 2026-12-01"};
    }
    return end_of(*day);
}

/// All changes of one call, or none.
void change(Notebook& notebook, FollowupsOptions const& options, Context& context)
{
    if (!options.drop.empty() && options.reason.empty()) {
        throw Error{ExitCode::usage, "--drop needs a reason", "say why with --reason, e.g. --reason 'wrong person'"};
    }
    auto transaction = Transaction{notebook};
    for (auto const& number : options.done) {
        close_follow_up(notebook, numbered(notebook, number), FollowUpState::done, {}, context.now);
    }
    for (auto const& number : options.drop) {
        close_follow_up(notebook, numbered(notebook, number), FollowUpState::dropped, options.reason, context.now);
    }
    for (auto const& number : options.later) {
        move_follow_up(notebook, numbered(notebook, number).id, new_day(options.until), context.now);
    }
    transaction.commit();
}

std::string state_of(AgendaItem const& item, Instant now)
{
    switch (item.follow_up.state) {
    case FollowUpState::open:
        return time_left(item.follow_up.due, now);
    case FollowUpState::done:
        return "done";
    case FollowUpState::dropped:
        return "dropped";
    }
    return {};
}

/// The voice of each event, with what the options say on top.
Voice voice_for(Notebook const& notebook, AgendaItem const& item, FollowupsOptions const& options)
{
    auto voice = voice_of(notebook, item.encounter.event);
    if (!options.language.empty()) {
        voice.language = options.language == "en" ? Language::english : Language::german;
    }
    if (!options.address.empty()) {
        voice.address = options.address == "du" ? Address::du : Address::sie;
    }
    return voice;
}

std::string draft_text(Notebook const& notebook, AgendaItem const& item, FollowupsOptions const& options)
{
    auto const draft = draft_for(item, *parse_channel(options.channel), voice_for(notebook, item, options));
    return draft ? shown(*draft) + "\n" : fmt::format("  (no pattern for this on the channel '{}')\n\n", options.channel);
}

std::string as_table(Notebook const& notebook, std::vector<AgendaItem> const& items, FollowupsOptions const& options, Instant now)
{
    auto text = std::string{};
    for (auto const& item : items) {
        text += fmt::format("{:>5}  {:<18} {}: {}{}\n", item.follow_up.id.value, state_of(item, now), in_one_line(item.whom),
            clean_line(what_to_do(item), 120), item.follow_up.reason.empty() ? "" : fmt::format(" ({})", clean_line(item.follow_up.reason, 80)));
        text += options.draft && item.follow_up.state == FollowUpState::open ? "\n" + draft_text(notebook, item, options) : "";
    }
    return text;
}

std::string as_json(Notebook const& notebook, std::vector<AgendaItem> const& items, FollowupsOptions const& options, Instant now)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& item : items) {
        auto one = nlohmann::ordered_json{{"number", item.follow_up.id.value}, {"uid", item.follow_up.uid}, {"person", item.whom.person.value},
            {"name", full_name(item.whom.name)}, {"organisation", item.whom.organisation}, {"kind", draft_kind(item.follow_up.kind)},
            {"what", what_to_do(item)}, {"due", to_iso(item.follow_up.due)}, {"state", state_of(item, now)},
            {"overdue", item.follow_up.state == FollowUpState::open && item.follow_up.due < now}, {"event", item.event},
            {"introduced_by", item.introducer}, {"reason", item.follow_up.reason}};
        auto const draft = options.draft ? draft_for(item, *parse_channel(options.channel), voice_for(notebook, item, options)) : std::nullopt;
        if (draft) {
            one["draft"] = {{"subject", draft->subject}, {"text", draft->text}, {"remarks", draft->remarks}};
        }
        all.push_back(std::move(one));
    }
    return json_document(all);
}

std::string as_csv(std::vector<AgendaItem> const& items, Instant now)
{
    auto text = std::string{"number,person,name,organisation,what,due,state,event,reason\r\n"};
    for (auto const& item : items) {
        text += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", item.follow_up.id.value, item.whom.person.value, csv_cell(full_name(item.whom.name)),
            csv_cell(item.whom.organisation), csv_cell(what_to_do(item)), to_iso(item.follow_up.due), csv_cell(state_of(item, now)),
            csv_cell(item.event), csv_cell(item.follow_up.reason));
    }
    return text;
}

void narrow(Notebook& notebook, std::vector<AgendaItem>& items, FollowupsOptions const& options)
{
    if (!options.event.empty()) {
        auto const event = chosen_event(notebook, options.event).id;
        std::erase_if(items, [&](AgendaItem const& item) { return item.encounter.event != event; });
    }
    if (!options.person.empty()) {
        auto const person = named_acquaintance(notebook, options.person).person;
        std::erase_if(items, [&](AgendaItem const& item) { return item.whom.person != person && item.met.person != person; });
    }
}

void print_events(Notebook const& notebook, Context& context)
{
    for (auto const& [event, met, open] : event_states(notebook)) {
        context.out << (open == 0 ? fmt::format("{}: closed, nothing is left to do about the {} met\n", clean_line(event.name, 80), count_of(met, "person", "people"))
                                  : fmt::format("{}: {} met, {} with something left to do\n", clean_line(event.name, 80), count_of(met, "person", "people"), open));
    }
}

ExitCode run(Context& context, FollowupsOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    change(notebook, options, context);
    auto items = agenda(notebook, options.all ? Which::all : Which::open, context.now);
    narrow(notebook, items, options);
    if (!options.ics.empty()) {
        auto all = agenda(notebook, Which::all, context.now);
        narrow(notebook, all, options);
        put(context, options.ics, to_calendar(calendar_entries(all)));
        return ExitCode::done;
    }
    if (options.format == "json") {
        context.out << as_json(notebook, items, options, context.now);
    } else if (options.format == "csv") {
        context.out << as_csv(items, context.now);
    } else {
        context.out << as_table(notebook, items, options, context.now);
        if (!context.quiet) {
            print_events(notebook, context);
            context.err << (items.empty() ? "note:     nothing is to be followed up; knowwho met PERSON notes a talk and what was promised\n" : "");
        }
    }
    return ExitCode::done;
}

} // namespace

Command followups_command()
{
    return make_command<FollowupsOptions>("followups", "what is due, to whom, since when; with drafts and as a calendar",
        "knowwho followups --draft --channel portal", declare, run);
}

} // namespace knowwho
