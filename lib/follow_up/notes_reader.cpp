// SPDX-License-Identifier: MIT
#include "follow_up/notes_reader.hpp"

#include "follow_up/noting.hpp"
#include "follow_up/written_days.hpp"
#include "text/did_you_mean.hpp"
#include "text/folding.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_key = 24;
constexpr std::size_t longest_text = 4000;

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

/// "# Name" and "**Name**".
std::optional<std::string_view> heading_of(std::string_view line)
{
    if (line.starts_with('#')) {
        return trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    }
    bool const bold = line.size() > 4 && line.starts_with("**") && line.ends_with("**");
    return bold ? std::optional{trimmed(line.substr(2, line.size() - 4))} : std::nullopt;
}

std::string_view without_bullet(std::string_view line)
{
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") ? trimmed(line.substr(2)) : line;
}

class NotesReader {
public:
    NotesReader(std::string_view file, std::vector<Problem>& problems) : m_file(file), m_problems(problems) {}

    std::vector<WrittenNote> read(std::string_view text)
    {
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            ++m_line;
            read_line(trimmed(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return std::move(m_notes);
    }

private:
    void read_line(std::string_view line)
    {
        if (line.empty()) {
            return;
        }
        if (auto const heading = heading_of(line)) {
            begin_note(*heading);
        } else if (m_notes.empty()) {
            tell(Severity::warning, line, "this stands before the first name and belongs to nobody", "put '# Name' before it");
        } else {
            read_value(without_bullet(line));
        }
    }

    void begin_note(std::string_view who)
    {
        if (who.empty()) {
            tell(Severity::warning, who, "a heading without a name", "write '# Name'");
            return;
        }
        m_notes.push_back({});
        m_notes.back().line = m_line;
        auto& note = m_notes.back();
        auto const bracket = who.ends_with(')') ? who.rfind(" (") : std::string_view::npos;
        note.who = who.substr(0, bracket);
        note.house = bracket == std::string_view::npos ? std::string_view{} : who.substr(bracket + 2, who.size() - bracket - 3);
    }

    void read_value(std::string_view line)
    {
        auto const [key, value] = split_at_key(line);
        auto const* const known = key.empty() ? nullptr : key_of(key);
        if (known == nullptr) {
            if (!key.empty()) {
                ask_about(line, key);
            }
            add_free_line(line);
            return;
        }
        if (!value.empty() && !known->set(m_notes.back(), value)) {
            tell(Severity::warning, value, fmt::format("'{}' does not take this", key), "days are written 2026-11-26 or 26.11.2026, sympathy 1 to 5, 'new' yes or no, worth much, some or nothing");
        }
    }

    /// "Key: value", and "Key - value" where the key is one of ours; else no key.
    static std::pair<std::string_view, std::string_view> split_at_key(std::string_view line)
    {
        auto const colon = line.find(':');
        if (colon != line.npos && colon <= longest_key) {
            return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
        }
        for (std::string_view const dash : {" - ", " – ", " — "}) {
            auto const at = line.find(dash);
            if (at != line.npos && at <= longest_key && key_of(line.substr(0, at)) != nullptr) {
                return {trimmed(line.substr(0, at)), trimmed(line.substr(at + dash.size()))};
            }
        }
        return {};
    }

    /// A key that is nearly one of ours is asked about; "Fazit: gut" is plain text.
    void ask_about(std::string_view line, std::string_view key)
    {
        auto known = std::vector<std::string_view>{};
        std::ranges::transform(key_words, std::back_inserter(known), &KeyWord::word);
        auto const near = did_you_mean(key, known);
        if (!near.empty()) {
            tell(Severity::warning, line, fmt::format("'{}' is taken as a remark", key), fmt::format("did you mean '{}:'?", near));
        }
    }

    /// "Gesprochen über Sensoren. Er will umrüsten.": the topic, and a remark. All else is a remark: what
    /// one writes for oneself must never stand in a letter.
    void add_free_line(std::string_view line)
    {
        for (std::string_view const beginning : {"gesprochen über ", "Gesprochen über ", "geredet über ", "Geredet über ", "talked about ", "Talked about "}) {
            if (line.starts_with(beginning)) {
                auto const rest = line.substr(beginning.size());
                auto const end = std::min(rest.find_first_of(".,;!?("), rest.size());
                add_words(m_notes.back().encounter.talked, trimmed(rest.substr(0, end)));
                line = trimmed(rest.substr(end), " .,;!?");
                break;
            }
        }
        add_words(m_notes.back().contact.note, line);
    }

    void add_words(std::string& text, std::string_view words)
    {
        if (text.size() + words.size() < longest_text) {
            text += text.empty() || words.empty() ? "" : " ";
            text += words;
        } else {
            tell(Severity::loss, words.substr(0, 60), "the note on this person is too long", "at most 4,000 bytes are kept");
        }
    }

    void tell(Severity severity, std::string_view cell, std::string reason, std::string advice)
    {
        m_problems.push_back({severity, std::string{m_file}, m_line, 0, std::string{cell}, std::move(reason), std::move(advice)});
    }

    std::string_view m_file;
    std::vector<Problem>& m_problems;
    std::vector<WrittenNote> m_notes;
    int m_line = 0;
};

} // namespace

std::vector<WrittenNote> read_notes(std::string_view text, std::string_view file, std::vector<Problem>& problems)
{
    return NotesReader{file, problems}.read(text);
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
