// SPDX-License-Identifier: MIT
// knowwho introduce: pairs of my contacts who should know each other.
#include "app/command.hpp"
#include "app/draft_step.hpp"
#include "app/steps.hpp"
#include "follow_up/introduce.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "store/introductions.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct IntroduceOptions {
    std::vector<std::string> people;
    std::string state;
    std::string event;
    int top = 5;
    bool draft = false;
    bool done = false;
    std::string format = "table";
};

void declare(Options& options, IntroduceOptions& values)
{
    options.arguments("PERSON", values.people, "two people: note how far you are with introducing them", false);
    options.choice("--state", {"asked", "made", "declined"}, values.state, "what became of it (with two PERSONs; now asked)");
    options.text("-e,--event", "NAME", values.event, "also between contacts and the people of this event");
    options.number("--top", values.top, 1, 1000, "how many pairs to show");
    options.flag("--draft", values.draft, "with a text to ask each side first");
    options.flag("--decided", values.done, "show what was asked, made or declined before");
    options.choice("--format", {"table", "json"}, values.format, "form of the list (now table)");
}

std::string draft_text(Acquaintance const& to, Acquaintance const& other, std::string const& reason, Voice const& voice)
{
    auto const draft = draft_to(to, "introduce_ask", Channel::mail, voice,
        {{"other", full_name(other.name)}, {"organisation", other.organisation}, {"reason", reason}});
    return draft ? fmt::format("\n  To {}:\n{}", in_one_line(to), shown(*draft)) : std::string{};
}

/// The words that met, in the order of the want.
std::string topic_of(IntroductionIdea const& idea)
{
    auto words = std::vector<std::string>{};
    for (auto const& word : idea.words) {
        words.push_back(word.substr(0, word.find(" → ")));
    }
    std::ranges::stable_sort(words, {}, [&](std::string const& word) { return idea.want.find(word); });
    words.resize(std::min<std::size_t>(words.size(), 3));
    return fmt::format("{}", fmt::join(words, " "));
}

void print_idea(Notebook const& notebook, IntroductionIdea const& idea, bool draft, Context& context)
{
    context.out << fmt::format("{:.2f}  {}  <->  {}\n      wants: {}; meets: {}\n", idea.likeness, in_one_line(idea.wants), in_one_line(idea.serves),
        clean_line(idea.want, 120), clean_line(fmt::format("{}", fmt::join(idea.words, ", ")), 120));
    if (draft) {
        // What somebody told me in confidence is not passed on: the reason is the topic only.
        auto const voice = voice_of(notebook);
        auto const topic = fmt::format("{}{}{}", voice.language == Language::german ? "das Thema „" : "the topic \"", topic_of(idea),
            voice.language == Language::german ? "“" : "\"");
        context.out << draft_text(idea.wants, idea.serves, topic, voice) << draft_text(idea.serves, idea.wants, topic, voice) << '\n';
    }
}

std::string as_json(std::vector<IntroductionIdea> const& ideas)
{
    auto all = nlohmann::ordered_json::array();
    for (auto const& idea : ideas) {
        all.push_back({{"wants", idea.wants.person.value}, {"wants_name", full_name(idea.wants.name)}, {"serves", idea.serves.person.value},
            {"serves_name", full_name(idea.serves.name)}, {"want", idea.want}, {"words", idea.words}, {"likeness", idea.likeness}});
    }
    return json_document(all);
}

ExitCode record(Notebook& notebook, IntroduceOptions const& options, Context& context)
{
    if (options.people.size() != 2) {
        throw Error{ExitCode::usage, "an introduction has two sides", "knowwho introduce 'Anna Weber' 'Wenke Thode' --state made"};
    }
    auto const one = named_acquaintance(notebook, options.people[0]);
    auto const other = named_acquaintance(notebook, options.people[1]);
    if (one.person == other.person) {
        throw Error{ExitCode::usage, fmt::format("{} is on both sides", in_one_line(one)), "name two different people"};
    }
    auto const state = options.state.empty() ? std::string{"asked"} : options.state;
    save_introduction(notebook, one.person, other.person, state, {}, context.now);
    context.out << fmt::format("{}: {} <-> {}\n", state, in_one_line(one), in_one_line(other));
    return ExitCode::done;
}

ExitCode show_decided(Notebook const& notebook, Context& context)
{
    for (auto const& one : introductions(notebook)) {
        auto const first = find_acquaintance(notebook, one.first).value_or(Acquaintance{});
        auto const second = find_acquaintance(notebook, one.second).value_or(Acquaintance{});
        context.out << fmt::format("{}  {:<8}  {}  <->  {}\n", to_iso(day_of(one.decided_at)), one.state, in_one_line(first), in_one_line(second));
    }
    return ExitCode::done;
}

ExitCode run(Context& context, IntroduceOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    if (!options.people.empty() || !options.state.empty()) {
        return record(notebook, options, context);
    }
    if (options.done) {
        return show_decided(notebook, context);
    }
    auto const event = options.event.empty() ? std::nullopt : std::optional{chosen_event(notebook, options.event).id};
    auto ideas = introduction_ideas(notebook, event);
    ideas.resize(std::min(ideas.size(), static_cast<std::size_t>(options.top)));
    if (options.format == "json") {
        context.out << as_json(ideas);
        return ExitCode::done;
    }
    for (auto const& idea : ideas) {
        print_idea(notebook, idea, options.draft, context);
    }
    if (ideas.empty() && !context.quiet) {
        context.err << "note:     no pair yet; note what your contacts want: knowwho contacts PERSON --wants TEXT\n";
    }
    return ExitCode::done;
}

} // namespace

Command introduce_command()
{
    return make_command<IntroduceOptions>("introduce", "pairs of my contacts who should know each other", "knowwho introduce --draft", declare, run);
}

} // namespace knowwho
