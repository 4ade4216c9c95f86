// SPDX-License-Identifier: MIT
#include "store/search_texts.hpp"

#include "store/query.hpp"
#include "store/raw_rows.hpp"
#include "store/stored_values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>
#include <utility>

namespace knowwho {
namespace {

void keep(std::vector<std::string>& texts, std::string text)
{
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) {
        texts.push_back(std::move(text));
    }
}

void take(Query& row, SearchTexts& texts, std::initializer_list<std::pair<SearchField, char const*>> columns)
{
    for (auto const& [field, column] : columns) {
        keep(texts.of(field), row.text(column));
    }
}

constexpr auto columns_of_person = "p.written, replace(p.given || ' ' || p.middle || ' ' || p.family, '  ', ' '), p.nickname, p.maiden, p.title";

/// `column` is the first of those.
void take_name(Query& row, int column, SearchTexts& texts)
{
    for (int const end = column + 5; column < end; ++column) {
        keep(texts.of(SearchField::name), row.text(column));
    }
}

void take_person(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    static auto const sql = fmt::format("SELECT {} FROM person p WHERE id = ?", columns_of_person);
    auto row = Query{notebook, sql};
    row.bind(person.value);
    if (row.next()) {
        take_name(row, 0, texts);
    }
}

/// Whether a field says it already; of a name also a part.
bool is_said(SearchTexts const& texts, std::string const& value)
{
    auto const& names = texts.of(SearchField::name);
    return std::ranges::any_of(names, [&](std::string const& name) { return name.find(value) != name.npos; })
        || std::ranges::any_of(texts.fields, [&](auto const& field) { return std::ranges::find(field, value) != field.end(); });
}

/// Cells as read, without their headers, which all rows share.
void take_raw_cells(SearchTexts& texts, std::string_view raw)
{
    for (auto& value : raw_values(raw)) {
        if (!is_said(texts, value)) {
            texts.of(SearchField::list).push_back(std::move(value));
        }
    }
}

void take_talks(SearchTexts& texts, std::string_view talks)
{
    for (auto& talk : stored_talks(talks)) {
        keep(texts.of(SearchField::list), std::move(talk.title));
        keep(texts.of(SearchField::list), std::move(talk.abstract));
        keep(texts.of(SearchField::list), std::move(talk.room));
    }
}

constexpr auto columns_of_row = "a.organisation, a.unit, a.role, a.place, a.country, a.about, a.email, a.website, e.name, a.talks, a.raw";

/// `column` is the first of those.
void take_row(Query& row, int column, SearchTexts& texts)
{
    using enum SearchField;
    for (auto const field : {organisation, organisation, role, place, place, list, list, list, list}) {
        keep(texts.of(field), row.text(column++));
    }
    if (auto const talks = row.text(column); talks != "[]") {
        take_talks(texts, talks);
    }
    take_raw_cells(texts, row.text(column + 1));
}

void take_attendances(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    static auto const sql = fmt::format("SELECT {} FROM attendance a JOIN event e ON e.id = a.event WHERE a.person = ? ORDER BY a.id DESC", columns_of_row);
    auto row = Query{notebook, sql};
    row.bind(person.value);
    while (row.next()) {
        take_row(row, 0, texts);
    }
}

void take_contact(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT * FROM contact WHERE person = ?"};
    row.bind(person.value);
    if (row.next()) {
        using enum SearchField;
        take(row, texts, {{organisation, "organisation"}, {role, "role"}, {place, "place"}, {note, "does"}, {note, "why"},
            {note, "wants"}, {note, "offers"}, {note, "interests"}, {note, "note"}, {list, "email"}, {list, "phone"}, {list, "website"}});
    }
}

void take_remark(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT note, tags FROM remark WHERE person = ?"};
    row.bind(person.value);
    if (row.next()) {
        take(row, texts, {{SearchField::note, "note"}, {SearchField::note, "tags"}});
    }
}

void take_encounters(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT n.*, e.name AS event_name, e.place AS event_place FROM encounter n"
                               " LEFT JOIN event e ON e.id = n.event WHERE n.person = ? ORDER BY n.happened_at DESC, n.id DESC"};
    row.bind(person.value);
    while (row.next()) {
        using enum SearchField;
        take(row, texts, {{met, "place"}, {met, "occasion"}, {met, "event_name"}, {met, "event_place"}, {met, "introduced_by_name"},
            {note, "talked"}, {note, "interests"}, {note, "next_step"}});
    }
}

void take_promises(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT what FROM promise WHERE person = ? ORDER BY id DESC"};
    row.bind(person.value);
    while (row.next()) {
        keep(texts.of(SearchField::promise), row.text("what"));
    }
}

/// What may be quoted, and what waits for an answer; a namesake's pages are not about them.
void take_snippets(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT s.quote, p.title FROM link k JOIN snippet s ON s.id = k.snippet JOIN page p ON p.id = s.page"
                               " WHERE k.person = ? AND k.state <> 'rejected' ORDER BY s.id"};
    row.bind(person.value);
    while (row.next()) {
        take(row, texts, {{SearchField::page, "title"}, {SearchField::page, "quote"}});
    }
}

} // namespace

SearchTexts search_texts(Notebook const& notebook, PersonId person)
{
    auto texts = SearchTexts{};
    take_person(notebook, person, texts);
    take_contact(notebook, person, texts);
    take_remark(notebook, person, texts);
    take_attendances(notebook, person, texts);
    take_encounters(notebook, person, texts);
    take_promises(notebook, person, texts);
    take_snippets(notebook, person, texts);
    return texts;
}

TextsOnLists::TextsOnLists(Notebook const& notebook)
    : m_row(std::make_unique<Query>(notebook, fmt::format("SELECT s.person, a.id IS NOT NULL, {}, {} FROM search_stale s JOIN person p ON p.id = s.person"
                                  " LEFT JOIN attendance a ON a.person = p.id LEFT JOIN event e ON e.id = a.event ORDER BY s.person, a.id DESC",
                          columns_of_person, columns_of_row))),
      m_is_there(m_row->next())
{
}

TextsOnLists::~TextsOnLists() = default;

SearchTexts TextsOnLists::of(PersonId person)
{
    auto texts = SearchTexts{};
    for (bool is_first = true; m_is_there && m_row->integer(0) <= person.value; m_is_there = m_row->next()) {
        if (m_row->integer(0) == person.value) {
            take(texts, std::exchange(is_first, false));
        }
    }
    return texts;
}

void TextsOnLists::take(SearchTexts& texts, bool is_first)
{
    if (is_first) {
        take_name(*m_row, 2, texts);
    }
    if (m_row->integer(1) != 0) {
        take_row(*m_row, 7, texts);
    }
}

} // namespace knowwho
