// SPDX-License-Identifier: MIT
#include "app/acquaintance_step.hpp"

#include "app/named_person.hpp"
#include "follow_up/find.hpp"
#include "model/error.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "score/goals_file.hpp"
#include "store/notebook.hpp"

#include <fmt/format.h>
#include <optional>

namespace knowwho {
namespace {

constexpr std::size_t most_looked_at = 200;
constexpr std::size_t most_listed = 20;

std::string listed(std::vector<Acquaintance> const& people, std::string heading)
{
    for (std::size_t index = 0; index < std::min(people.size(), most_listed); ++index) {
        auto const& one = people[index];
        heading += fmt::format("\n         {:>6}  {}{}{}", one.person.value, clean_line(full_name(one.name), 60),
            one.organisation.empty() ? "" : ", ", clean_line(one.organisation, 60));
    }
    return people.size() > most_listed ? heading + "\n         and more" : heading;
}

Error nobody(Notebook& notebook, std::string const& words)
{
    auto const near = people_nearly_named(notebook, words);
    auto const sentence = fmt::format("nobody in the notebook is called '{}'", clean_line(words, 80));
    return {ExitCode::usage, sentence, near.empty() ? "part of a name is enough; knowwho find looks through everything" : listed(near, "did you mean")};
}

} // namespace

Acquaintance named_acquaintance(Notebook& notebook, std::string const& words)
{
    if (auto const id = person_id_in(words)) {
        if (auto person = find_acquaintance(notebook, *id)) {
            return *person;
        }
    }
    auto people = people_named(notebook, words, most_looked_at);
    if (people.size() == 1) {
        return people.front();
    }
    if (people.empty()) {
        throw nobody(notebook, words);
    }
    throw Error{ExitCode::usage, fmt::format("'{}' fits {} people", clean_line(words, 80), people.size() > most_looked_at ? "more than 200" : std::to_string(people.size())),
        listed(people, "name one by the number in front:")};
}

std::string in_one_line(Acquaintance const& person)
{
    return fmt::format("{}{}{} [{}]", clean_line(full_name(person.name), 60), person.organisation.empty() ? "" : ", ",
        clean_line(person.organisation, 60), person.person.value);
}

Voice voice_of(Notebook const& notebook, EventId event)
{
    auto text = event ? goals_text(notebook, event) : std::string{};
    auto name = std::string{"the goals kept"};
    for (auto const& one : events(notebook)) {
        if (!text.empty()) {
            break;
        }
        text = goals_text(notebook, one.id);
        name = one.name;
    }
    if (text.empty()) {
        return {"[Name]", Language::german, Address::sie};
    }
    auto const goals = parse_goals(text, name);
    return {goals.me.name.empty() ? "[Name]" : goals.me.name, goals.event.language == Language::english ? Language::english : Language::german, goals.event.address};
}

} // namespace knowwho
