// SPDX-License-Identifier: MIT
#include "follow_up/forget.hpp"

#include "identity/recognition_keys.hpp"
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/erasing.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <set>

namespace knowwho {
namespace {

constexpr std::size_t shortest_trace = 5; // a shorter name would hit words that are none

/// The capitals of ASCII and Latin-1: how lists and signs write names.
std::string in_capitals(std::string_view text)
{
    auto capitals = std::string{};
    for (std::size_t at = 0; at < text.size();) {
        auto const letter = next_code_point(text, at);
        bool const small = (letter >= U'a' && letter <= U'z') || (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7);
        append_utf8(capitals, small ? letter - 0x20 : letter);
    }
    return capitals;
}

std::string with_german_digraphs(std::string text)
{
    for (auto const& [letter, digraph] : {std::pair{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"ß", "ss"}}) {
        for (auto at = text.find(letter); at != std::string::npos; at = text.find(letter, at)) {
            text.replace(at, std::string_view{letter}.size(), digraph);
        }
    }
    return text;
}

void add_trace(std::vector<std::string>& traces, std::string const& text)
{
    auto const spelled_out = with_german_digraphs(text);
    for (auto const& form : {text, in_capitals(text), spelled_out, in_capitals(spelled_out)}) {
        if (form.size() >= shortest_trace && std::ranges::find(traces, form) == traces.end()) {
            traces.push_back(form);
        }
    }
}

void add_name(std::vector<std::string>& traces, PersonName const& name)
{
    add_trace(traces, name.written);
    if (name.given.empty() || name.family.empty()) {
        return;
    }
    auto const given = name.given.substr(0, name.given.find(' '));
    for (auto const& first : {name.given, name.given + ' ' + name.middle, given}) {
        add_trace(traces, first + ' ' + name.family);
        add_trace(traces, name.family + ", " + first);
        add_trace(traces, name.family + ' ' + first);
    }
}

/// The spellings in which somebody stands in other people's texts.
struct Traces {
    std::vector<std::string> names;
    std::vector<std::string> families; ///< family names alone
    std::vector<std::string> mailboxes;
    std::vector<std::string> keys; ///< of recognition
};

void add_row(Traces& traces, PersonName const& name, std::string const& organisation, std::string const& email, std::string const& place)
{
    add_name(traces.names, name);
    add_trace(traces.families, name.family);
    add_trace(traces.mailboxes, email);
    auto keys = recognition_keys(name, organisation, email, place, true);
    std::ranges::move(keys, std::back_inserter(traces.keys));
}

Traces traces_of(Notebook const& notebook, PersonId person)
{
    auto traces = Traces{};
    auto const known = find_acquaintance(notebook, person).value_or(Acquaintance{});
    add_row(traces, known.name, known.organisation, known.email, known.place);
    for (auto const& merge : merges(notebook, person)) {
        for (auto const& as : {merge.kept_as, merge.gone_as}) {
            add_row(traces, as.name, as.organisation, as.email, as.place);
        }
    }
    for (auto const& attendance : attendances(notebook, person)) {
        auto const& row = attendance.row;
        add_row(traces, row.name, row.organisation, row.email, row.place);
        add_row(traces, known.name, row.organisation, row.email, row.place);
    }
    return traces;
}

bool bears_the_same_name(Notebook const& notebook, PersonId person)
{
    auto const known = find_acquaintance(notebook, person).value_or(Acquaintance{});
    auto const name = name_key(known.name);
    return std::ranges::any_of(acquaintances(notebook, Who::everybody),
        [&](Acquaintance const& one) { return one.person != person && name_key(one.name) == name; });
}

/// Of the mailboxes those that are nobody else's: one of a whole house stays with the others.
std::vector<std::string> without_shared_mailboxes(Notebook const& notebook, PersonId person, std::vector<std::string> mailboxes)
{
    auto taken = std::set<std::string>{};
    for (auto const& one : known_people(notebook)) {
        if (one.id != person) {
            taken.insert(ascii_lower(one.email));
        }
    }
    std::erase_if(mailboxes, [&](std::string const& mailbox) { return taken.contains(ascii_lower(mailbox)); });
    return mailboxes;
}

/// Of the family names those that nobody else in the notebook has.
std::vector<std::string> without_shared(Notebook const& notebook, PersonId person, std::vector<std::string> families)
{
    auto taken = std::set<std::string>{};
    for (auto const& one : acquaintances(notebook, Who::everybody)) {
        if (one.person != person) {
            taken.insert(fold_name(one.name.family));
        }
    }
    std::erase_if(families, [&](std::string const& family) { return taken.contains(fold_name(family)); });
    return families;
}

std::vector<std::string> longest_first(std::vector<std::string> texts)
{
    std::ranges::sort(texts, [](auto const& a, auto const& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    return texts;
}

} // namespace

Forgotten forget_person(Notebook& notebook, PersonId person, std::string_view salt_if_new, Instant now)
{
    auto result = Forgotten{};
    auto const traces = traces_of(notebook, person);
    result.has_namesake = bears_the_same_name(notebook, person);
    auto const families = without_shared(notebook, person, traces.families);
    auto texts = without_shared_mailboxes(notebook, person, traces.mailboxes);
    if (!result.has_namesake) {
        texts.insert(texts.end(), traces.names.begin(), traces.names.end());
    }
    texts = longest_first(std::move(texts));
    result.files = files_naming(notebook, texts);
    auto transaction = Transaction{notebook};
    add_tombstones(notebook, traces.keys, salt_if_new, now);
    delete_people(notebook, {&person, 1});
    mask_family_name(notebook, traces.names, families);
    mask_everywhere(notebook, texts);
    transaction.commit();
    result.is_held = !rewrite_file(notebook);
    return result;
}

} // namespace knowwho
