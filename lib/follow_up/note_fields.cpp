// SPDX-License-Identifier: MIT
#include "follow_up/note_fields.hpp"

#include "follow_up/noting.hpp"
#include "follow_up/written_days.hpp"
#include "text/ascii.hpp"
#include "text/did_you_mean.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {
namespace {

using Setter = bool (*)(WrittenNote&, std::string_view);

struct KeyWord {
    std::string_view word; ///< folded
    Setter set;
};

template <std::string Encounter::*field>
bool set_encounter(WrittenNote& note, std::string_view value)
{
    note.encounter.*field = value;
    return true;
}

template <std::string Contact::*field>
bool set_contact(WrittenNote& note, std::string_view value)
{
    note.contact.*field = value;
    return true;
}

bool set_date(WrittenNote& note, std::string_view value)
{
    note.on = parse_full_day(value);
    return note.on.has_value();
}

bool set_birthday(WrittenNote& note, std::string_view value)
{
    note.contact.birthday = parse_birthday(value);
    return !note.contact.birthday.empty();
}

bool set_introducer(WrittenNote& note, std::string_view value)
{
    note.introduced_by = value;
    return true;
}

bool set_event(WrittenNote& note, std::string_view value)
{
    note.event = value;
    return true;
}

bool set_sympathy(WrittenNote& note, std::string_view value)
{
    bool const fits = value.size() == 1 && value[0] >= '1' && value[0] <= '5';
    note.encounter.sympathy = fits ? value[0] - '0' : 0;
    return fits;
}

template <bool by_them>
bool add_promise_of(WrittenNote& note, std::string_view value)
{
    note.promises.push_back(parse_promise(std::string{value}, by_them));
    return true;
}

bool set_newcomer(WrittenNote& note, std::string_view value)
{
    auto const word = fold(value);
    note.newcomer = word == "ja" || word == "yes" || word == "j" || word == "y";
    return note.newcomer || word == "nein" || word == "no";
}

bool set_kind(WrittenNote& note, std::string_view value)
{
    auto const kind = parse_encounter_kind(value);
    note.encounter.kind = kind.value_or(EncounterKind::met);
    return kind.has_value();
}

bool add_worth(WrittenNote& note, std::string_view value)
{
    auto const said = parse_worth(value);
    if (said) {
        note.worths.push_back(*said);
    }
    return said.has_value();
}

constexpr KeyWord key_words[] = {
    {"ort", set_encounter<&Encounter::place>},
    {"place", set_encounter<&Encounter::place>},
    {"anlass", set_encounter<&Encounter::occasion>},
    {"occasion", set_encounter<&Encounter::occasion>},
    {"datum", set_date},
    {"date", set_date},
    {"wann", set_date},
    {"when", set_date},
    {"veranstaltung", set_event},
    {"event", set_event},
    {"vorgestellt durch", set_introducer},
    {"vorgestellt von", set_introducer},
    {"introduced by", set_introducer},
    {"gesprochen", set_encounter<&Encounter::talked>},
    {"gesprochen uber", set_encounter<&Encounter::talked>},
    {"thema", set_encounter<&Encounter::talked>},
    {"talked", set_encounter<&Encounter::talked>},
    {"talked about", set_encounter<&Encounter::talked>},
    {"topic", set_encounter<&Encounter::talked>},
    {"interessen", set_encounter<&Encounter::interests>},
    {"interests", set_encounter<&Encounter::interests>},
    {"versprochen", add_promise_of<false>},
    {"zugesagt", add_promise_of<false>},
    {"promised", add_promise_of<false>},
    {"mir versprochen", add_promise_of<true>},
    {"mir zugesagt", add_promise_of<true>},
    {"promised me", add_promise_of<true>},
    {"sympathie", set_sympathy},
    {"sympathy", set_sympathy},
    {"nachster schritt", set_encounter<&Encounter::next_step>},
    {"next step", set_encounter<&Encounter::next_step>},
    {"next", set_encounter<&Encounter::next_step>},
    {"gelohnt", add_worth},
    {"hat sich gelohnt", add_worth},
    {"worth", add_worth},
    {"art", set_kind},
    {"kind", set_kind},
    {"neu", set_newcomer},
    {"new", set_newcomer},
    {"firma", set_contact<&Contact::organisation>},
    {"organisation", set_contact<&Contact::organisation>},
    {"company", set_contact<&Contact::organisation>},
    {"funktion", set_contact<&Contact::role>},
    {"role", set_contact<&Contact::role>},
    {"e mail", set_contact<&Contact::email>},
    {"email", set_contact<&Contact::email>},
    {"mail", set_contact<&Contact::email>},
    {"telefon", set_contact<&Contact::phone>},
    {"phone", set_contact<&Contact::phone>},
    {"geburtstag", set_birthday},
    {"birthday", set_birthday},
    {"macht", set_contact<&Contact::does>},
    {"does", set_contact<&Contact::does>},
    {"warum", set_contact<&Contact::why>},
    {"why", set_contact<&Contact::why>},
    {"sucht", set_contact<&Contact::wants>},
    {"wants", set_contact<&Contact::wants>},
    {"bietet", set_contact<&Contact::offers>},
    {"offers", set_contact<&Contact::offers>},
};

KeyWord const* key_of(std::string_view key)
{
    auto const folded = fold(key);
    auto const* const found = std::ranges::find(key_words, folded, &KeyWord::word);
    return found == std::end(key_words) ? nullptr : found;
}

} // namespace

