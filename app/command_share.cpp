// SPDX-License-Identifier: MIT
// knowwho share: I found something; who would care?
#include "app/command.hpp"
#include "app/draft_step.hpp"
#include "app/steps.hpp"
#include "enrich/page_reader.hpp"
#include "follow_up/wake.hpp"
#include "report/clean_text.hpp"
#include "store/encounters.hpp"
#include "store/files.hpp"
#include "store/pages.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

constexpr std::size_t page_limit = std::size_t{16} << 20;

struct ShareOptions {
    std::vector<std::string> found;
    int top = 5;
    bool draft = false;
};

void declare(Options& options, ShareOptions& values)
{
    options.arguments("FOUND", values.found, "a saved page or text file, the link of a page in the notebook, or a few words");
    options.number("--top", values.top, 1, 1000, "how many people to show");
    options.flag("--draft", values.draft, "with a line that ties it to your last talk");
}

/// What was found: how to name it in a line, and what it says.
struct Found {
    std::string shown;
    std::string text;
};

bool is_link(std::string const& words)
{
    return words.starts_with("http://") || words.starts_with("https://");
}

Found from_notebook(Notebook const& notebook, std::string const& address)
{
    auto const page = find_page_by_address(notebook, address);
    if (!page) {
        throw Error{ExitCode::usage, fmt::format("the page '{}' is not in the notebook", clean_line(address, 120)),
            "save it from the browser and name the file, or say in words what it is about"};
    }
    return {page->title.empty() ? address : fmt::format("{} ({})", page->title, address), page->title + '\n' + page->text};
}

Found from_file(std::string const& file, Context const& context)
{
    auto const page = read_page(read_file(file, page_limit, context.watch), file, context.now).page;
    auto const name = page.title.empty() ? clean_line(page.text, 100) : page.title;
    return {page.address.empty() ? name : fmt::format("{} ({})", name, page.address), page.title + '\n' + page.text};
}

Found what_was_found(Notebook const& notebook, ShareOptions const& options, Context const& context)
{
    if (options.found.size() == 1 && is_link(options.found[0])) {
        return from_notebook(notebook, options.found[0]);
    }
    if (options.found.size() == 1 && std::filesystem::is_regular_file(options.found[0])) {
        return from_file(options.found[0], context);
    }
    auto const text = fmt::format("{}", fmt::join(options.found, " "));
    return {text, text};
}

std::string tie(Notebook const& notebook, FittingContact const& contact, Found const& found, PartialDate today)
{
    auto const voice = voice_of(notebook);
    auto slots = DraftSlots{{"found", found.shown}};
    for (auto const& encounter : encounters(notebook, contact.person.person)) {
        if (!encounter.talked.empty() && encounter.kind != EncounterKind::note) {
            slots["topic"] = encounter.talked;
            slots["day"] = spoken_day(day_of(encounter.happened_at), today, voice.language);
        }
    }
    auto const draft = draft_to(contact.person, "share", Channel::message, voice, std::move(slots));
    return draft ? shown(*draft) : std::string{};
}

ExitCode run(Context& context, ShareOptions const& options)
{
    auto const notebook = Notebook::open(context.notebook);
    auto const found = what_was_found(notebook, options, context);
    auto people = contacts_who_care(notebook, found.text);
    people.resize(std::min(people.size(), static_cast<std::size_t>(options.top)));
    for (auto const& one : people) {
        context.out << fmt::format("{:.2f}  {}: {}\n", one.likeness, in_one_line(one.person), clean_line(fmt::format("{}", fmt::join(one.words, ", ")), 120));
        context.out << (options.draft ? tie(notebook, one, found, day_of(context.now)) + '\n' : std::string{});
    }
    if (people.empty() && !context.quiet) {
        context.err << "note:     none of your contacts is known to care for this\n";
    }
    return ExitCode::done;
}

} // namespace

Command share_command()
{
    return make_command<ShareOptions>("share", "I found something: which of my contacts would care?", "knowwho share saved-article.html --draft", declare, run);
}

} // namespace knowwho
