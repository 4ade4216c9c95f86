// SPDX-License-Identifier: MIT
#include "store/search_index.hpp"

#include "store/query.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace knowwho {
namespace {

/// A JSON column as text: quotes, brackets and escapes become blanks.
std::string without_json(std::string json)
{
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] == '\\' && at + 1 < json.size()) {
            json[at] = ' ';
            json[++at] = ' ';
        } else if (json[at] == '"' || json[at] == '[' || json[at] == ']') {
            json[at] = ' ';
        }
    }
    return json;
}

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

void take_person(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT given || ' ' || middle || ' ' || family AS whole, written, nickname, maiden, title FROM person WHERE id = ?"};
    row.bind(person.value);
    if (row.next()) {
        using enum SearchField;
        take(row, texts, {{name, "written"}, {name, "whole"}, {name, "nickname"}, {name, "maiden"}, {name, "title"}});
    }
}

void take_attendances(Notebook const& notebook, PersonId person, SearchTexts& texts)
{
    auto row = Query{notebook, "SELECT a.organisation, a.unit, a.role, a.place, a.country, a.about, a.email, a.website, a.talks, a.raw,"
                               " e.name AS event, e.place AS event_place"
                               " FROM attendance a JOIN event e ON e.id = a.event WHERE a.person = ? ORDER BY a.id DESC"};
    row.bind(person.value);
    while (row.next()) {
        using enum SearchField;
        take(row, texts, {{organisation, "organisation"}, {organisation, "unit"}, {role, "role"}, {place, "place"}, {place, "country"},
            {list, "about"}, {list, "email"}, {list, "website"}, {list, "event"}});
        keep(texts.of(list), without_json(row.text("talks")));
        keep(texts.of(list), without_json(row.text("raw")));
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

/// The folded words of a field; names also as fold_name() has them, so that Mueller meets Müller.
std::string folded(SearchTexts const& texts, SearchField field)
{
    auto words = std::string{};
    bool const named = field == SearchField::name || field == SearchField::organisation;
    for (auto const& text : texts.of(field)) {
        append_fold(words, text);
        words += ' ';
        if (named) {
            words += fold_name(text);
            words += ' ';
        }
    }
    return words;
}

void index_person(Notebook& notebook, PersonId person)
{
    auto const texts = search_texts(notebook, person);
    using enum SearchField;
    Query{notebook, "INSERT INTO search (rowid, name, organisation, role, place, met, note, promise, list, page)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
        .bind(person.value, folded(texts, name), folded(texts, organisation), folded(texts, role), folded(texts, place),
            folded(texts, met), folded(texts, note), folded(texts, promise), folded(texts, list), folded(texts, page))
        .run();
}

/// Everybody whose row is stale, and whether they are still there.
std::vector<std::pair<PersonId, bool>> stale_people(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT s.person, p.id IS NOT NULL AS there FROM search_stale s LEFT JOIN person p ON p.id = s.person ORDER BY s.person"};
    int const person = query.column("person");
    int const there = query.column("there");
    auto all = std::vector<std::pair<PersonId, bool>>{};
    while (query.next()) {
        all.emplace_back(PersonId{query.integer(person)}, query.integer(there) != 0);
    }
    return all;
}

std::vector<SearchHit> read_hits(Query& query)
{
    auto hits = std::vector<SearchHit>{};
    while (query.next()) {
        hits.push_back({{query.integer(0)}, query.real(1)});
    }
    return hits;
}

} // namespace

SearchTexts search_texts(Notebook const& notebook, PersonId person)
{
    auto texts = SearchTexts{};
    take_person(notebook, person, texts);
    take_contact(notebook, person, texts);
    take_attendances(notebook, person, texts);
    take_encounters(notebook, person, texts);
    take_promises(notebook, person, texts);
    take_snippets(notebook, person, texts);
    return texts;
}

void refresh_search(Notebook& notebook)
{
    if (!Query{notebook, "SELECT 1 FROM search_stale LIMIT 1"}.next()) {
        return;
    }
    auto transaction = Transaction{notebook};
    for (auto const& [person, there] : stale_people(notebook)) {
        Query{notebook, "DELETE FROM search WHERE rowid = ?"}.bind(person.value).run();
        if (there) {
            index_person(notebook, person);
        }
    }
    Query{notebook, "DELETE FROM search_stale"}.run();
    transaction.commit();
}

std::vector<SearchHit> search_index(Notebook const& notebook, std::string_view expression, std::size_t limit)
{
    // The weights stand in the order of the columns; bm25 is the smaller the better.
    auto query = Query{notebook, "SELECT rowid, -bm25(search, 10, 5, 5, 3, 4, 4, 4, 1, 1) AS score FROM search WHERE search MATCH ?"
                                 " ORDER BY score DESC, rowid LIMIT ?"};
    query.bind(expression, static_cast<std::int64_t>(limit));
    return read_hits(query);
}

std::vector<SearchHit> search_index_unranked(Notebook const& notebook, std::string_view expression, std::size_t limit)
{
    auto query = Query{notebook, "SELECT rowid, 0.0 FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?"};
    query.bind(expression, static_cast<std::int64_t>(limit));
    return read_hits(query);
}

std::size_t count_in_index(Notebook const& notebook, std::string_view expression, std::size_t limit)
{
    auto query = Query{notebook, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"};
    query.bind(expression, static_cast<std::int64_t>(limit));
    return query.next() ? static_cast<std::size_t>(query.integer(0)) : 0;
}

std::vector<IndexedWord> indexed_words(Notebook const& notebook, std::string_view first, std::string_view last)
{
    auto query = Query{notebook, "SELECT term, doc FROM search_word WHERE term >= ? AND term < ? ORDER BY term"};
    query.bind(first, last.empty() ? std::string_view{"\xF4\x90"} : last);
    auto words = std::vector<IndexedWord>{};
    while (query.next()) {
        words.push_back({query.text(0), query.integer(1)});
    }
    return words;
}

void compact_search(Notebook& notebook)
{
    Query{notebook, "INSERT INTO search (search) VALUES ('optimize')"}.run();
}

} // namespace knowwho