bool is_note_key(std::string_view key)
{
    return key_of(key) != nullptr;
}

std::string note_key_meant(std::string_view key)
{
    auto known = std::vector<std::string_view>{};
    std::ranges::transform(key_words, std::back_inserter(known), &KeyWord::word);
    return std::string{did_you_mean(key, known)};
}

bool set_note_field(WrittenNote& note, std::string_view key, std::string_view value)
{
    auto const* const found = key_of(key);
    return found != nullptr && found->set(note, value);
}

std::optional<SaidWorth> parse_worth(std::string_view words)
{
    auto said = SaidWorth{};
    for (std::string_view const mark : {" für ", " fuer ", " for "}) {
        if (auto const at = words.find(mark); at != words.npos) {
            said.goal = trimmed(words.substr(at + mark.size()));
            words = words.substr(0, at);
            break;
        }
    }
    struct Word {
        std::string_view word;
        int worth;
    };
    static constexpr Word worth_words[] = {{"viel", 2}, {"sehr", 2}, {"much", 2}, {"a lot", 2}, {"etwas", 1}, {"ein wenig", 1}, {"wenig", 1},
        {"ja", 1}, {"some", 1}, {"a little", 1}, {"yes", 1}, {"nichts", 0}, {"nein", 0}, {"gar nicht", 0}, {"nicht", 0}, {"nothing", 0}, {"no", 0}};
    auto const folded = fold(words);
    auto const* const found = std::ranges::find(worth_words, folded, &Word::word);
    if (found == std::end(worth_words)) {
        return std::nullopt;
    }
    said.worth = found->worth;
    return said;
}

std::optional<EncounterKind> parse_encounter_kind(std::string_view word)
{
    struct Kind {
        std::string_view word;
        EncounterKind kind;
    };
    static constexpr Kind kinds[] = {{"met", EncounterKind::met}, {"getroffen", EncounterKind::met}, {"meeting", EncounterKind::meeting},
        {"treffen", EncounterKind::meeting}, {"termin", EncounterKind::meeting}, {"call", EncounterKind::call}, {"anruf", EncounterKind::call},
        {"telefonat", EncounterKind::call}, {"mail", EncounterKind::mail}, {"e mail", EncounterKind::mail}, {"message", EncounterKind::message},
        {"nachricht", EncounterKind::message}, {"post", EncounterKind::post}, {"postkarte", EncounterKind::post}, {"note", EncounterKind::note},
        {"notiz", EncounterKind::note}};
    auto const folded = fold(word);
    auto const* const found = std::ranges::find(kinds, folded, &Kind::word);
    return found == std::end(kinds) ? std::nullopt : std::optional{found->kind};
}

} // namespace knowwho
