// SPDX-License-Identifier: MIT
// knowwho privacy report, notice, forget, purge: what is held about people, and how it goes.
#include "app/command.hpp"
#include "app/draft_step.hpp"
#include "app/forget_step.hpp"
#include "app/person_report.hpp"
#include "app/steps.hpp"
#include "follow_up/notices.hpp"
#include "follow_up/person_file.hpp"
#include "follow_up/purge.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/name_forms.hpp"
#include "store/erasing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <set>

namespace knowwho {
namespace {

struct ReportOptions {
    std::string person;
    std::string format = "table";
};

void declare_report(Options& options, ReportOptions& values)
{
    options.argument("PERSON", values.person, "whom; without: what is held in all, and until when", false);
    options.choice("--format", {"table", "json"}, values.format, "form of a person's report (now table)");
}

void print_overview(Notebook const& notebook, Context& context)
{
    auto const [people, contacts] = head_count(notebook);
    context.out << fmt::format("{} in the notebook, {}\n", count_of(people, "person", "people"),
        count_of(contacts, "contact", "contacts"));
    auto const dates = purge_dates(notebook);
    auto const due = std::ranges::count_if(dates, [&](PurgeDate const& one) { return one.due <= context.now; });
    if (!dates.empty()) {
        context.out << fmt::format("{} never met, to go 30 days after the event: the next on {}\n", count_of(static_cast<std::int64_t>(dates.size()), "person", "people"),
            to_iso(day_of(dates.front().due)));
    }
    if (due > 0) {
        context.out << fmt::format("{} should have gone by now: knowwho privacy purge\n", due);
    }
    auto const told = notices(notebook);
    auto const late = std::ranges::count_if(told, [&](NoticeDue const& one) { return !one.sent && one.due <= context.now; });
    if (late > 0) {
        context.out << fmt::format("{} should have been told by now: knowwho privacy notice\n", count_of(late, "person", "people"));
    }
}

ExitCode run_report(Context& context, ReportOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (options.person.empty()) {
        print_overview(notebook, context);
        return ExitCode::done;
    }
    auto const file = person_file(notebook, named_acquaintance(notebook, options.person).person);
    context.out << (options.format == "json" ? report_as_json(*file) : report_as_text(*file));
    return ExitCode::done;
}

struct NoticeOptions {
    std::string person;
    bool sent = false;
    std::string contact = "[Anschrift, E-Mail]";
    std::string language;
};

void declare_notice(Options& options, NoticeOptions& values)
{
    options.argument("PERSON", values.person, "draft the notice to this one; without: who is due when", false);
    options.flag("--sent", values.sent, "note that it was sent");
    options.text("--my-contact", "TEXT", values.contact, "your address, as it stands in the notice");
    options.choice("--language", {"de", "en"}, values.language, "of the notice (now the event's)");
}

struct NoticeWords {
    std::string_view list, profile, notes, page, address_book, until_purge, while_contact;
};

NoticeWords const& words_in(Language language)
{
    static constexpr NoticeWords german{"Angaben der Teilnehmerliste", "öffentliche Angaben zur Person", "Gesprächsnotizen und Zusagen",
        "öffentlich zugängliche Seiten", "eigenes Adressbuch", "bis 30 Tage nach der Veranstaltung, wenn wir uns nicht treffen",
        "solange wir in Verbindung stehen"};
    static constexpr NoticeWords english{"details of the attendee list", "public information about you", "notes of conversations and promises",
        "publicly accessible pages", "own address book", "until 30 days after the event, if we do not meet", "as long as we are in touch"};
    return language == Language::english ? english : german;
}

std::vector<std::string> without_doubles(std::vector<std::string> texts)
{
    auto seen = std::set<std::string>{};
    std::erase_if(texts, [&](std::string const& text) { return !seen.insert(text).second; });
    return texts;
}

std::string address_of(Page const& page)
{
    return page.address.empty() ? page.file : page.address;
}

DraftSlots notice_slots(PersonFile const& file, NoticeOptions const& options, Language language)
{
    auto const& words = words_in(language);
    auto categories = std::vector<std::string>{};
    auto sources = std::vector<std::string>{};
    for (std::size_t index = 0; index < file.attendances.size(); ++index) {
        categories.emplace_back(words.list);
        sources.push_back(fmt::format("{} ({})", file.attendances[index].list_file, file.events[index]));
    }
    for (auto const& one : file.evidence) {
        if (one.link.state != LinkState::rejected) {
            categories.emplace_back(words.profile);
            sources.push_back(fmt::format("{}: {}", words.page, address_of(one.page)));
        }
    }
    if (!file.encounters.empty()) {
        categories.emplace_back(words.notes);
    }
    if (file.contact && file.contact->source != "met" && file.contact->source != "kept") {
        sources.emplace_back(words.address_book);
    }
    auto const occasions = file.events.empty() ? std::vector<std::string>{file.encounters.empty() ? std::string{} : file.encounters.back().occasion} : without_doubles(file.events);
    return {{"my_contact", options.contact}, {"occasion", joined(occasions, language)}, {"categories", joined(without_doubles(categories), language)},
        {"sources", fmt::format("{}", fmt::join(without_doubles(sources), "; "))}, {"retention", std::string{file.purge_due ? words.until_purge : words.while_contact}}};
}

ExitCode print_due(Notebook const& notebook, Context& context)
{
    for (auto const& one : notices(notebook)) {
        auto const state = one.sent ? fmt::format("told {}", to_iso(day_of(*one.sent))) : one.due <= context.now ? std::string{"overdue"} : std::string{"to be told"};
        context.out << fmt::format("{}  {:<16}  {}  (data since {})\n", to_iso(day_of(one.due)), state, in_one_line(one.person), to_iso(day_of(one.obtained)));
    }
    return ExitCode::done;
}

ExitCode run_notice(Context& context, NoticeOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (options.person.empty()) {
        return print_due(notebook, context);
    }
    auto const person = named_acquaintance(notebook, options.person);
    if (options.sent) {
        note_notice_sent(notebook, person.person, context.now);
        return print_due(notebook, context);
    }
    auto const file = person_file(notebook, person.person);
    auto voice = voice_of(notebook);
    voice.language = options.language.empty() ? voice.language : options.language == "en" ? Language::english : Language::german;
    auto slots = notice_slots(*file, options, voice.language);
    for (auto const* const slot : {"occasion", "sources", "categories"}) {
        slots[slot] = slots[slot].empty() ? "[…]" : slots[slot]; // left for the user to fill in
    }
    if (auto const draft = draft_to(person, "notice", Channel::mail, voice, std::move(slots))) {
        context.out << shown(*draft);
    }
    if (auto const notice = notice_for(notebook, person.person); notice && !context.quiet) {
        context.err << fmt::format("note:     due {}, or with your first message to them\n", to_iso(day_of(notice->due)));
    }
    return ExitCode::done;
}

/// What was deleted leaves the file only when nobody reads the old one any more.
ExitCode told_if_held(bool is_held, Context& context)
{
    if (is_held) {
        context.err << "look at:  another program is reading the notebook, so deleted bytes are still in its file: close it, then run knowwho privacy purge\n";
    }
    return is_held ? ExitCode::done_with_problems : ExitCode::done;
}

struct ForgetOptions {
    std::string person;
    bool yes = false;
};

void declare_forget(Options& options, ForgetOptions& values)
{
    options.argument("PERSON", values.person, "whom; best by number");
    options.flag("--yes", values.yes, "really: this can't be undone");
}

ExitCode run_forget(Context& context, ForgetOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const person = named_acquaintance(notebook, options.person);
    if (!options.yes) {
        throw Error{ExitCode::usage, fmt::format("this erases {} for good, with all notes", in_one_line(person)),
            fmt::format("look first with knowwho privacy report {0}; then knowwho privacy forget {0} --yes", person.person.value)};
    }
    auto const forgotten = forget_for_good(notebook, person.person, context.now);
    auto const code = told_if_held(forgotten.is_held, context);
    if (context.quiet) {
        return code;
    }
    context.out << "Forgotten: one person; no import brings them back\n";
    if (forgotten.has_namesake) {
        context.err << "note:     somebody else bears the name; where it stands in other people's rows it was left\n";
    }
    for (auto const& file : forgotten.files) {
        context.err << fmt::format("look at:  your own file '{}' names them: delete it yourself if you wish\n", clean_line(file, 200));
    }
    return code;
}

constexpr std::size_t most_shown = 1000;

struct PurgeOptions {
    bool dry_run = false;
};

void declare_purge(Options& options, PurgeOptions& values)
{
    options.flag("--dry-run", values.dry_run, "only say who would go");
}

ExitCode run_purge(Context& context, PurgeOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (options.dry_run) {
        auto const dates = purge_dates(notebook);
        for (auto const& date : std::span{dates}.first(std::min(dates.size(), most_shown))) {
            auto const person = find_acquaintance(notebook, date.person);
            context.out << fmt::format("{}  {}  {}\n", to_iso(day_of(date.due)), date.due <= context.now ? "now  " : "later", person ? in_one_line(*person) : "");
        }
        if (dates.size() > most_shown) {
            context.out << fmt::format("and {} more\n", dates.size() - most_shown);
        }
        return ExitCode::done;
    }
    auto const gone = purge(notebook, context.now);
    if (!context.quiet) {
        context.out << fmt::format("Purged: {}\n", count_of(gone, "person never met", "people never met"));
    }
    return told_if_held(is_rewrite_due(notebook), context);
}

} // namespace

Command privacy_report_command()
{
    return make_command<ReportOptions>("privacy report", "everything held about a person, with sources", "knowwho privacy report 'Anna Weber'", declare_report, run_report);
}

Command privacy_notice_command()
{
    return make_command<NoticeOptions>("privacy notice", "who is to be told that data are kept, by when; and the text", "knowwho privacy notice 'Anna Weber'",
        declare_notice, run_notice);
}

Command privacy_forget_command()
{
    return make_command<ForgetOptions>("privacy forget", "erase a person everywhere, for good", "knowwho privacy forget 17 --yes", declare_forget, run_forget);
}

Command privacy_purge_command()
{
    return make_command<PurgeOptions>("privacy purge", "erase people never met, 30 days after the event", "knowwho privacy purge --dry-run", declare_purge, run_purge);
}

} // namespace knowwho
