// SPDX-License-Identifier: MIT
#include "store/search_index.hpp"

#include "store/connection.hpp"
#include "store/query.hpp"
#include "store/raw_rows.hpp"
#include "store/stored_values.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <future>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace knowwho {
namespace {

/// From so many stale rows on, an index is written in larger pieces: with the usual ones, joining them
/// again and again took half of the time. Still larger ones leave the processor's caches.
constexpr std::int64_t many_stale = 2'000;
constexpr std::int64_t usual_piece = std::int64_t{1} << 20; // bytes, FTS5's own
constexpr std::int64_t large_piece = std::int64_t{2} << 20;

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

/// The words of a name that fold_name() spells otherwise.
void add_other_spelling(std::string& words, std::string const& text)
{
    auto const name = fold_name(text);
    if (auto const plain = fold(text); name != plain) {
        words += name;
        words += ' ';
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
            add_other_spelling(words, text);
        }
    }
    return words;
}

/// One row of the index, as it is to be.
struct RowToIndex {
    PersonId person;
    bool is_there = false; ///< else it only goes
    std::array<std::string, search_field_count> words;
};

RowToIndex row_to_index(PersonId person, SearchTexts const& texts)
{
    auto row = RowToIndex{person, true, {}};
    for (std::size_t field = 0; field < search_field_count; ++field) {
        row.words[field] = folded(texts, static_cast<SearchField>(field));
    }
    return row;
}

void write_row(Notebook& notebook, RowToIndex const& row, std::int64_t last_indexed)
{
    if (row.person.value <= last_indexed) {
        Query{notebook, "DELETE FROM search WHERE rowid = ?"}.bind(row.person.value).run();
    }
    if (row.is_there) {
        auto insert = Query{notebook, "INSERT INTO search (rowid, name, organisation, role, place, met, note, promise, list, page)"
                                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
        std::apply([&](auto const&... words) { insert.bind_in_place(row.person.value, words...); }, row.words);
        insert.run();
    }
}

/// What few people have, known beforehand: most are on a list and nothing else.
std::unordered_set<PersonId> people_with_more(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT person FROM contact UNION SELECT person FROM encounter UNION SELECT person FROM promise"
                                 " UNION SELECT person FROM link UNION SELECT person FROM remark"};
    auto people = std::unordered_set<PersonId>{};
    while (query.next()) {
        people.insert({query.integer(0)});
    }
    return people;
}

/// What the lists say of everybody whose row is stale: one walk through the tables instead of two questions each.
class TextsOnLists {
public:
    explicit TextsOnLists(Notebook const& notebook)
        : m_row(notebook, fmt::format("SELECT s.person, a.id IS NOT NULL, {}, {} FROM search_stale s JOIN person p ON p.id = s.person"
                                      " LEFT JOIN attendance a ON a.person = p.id LEFT JOIN event e ON e.id = a.event ORDER BY s.person, a.id DESC",
                              columns_of_person, columns_of_row)),
          m_is_there(m_row.next())
    {
    }

    /// Of people with ascending ids.
    SearchTexts of(PersonId person)
    {
        auto texts = SearchTexts{};
        for (bool is_first = true; m_is_there && m_row.integer(0) <= person.value; m_is_there = m_row.next()) {
            if (m_row.integer(0) == person.value) {
                take(texts, std::exchange(is_first, false));
            }
        }
        return texts;
    }

private:
    void take(SearchTexts& texts, bool is_first)
    {
        if (is_first) {
            take_name(m_row, 2, texts);
        }
        if (m_row.integer(1) != 0) {
            take_row(m_row, 7, texts);
        }
    }

    Query m_row;
    bool m_is_there;
};

void set_piece(Notebook& notebook, std::int64_t bytes)
{
    Query{notebook, "INSERT INTO search (search, rank) VALUES ('hashsize', ?)"}.bind(bytes).run();
}

std::int64_t last_row(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT coalesce(max(rowid), 0) FROM search"};
    query.next();
    return query.integer(0);
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

/// Reads and folds what is stale, piece by piece.
class StaleRows {
public:
    explicit StaleRows(Notebook const& notebook)
        : m_notebook(notebook), m_stale(stale_people(notebook)), m_with_more(people_with_more(notebook)), m_on_lists(notebook)
    {
    }

    /// The next ones, by id; empty at the end.
    std::vector<RowToIndex> next()
    {
        constexpr std::size_t piece = 1'000;
        auto rows = std::vector<RowToIndex>{};
        for (; m_at < m_stale.size() && rows.size() < piece; ++m_at) {
            auto const& [person, is_there] = m_stale[m_at];
            rows.push_back(is_there ? row_to_index(person, m_with_more.contains(person) ? search_texts(m_notebook, person) : m_on_lists.of(person)) : RowToIndex{person, false, {}});
        }
        return rows;
    }

private:
    Notebook const& m_notebook;
    std::vector<std::pair<PersonId, bool>> m_stale;
    std::unordered_set<PersonId> m_with_more;
    TextsOnLists m_on_lists;
    std::size_t m_at = 0;
};

/// To read beside the writer, if there is much to do and all that is to be read is committed.
std::optional<Notebook> second_reader(Notebook const& notebook)
{
    auto const& connection = notebook.connection();
    auto count = Query{notebook, "SELECT count(*) FROM (SELECT 1 FROM search_stale LIMIT ?)"};
    count.bind(many_stale);
    bool const many = count.next() && count.integer(0) == many_stale;
    bool const in_memory = connection.file.empty() || connection.file == ":memory:";
    return many && !in_memory && !connection.in_transaction ? std::optional{Notebook::open(connection.file, Notebook::Access::read_only)} : std::nullopt;
}

std::vector<SearchHit> read_hits(Query& query)
{
    auto hits = std::vector<SearchHit>{};
    while (query.next()) {
        hits.push_back({{query.integer(0)}, query.real(1)});
    }
    return hits;
}

/// Half of the time goes into reading and folding: with two connections that is done while the rows before are written.
void write_stale_rows(Notebook& notebook, Notebook const& reader, std::launch how)
{
    auto const last_indexed = last_row(notebook);
    auto rows = StaleRows{reader};
    auto const read = [&rows] { return rows.next(); };
    auto coming = std::async(how, read);
    for (auto some = coming.get(); !some.empty(); some = coming.get()) {
        coming = std::async(how, read);
        for (auto const& row : some) {
            write_row(notebook, row, last_indexed);
        }
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

void refresh_search(Notebook& notebook)
{
    if (!Query{notebook, "SELECT 1 FROM search_stale LIMIT 1"}.next()) {
        return;
    }
    auto const reader = second_reader(notebook);
    auto transaction = Transaction{notebook};
    set_piece(notebook, reader ? large_piece : usual_piece);
    write_stale_rows(notebook, reader ? *reader : notebook, reader ? std::launch::async : std::launch::deferred);
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
