// SPDX-License-Identifier: MIT
#include "store/search_index.hpp"

#include "store/connection.hpp"
#include "store/query.hpp"
#include "store/search_texts.hpp"
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
