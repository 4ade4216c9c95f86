// SPDX-License-Identifier: MIT
// knowwho export: contacts, or the targets of an event, as vCards, CSV or JSON; follow-ups as a calendar.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/steps.hpp"
#include "follow_up/agenda.hpp"
#include "follow_up/calendar.hpp"
#include "follow_up/card_contact.hpp"
#include "report/clean_text.hpp"
#include "report/csv_cell.hpp"
#include "report/name_forms.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct ExportOptions {
    std::string form;
    std::string output = "-";
    bool targets = false;
    bool awake = false;
    std::string event;
    std::string goals;
};

void declare(Options& options, ExportOptions& values)
{
    options.argument("FORM", values.form, "vcard, csv, json, or ics (the follow-ups)");
    options.text("-o,--output", "FILE", values.output, "where to (now standard output)");
    options.flag("--targets", values.targets, "the targets of the event instead of the contacts");
    options.flag("--awake", values.awake, "without the contacts that sleep");
    options.text("-e,--event", "NAME", values.event, "the event of the targets (now the one used last)");
    options.text("-g,--goals", "FILE", values.goals, "the goals to choose targets by (now those used last)");
}

struct Exported {
    Acquaintance person;
    Contact contact; ///< with what only the lists say filled in
};

Exported exported(Notebook const& notebook, Acquaintance person)
{
    auto contact = find_contact(notebook, person.person).value_or(Contact{});
    contact.person = person.person;
    contact.organisation = person.organisation;
    contact.role = person.role;
    contact.email = person.email;
    contact.website = person.website;
    contact.place = person.place;
    return {std::move(person), std::move(contact)};
}

std::vector<Exported> contacts_to_export(Notebook const& notebook, bool awake_only)
{
    auto all = std::vector<Exported>{};
    for (auto& person : acquaintances(notebook, Who::contacts)) {
        all.push_back(exported(notebook, std::move(person)));
    }
    std::erase_if(all, [&](Exported const& one) { return awake_only && one.contact.asleep; });
    return all;
}

std::vector<Exported> targets_to_export(Notebook const& notebook, ExportOptions const& options, Context const& context)
{
    auto const event = chosen_event(notebook, options.event);
    auto const ranking = rank_event(notebook, event, goals_for(notebook, event, options.goals), context);
    auto all = std::vector<Exported>{};
    for (auto const target : ranking.shortlist.targets) {
        all.push_back(exported(notebook, find_acquaintance(notebook, ranking.matches[target].person).value_or(Acquaintance{})));
    }
    return all;
}

std::string as_vcards(std::vector<Exported> const& people, std::vector<Problem>& problems)
{
    auto text = std::string{};
    for (auto const& [person, contact] : people) {
        auto kept = read_vcards(contact.card, "the notebook", problems);
        text += write_vcard(card_of(person.name, contact, kept.empty() ? VCard{} : std::move(kept.front())));
    }
    return text;
}

/// Columns that the address books of Google and Outlook know by these names, too.
std::string as_csv(std::vector<Exported> const& people)
{
    auto text = std::string{"id,First Name,Last Name,Title,Company,Job Title,E-mail Address,Phone,Web Page,City,Birthday,Notes,does,why,wants,offers,interests,rhythm_days,asleep\r\n"};
    for (auto const& [person, contact] : people) {
        auto const& name = person.name;
        bool const parts = !name.family.empty();
        text += fmt::format("{},{},{},{},", person.person.value, csv_cell(name.given), csv_cell(parts ? name.family : name.written), csv_cell(name.title));
        for (auto const* const cell : {&contact.organisation, &contact.role, &contact.email, &contact.phone, &contact.website, &contact.place,
                 &contact.birthday, &contact.note, &contact.does, &contact.why, &contact.wants, &contact.offers, &contact.interests}) {
            text += csv_cell(*cell) + ',';
        }
        text += fmt::format("{},{}\r\n", contact.rhythm_days, int{contact.asleep});
    }
    return text;
}

std::string as_json(std::vector<Exported> const& people)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& [person, contact] : people) {
        auto one = nlohmann::ordered_json{{"id", person.person.value}, {"name", full_name(person.name)}, {"title", person.name.title},
            {"given", person.name.given}, {"family", person.name.family}};
        for (auto const& [name, field] : card_fields()) {
            one[std::string{name}] = contact.*field;
        }
        one["rhythm_days"] = contact.rhythm_days;
        one["asleep"] = contact.asleep;
        one["source"] = contact.source;
        all.push_back(std::move(one));
    }
    return json_document(all);
}

ExitCode run(Context& context, ExportOptions const& options)
{
    constexpr std::string_view forms[] = {"vcard", "csv", "json", "ics"};
    if (std::ranges::find(forms, options.form) == std::end(forms)) {
        throw Error{ExitCode::usage, fmt::format("'{}' is no form of export", clean_line(options.form, 40)), "there are vcard, csv, json and ics"};
    }
    auto const notebook = Notebook::open(context.notebook);
    if (options.form == "ics") {
        put(context, options.output, to_calendar(calendar_entries(agenda(notebook, Which::all, context.now))));
        return ExitCode::done;
    }
    auto problems = std::vector<Problem>{};
    auto const people = options.targets ? targets_to_export(notebook, options, context) : contacts_to_export(notebook, options.awake);
    put(context, options.output, options.form == "vcard" ? as_vcards(people, problems) : options.form == "csv" ? as_csv(people) : as_json(people));
    print_problems(context, problems);
    return exit_code_for(problems);
}

} // namespace

Command export_command()
{
    return make_command<ExportOptions>("export", "contacts as vCards, CSV or JSON; follow-ups as a calendar", "knowwho export vcard -o contacts.vcf", declare, run);
}

} // namespace knowwho
