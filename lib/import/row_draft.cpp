// SPDX-License-Identifier: MIT
#include "import/row_draft.hpp"

#include "identity/name_lexicon.hpp"
#include "identity/name_tokens.hpp"
#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace knowwho {
namespace {

/// The first column of a meaning wins; a later one fills the gap, and is kept among the others if there is none.
void take_first(std::string& target, RosterRow& row, ColumnUse const& use, std::string text)
{
    if (target.empty()) {
        target = std::move(text);
    } else if (target != text) {
        row.others.push_back({use.header, std::move(text)});
    }
}

/// Columns of titles also hold salutations, and what somebody is: "Ms.", "Dr.", "CEO".
void take_title(RowDraft& draft, ColumnUse const& use, std::string title)
{
    auto const kinds = word_kinds(title);
    if ((kinds & (word_kind::mr | word_kind::mrs)) != 0 && draft.salutation.empty()) {
        draft.salutation = std::move(title);
    } else if (!is_all_title(title) && !is_all_suffix(title) && role_likelihood(title) >= 0.7) {
        take_first(draft.row.role, draft.row, use, std::move(title));
    } else {
        append_text(draft.title, title, " ");
    }
}

/// "a@x.example ::: b@y.example", "a@x.example; b@y.example": the first is taken, the others are kept.
void take_emails(RosterRow& row, ColumnUse const& use, std::string_view content)
{
    while (!content.empty()) {
        auto const end = std::min({content.find(" ::: "), content.find(';'), content.find('\n'), content.size()});
        if (auto const email = trim(content.substr(0, end)); !email.empty()) {
            take_first(row.email, row, use, one_line(email));
        }
        content.remove_prefix(std::min(content.size(), end + (content.substr(end).starts_with(" ::: ") ? 5 : 1)));
    }
}

/// "Check-in: no" is what an export says before the event, of everybody.
bool is_about_arrival(std::string_view header)
{
    auto const key = fold(header);
    return key.find("check in") != key.npos || key.find("checkin") != key.npos || key.find("checked in") != key.npos;
}

/// "Confirmed: no" is not yet a refusal.
bool is_unconfirmed(std::string_view header, std::string_view content)
{
    auto const key = fold(header);
    constexpr std::array<std::string_view, 6> words{"confirm", "bestatigt", "bestaetigt", "approv", "paid", "bezahlt"};
    return content.size() < 6 && std::any_of(words.begin(), words.end(), [&](auto word) { return key.find(word) != key.npos; });
}

void take_work(RowDraft& draft, Field field, ColumnUse const& use, std::string_view content)
{
    auto& row = draft.row;
    switch (field) {
    case Field::organisation:
        if (ends_as_sentence(content) && organisation_likelihood(content) < 0.9) { // about somebody; no house is called so
            return row.others.push_back({use.header, paragraphs(content)});
        }
        if (!is_no_organisation(content)) {
            take_first(row.organisation, row, use, one_line(content));
        }
        return;
    case Field::unit:
        return append_text(row.unit, one_line(content), ", ");
    case Field::role:
        return take_first(row.role, row, use, one_line(content));
    case Field::email:
        return take_emails(row, use, content);
    case Field::website:
        return take_first(row.website, row, use, one_line(content));
    case Field::place:
        return take_first(row.place, row, use, one_line(content));
    case Field::country:
        return take_first(row.country, row, use, one_line(content));
    case Field::about:
    case Field::interests:
        return append_text(row.about, paragraphs(content), "\n");
    case Field::status:
        if (auto const status = parse_status(content); status && !(*status == AttendanceStatus::cancelled && is_about_arrival(use.header))) {
            row.status = *status == AttendanceStatus::cancelled && is_unconfirmed(use.header, content) ? AttendanceStatus::pending : *status;
        }
        return row.others.push_back({use.header, one_line(content)});
    case Field::ignored:
        return;
    default:
        row.others.push_back({use.header, paragraphs(content)});
    }
}

bool is_odd(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// Nothing odd, and single blanks only.
bool is_line(std::string_view text)
{
    char before = 0;
    return std::none_of(text.begin(), text.end(), [&](char c) {
        bool const loose = is_odd(c) || (c == ' ' && before == ' ');
        before = c;
        return loose;
    });
}

} // namespace

std::string one_line(std::string_view cell)
{
    cell = trim(cell);
    if (is_line(cell)) {
        return std::string(cell);
    }
    std::string text;
    for (char const c : cell) {
        if (!is_odd(c) && c != ' ') {
            text.push_back(c);
        } else if (!text.ends_with(' ')) {
            text.push_back(' ');
        }
    }
    return text;
}

std::string paragraphs(std::string_view cell)
{
    std::string text;
    for (char const c : trim(cell)) {
        if (c == '\r') {
            continue;
        }
        if (c == '\n' || static_cast<unsigned char>(c) >= 0x20) {
            text.push_back(c);
        }
    }
    return text;
}

void append_text(std::string& target, std::string const& text, std::string_view glue)
{
    if (text.empty()) {
        return;
    }
    if (!target.empty()) {
        target += glue;
    }
    target += text;
}

bool is_totals_word(std::string_view text)
{
    constexpr std::array<std::string_view, 12> words{"summe", "gesamt", "total", "totals", "anzahl", "insgesamt", "count", "sum", "grand total", "gesamtsumme", "subtotal", "zwischensumme"};
    auto const key = fold(text);
    if (key.empty()) {
        return false;
    }
    if (auto const letters = key.find_first_not_of("0123456789 "); letters > 0 && letters != key.npos && key.size() < 40) {
        constexpr std::array<std::string_view, 14> counted{"teilnehmer", "teilnehmende", "teilnehmerinnen", "personen", "people", "participants", "attendees", "entries", "eintraege", "eintrage", "persons", "guests", "gaste", "anmeldungen"};
        auto const noun = std::string_view(key).substr(letters, key.find(' ', letters) - letters);
        return std::find(counted.begin(), counted.end(), noun) != counted.end();
    }
    return std::any_of(words.begin(), words.end(), [&](auto word) {
        return word.front() == key.front() && (key == word || (key.starts_with(word) && key.size() > word.size() && key[word.size()] == ' ' && key.size() < word.size() + 24));
    });
}

bool is_totals_row(std::string_view given, std::string_view family)
{
    auto const counts = [](std::string_view text) { return text.find_first_not_of("0123456789.: ") == text.npos; };
    return (counts(family) && is_totals_word(given)) || (counts(given) && is_totals_word(family));
}

void take_field(RowDraft& draft, Field field, ColumnUse const& use, std::string_view content, bool has_talks)
{
    auto& row = draft.row;
    switch (field) {
    case Field::name:
        draft.name_cell = draft.name.empty() ? content : draft.name_cell;
        return take_first(draft.name, row, use, one_line(content));
    case Field::given:
        return take_first(draft.given, row, use, one_line(content));
    case Field::family:
        return take_first(draft.family, row, use, one_line(content));
    case Field::middle:
        return take_first(row.name.middle, row, use, one_line(content));
    case Field::nickname:
        return take_first(row.name.nickname, row, use, one_line(content));
    case Field::maiden:
        return take_first(row.name.maiden, row, use, one_line(content));
    case Field::suffix:
        return take_first(draft.suffix, row, use, one_line(content));
    case Field::salutation:
        return take_first(draft.salutation, row, use, one_line(content));
    case Field::title:
        return take_title(draft, use, one_line(content));
    case Field::talk:
        draft.talk.title = one_line(content);
        return;
    case Field::talk_abstract:
        draft.talk.abstract = paragraphs(content);
        return;
    case Field::talk_room:
        if (!has_talks) {
            return row.others.push_back({use.header, one_line(content)});
        }
        draft.talk.room = one_line(content);
        return;
    case Field::talk_starts:
        draft.talk.starts = one_line(content);
        return;
    case Field::talk_ends:
        draft.talk.ends = one_line(content);
        return;
    default:
        take_work(draft, field, use, content);
    }
}

} // namespace knowwho
