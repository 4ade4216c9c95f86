// SPDX-License-Identifier: MIT
// knowwho met: note an encounter in under a minute.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/note_step.hpp"
#include "app/steps.hpp"
#include "follow_up/agenda.hpp"
#include "follow_up/clock.hpp"
#include "report/clean_text.hpp"
#include "store/files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

constexpr std::size_t notes_limit = std::size_t{4} << 20;

struct MetOptions {
    std::string person;
    std::string notes;
    bool newcomer = false;
    std::string event, on, kind, place, occasion, by, talked, interests, next, organisation, role, email, does, why, wants, offers, birthday;
    std::string worth, goal;
    std::vector<std::string> promised;
    std::vector<std::string> promised_me;
    int sympathy = 0;
    bool by_them = false;
};

void declare(Options& options, MetOptions& values)
{
    options.argument("PERSON", values.person, "a name, part of one, or the number that rank prints", false);
    options.text("--import", "FILE", values.notes, "read a page of notes: '# Name', then lines such as 'Versprochen: …' and free text");
    options.flag("--new", values.newcomer, "the person is on no list: PERSON is their whole name");
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last, if it is not long over)");
    options.text("--on", "DATE", values.on, "the day (now today)");
    options.choice("--kind", {"met", "meeting", "call", "mail", "message", "post", "note"}, values.kind, "how you were in touch (now met)");
    options.text("--place", "TEXT", values.place, "where (now the event's place)");
    options.text("--occasion", "TEXT", values.occasion, "at what (now the event)");
    options.text("--by", "PERSON", values.by, "who introduced you");
    options.text("--talked", "TEXT", values.talked, "what you talked about, in a few words");
    options.text("--interests", "TEXT", values.interests, "what they care for");
    options.texts("--promised", "TEXT", values.promised, "what you promised, e.g. 'send the benchmark by 2026-12-01'; may be repeated");
    options.texts("--promised-me", "TEXT", values.promised_me, "what they promised; may be repeated");
    options.number("--sympathy", values.sympathy, 1, 5, "how well you got on");
    options.choice("--worth", {"nothing", "some", "much"}, values.worth, "what the talk was worth for the goal (see outcomes)");
    options.text("--goal", "NAME", values.goal, "for which goal (not needed if there is only one)");
    options.text("--next", "TEXT", values.next, "the next step that you agreed on");
    options.flag("--by-them", values.by_them, "they took the first step");
    options.text("--organisation", "TEXT", values.organisation, "where they work, if the list is wrong or has nothing");
    options.text("--role", "TEXT", values.role, "what they are there");
    options.text("--email", "ADDRESS", values.email, "their address");
    options.text("--birthday", "DATE", values.birthday, "1980-05-17, or --05-17");
    options.text("--does", "TEXT", values.does, "what they do");
    options.text("--why", "TEXT", values.why, "why they do it");
    options.text("--wants", "TEXT", values.wants, "what they want");
    options.text("--offers", "TEXT", values.offers, "what they can give");
}

void set(WrittenNote& note, std::string_view option, std::string_view key, std::string const& value)
{
    if (!value.empty() && !set_note_field(note, key, value)) {
        throw Error{ExitCode::usage, fmt::format("{}: '{}' makes no sense", option, clean_line(value, 60)), "knowwho met --help shows what it takes"};
    }
}

WrittenNote note_of(MetOptions const& options)
{
    auto note = WrittenNote{};
    note.who = options.person;
    note.newcomer = options.newcomer;
    note.event = options.event;
    note.introduced_by = options.by;
    note.encounter.sympathy = options.sympathy;
    note.encounter.by_them = options.by_them;
    set(note, "--on", "date", options.on);
    set(note, "--kind", "kind", options.kind);
    for (auto const& [key, value] : {std::pair{"place", &options.place}, {"occasion", &options.occasion}, {"talked", &options.talked},
             {"interests", &options.interests}, {"next", &options.next}, {"organisation", &options.organisation}, {"role", &options.role},
             {"email", &options.email}, {"birthday", &options.birthday}, {"does", &options.does}, {"why", &options.why},
             {"wants", &options.wants}, {"offers", &options.offers}}) {
        set(note, key, key, *value);
    }
    if (!options.worth.empty()) {
        note.worths.push_back({parse_worth(options.worth)->worth, options.goal});
    }
    for (auto const& words : options.promised) {
        note.promises.push_back(parse_promise(words, false));
    }
    for (auto const& words : options.promised_me) {
        note.promises.push_back(parse_promise(words, true));
    }
    return note;
}

void print_noted(Notebook const& notebook, NotedEncounter const& noted, WrittenNote const& note, Context& context)
{
    if (context.quiet) {
        return;
    }
    auto const person = find_acquaintance(notebook, noted.person).value_or(Acquaintance{});
    if (noted.known_already) {
        context.out << fmt::format("{}: noted before, {}\n", in_one_line(person), note.worths.empty() ? "nothing changed" : "only what it was worth is noted anew");
        return;
    }
    context.out << fmt::format("Noted: {}\n", in_one_line(person));
    for (auto const& item : agenda(notebook, Which::open, context.now)) {
        if (item.follow_up.encounter == noted.encounter) {
            context.out << fmt::format("  {:>4}  {:<18} {}: {}\n", item.follow_up.id.value, time_left(item.follow_up.due, context.now),
                clean_line(in_one_line(item.whom)), clean_line(what_to_do(item)));
        }
    }
}

ExitCode import_notes(Notebook& notebook, std::string const& file, Context& context)
{
    auto problems = std::vector<Problem>{};
    auto const name = std::filesystem::path{file}.filename().string();
    for (auto const& note : read_notes(read_file(file, notes_limit, context.watch), name, problems)) {
        context.watch.check();
        try {
            print_noted(notebook, take_note(notebook, note, context), note, context);
        } catch (Error const& error) {
            if (error.code() != ExitCode::usage) {
                throw;
            }
            auto const sentence = std::string_view{error.what()};
            auto const unknown = sentence.starts_with("nobody");
            auto const whom = sentence.find(note.who) == std::string_view::npos ? note.who : std::string{};
            problems.push_back({Severity::loss, name, note.line, 0, whom, error.what(),
                error.hint() + (unknown ? "; a person on no list needs the line 'Neu: ja' or 'New: yes'" : "")});
        }
    }
    print_problems(context, problems);
    return exit_code_for(problems);
}

ExitCode run(Context& context, MetOptions const& options)
{
    if (!options.goal.empty() && options.worth.empty()) {
        throw Error{ExitCode::usage, "say with --worth what the talk was worth for the goal", "knowwho met 'Anna Weber' --worth much --goal Pilotkunden"};
    }
    if (options.person.empty() == options.notes.empty()) {
        throw Error{ExitCode::usage, "name a PERSON, or a page of notes with --import", "knowwho met 'Anna Weber' --promised 'send the benchmark'"};
    }
    auto notebook = Notebook::open(context.notebook);
    if (!options.notes.empty()) {
        return import_notes(notebook, options.notes, context);
    }
    auto const note = note_of(options);
    print_noted(notebook, take_note(notebook, note, context), note, context);
    return ExitCode::done;
}

} // namespace

Command met_command()
{
    return make_command<MetOptions>("met", "note an encounter in under a minute",
        "knowwho met 'Anna Weber' --by 'Ines Overkamp' --talked 'sensors on old presses' --promised 'benchmark by 2026-12-01'", declare, run);
}

} // namespace knowwho
