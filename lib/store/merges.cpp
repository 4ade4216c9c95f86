// SPDX-License-Identifier: MIT
#include "store/merges.hpp"

#include "store/contacts.hpp"
#include "store/judgements.hpp"
#include "store/query.hpp"
#include "store/recognitions.hpp"
#include "store/same_questions.hpp"
#include "store/settings.hpp"
#include "store/stored_values.hpp"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace knowwho {
namespace {

/// Rows with an id of their own: their person changes.
struct MovedColumn {
    char const* table;
    char const* column;
};
constexpr MovedColumn moved_columns[] = {{"attendance", "person"}, {"encounter", "person"}, {"encounter", "introduced_by"},
    {"promise", "person"}, {"follow_up", "person"}, {"merge", "kept"}, {"change", "person"}};

/// Rows known by their person and one thing more: both people may have the like.
struct KeyedTable {
    char const* table;
    char const* same;   ///< when the rows g and k are about the same thing
    char const* better; ///< when that of the gone person (g) is to stay
    char const* there;  ///< when a row put aside can come back
};
constexpr KeyedTable keyed_tables[] = {
    {"link", "g.snippet = k.snippet", "(g.by_user, g.probability) > (k.by_user, k.probability)",
        "json_extract(row, '$.snippet') IN (SELECT id FROM snippet)"},
    {"source_state", "g.source = k.source", "g.asked_at > k.asked_at", "1"},
    {"outcome", "g.event = k.event AND g.goal = k.goal", "g.said_at > k.said_at", "json_extract(row, '$.event') IN (SELECT id FROM event)"},
    {"target", "g.event = k.event", "g.position < k.position", "json_extract(row, '$.event') IN (SELECT id FROM event)"},
    {"judgement", "g.event = k.event", "g.mark > k.mark", "json_extract(row, '$.event') IN (SELECT id FROM event)"},
    {"remark", "1", "g.revision > k.revision", "1"},
};

/// Pairs of people, the smaller id first.
struct PairTable {
    char const* table;
    char const* when; ///< the column that tells the newer one
};
constexpr PairTable pair_tables[] = {{"introduction", "decided_at"}, {"different_people", "said_at"}};

std::vector<std::string> columns_of(Notebook const& notebook, std::string_view table)
{
    auto query = Query{notebook, "SELECT name FROM pragma_table_info(?)"};
    query.bind(table);
    auto names = std::vector<std::string>{};
    while (query.next()) {
        names.push_back(query.text(0));
    }
    return names;
}

/// json_object('a', t.a, 'b', t.b): a whole row as one text.
std::string row_as_json(Notebook const& notebook, std::string_view table, std::string_view alias)
{
    auto parts = std::vector<std::string>{};
    for (auto const& name : columns_of(notebook, table)) {
        parts.push_back(fmt::format("'{0}', {1}.{0}", name, alias));
    }
    return fmt::format("json_object({})", fmt::join(parts, ", "));
}

/// "json_extract(row, '$.a') AS a, …", in the order of the columns; `replaced` stands for one of them.
std::string row_from_json(Notebook const& notebook, std::string_view table, std::string_view column = {}, std::string_view replaced = {})
{
    auto parts = std::vector<std::string>{};
    for (auto const& name : columns_of(notebook, table)) {
        parts.push_back(name == column ? fmt::format("{} AS {}", replaced, name) : fmt::format("json_extract(row, '$.{0}') AS {0}", name));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

void put_aside(Notebook& notebook, MergeId merge, std::string_view table, std::string_view side, PersonId person)
{
    Query{notebook, fmt::format("INSERT INTO merge_row (merge, place, key, row) SELECT ?, ?, 0, {} FROM {} t WHERE t.{} = ?",
                        row_as_json(notebook, table, "t"), table, table == "person" ? "id" : "person")}
        .bind(merge.value, fmt::format("{} {}", table, side), person.value)
        .run();
}

void move_columns(Notebook& notebook, MergeId merge, PersonId kept, PersonId gone)
{
    for (auto const& [table, column] : moved_columns) {
        Query{notebook, fmt::format("INSERT INTO merge_row (merge, place, key, row) SELECT ?, '{0}.{1}', id, '' FROM {0} WHERE {1} = ?", table, column)}
            .bind(merge.value, gone.value)
            .run();
        Query{notebook, fmt::format("UPDATE {0} SET {1} = ? WHERE {1} = ?", table, column)}.bind(kept.value, gone.value).run();
    }
}

void give_columns_back(Notebook& notebook, MergeId merge, PersonId kept, PersonId gone)
{
    for (auto const& [table, column] : moved_columns) {
        Query{notebook, fmt::format("UPDATE {0} SET {1} = ? WHERE {1} = ? AND id IN (SELECT key FROM merge_row WHERE merge = ? AND place = '{0}.{1}')", table, column)}
            .bind(gone.value, kept.value, merge.value)
            .run();
    }
}

void move_keyed(Notebook& notebook, MergeId merge, PersonId kept, PersonId gone, KeyedTable const& one)
{
    auto const json = row_as_json(notebook, one.table, "g");
    auto const exists = fmt::format("EXISTS (SELECT 1 FROM {} k WHERE k.person = ?2 AND {})", one.table, one.same);
    Query{notebook, fmt::format("INSERT INTO merge_row (merge, place, key, row) SELECT ?1, '{0} gone', {1}, {2} FROM {0} g WHERE g.person = ?3", one.table, exists, json)}
        .bind(merge.value, kept.value, gone.value)
        .run();
    // The same the other way round: of the kept person only what has its like.
    Query{notebook, fmt::format("INSERT INTO merge_row (merge, place, key, row) SELECT ?1, '{0} kept', 1, {2} FROM {0} g WHERE g.person = ?3 AND {1}", one.table, exists, json)}
        .bind(merge.value, gone.value, kept.value)
        .run();
    Query{notebook, fmt::format("DELETE FROM {0} AS k WHERE k.person = ? AND EXISTS (SELECT 1 FROM {0} g WHERE g.person = ? AND {1} AND {2})", one.table, one.same, one.better)}
        .bind(kept.value, gone.value)
        .run();
    Query{notebook, fmt::format("UPDATE OR IGNORE {} SET person = ? WHERE person = ?", one.table)}.bind(kept.value, gone.value).run();
    Query{notebook, fmt::format("DELETE FROM {} WHERE person = ?", one.table)}.bind(gone.value).run();
}

void give_keyed_back(Notebook& notebook, MergeId merge, PersonId kept, PersonId gone, KeyedTable const& one)
{
    auto const put = row_from_json(notebook, one.table, "person", "?2");
    // What the kept person's like gave way to goes back to its first owner, unless it was changed since.
    Query{notebook, fmt::format("WITH aside AS (SELECT {4} FROM merge_row WHERE merge = ?1 AND place = '{0} gone' AND key = 1)"
                                " DELETE FROM {0} AS k WHERE k.person = ?2 AND EXISTS (SELECT 1 FROM aside g WHERE {1}"
                                " AND {2} = {3})",
                        one.table, one.same, row_as_json(notebook, one.table, "g"), row_as_json(notebook, one.table, "k"), put)}
        .bind(merge.value, kept.value)
        .run();
    Query{notebook, fmt::format("INSERT OR IGNORE INTO {0} SELECT {1} FROM merge_row WHERE merge = ?1 AND place = '{0} kept' AND {2}", one.table, put, one.there)}
        .bind(merge.value, kept.value)
        .run();
    Query{notebook, fmt::format("WITH aside AS (SELECT {2} FROM merge_row WHERE merge = ?1 AND place = '{0} gone' AND key = 0)"
                                " UPDATE OR IGNORE {0} AS k SET person = ?2 WHERE k.person = ?3 AND EXISTS (SELECT 1 FROM aside g WHERE {1})",
                        one.table, one.same, put)}
        .bind(merge.value, gone.value, kept.value)
        .run();
    Query{notebook, fmt::format("INSERT OR IGNORE INTO {0} SELECT {1} FROM merge_row WHERE merge = ?1 AND place = '{0} gone' AND key = 1 AND {2}", one.table, put, one.there)}
        .bind(merge.value, gone.value)
        .run();
}

/// The row of a pair with one person in place of the other, ids in order.
std::string pair_with(Notebook const& notebook, PairTable const& one)
{
    auto parts = std::vector<std::string>{};
    for (auto const& name : columns_of(notebook, one.table)) {
        parts.push_back(name == "first" ? "min(?1, first + second - ?2)" : name == "second" ? "max(?1, first + second - ?2)" : name);
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

void move_pairs(Notebook& notebook, MergeId merge, PersonId kept, PersonId gone, PairTable const& one)
{
    Query{notebook, fmt::format("DELETE FROM {} WHERE first = min(?1, ?2) AND second = max(?1, ?2)", one.table)}.bind(kept.value, gone.value).run();
    Query{notebook, fmt::format("INSERT INTO merge_row (merge, place, key, row) SELECT ?3, '{0} gone', EXISTS (SELECT 1 FROM {0} k"
                                " WHERE k.first = min(?1, g.first + g.second - ?2) AND k.second = max(?1, g.first + g.second - ?2)), {1}"
                                " FROM {0} g WHERE ?2 IN (g.first, g.second)",
                        one.table, row_as_json(notebook, one.table, "g"))}
        .bind(kept.value, gone.value, merge.value)
        .run();
    auto const like_of_gone = fmt::format("?1 IN (k.first, k.second) AND EXISTS (SELECT 1 FROM {0} g WHERE ?2 IN (g.first, g.second)"
                                          " AND g.first + g.second - ?2 = k.first + k.second - ?1", one.table);
    Query{notebook, fmt::format("INSERT INTO merge_row (merge, place, key, row) SELECT ?3, '{0} kept', 1, {1} FROM {0} k WHERE {2})",
                        one.table, row_as_json(notebook, one.table, "k"), like_of_gone)}
        .bind(kept.value, gone.value, merge.value)
        .run();
    Query{notebook, fmt::format("DELETE FROM {0} AS k WHERE {1} AND g.{2} > k.{2})", one.table, like_of_gone, one.when)}
        .bind(kept.value, gone.value)
        .run();
    Query{notebook, fmt::format("INSERT OR IGNORE INTO {0} SELECT {1} FROM {0} WHERE ?2 IN (first, second)", one.table, pair_with(notebook, one))}
        .bind(kept.value, gone.value)
        .run();
    Query{notebook, fmt::format("DELETE FROM {} WHERE ? IN (first, second)", one.table)}.bind(gone.value).run();
}

void give_pairs_back(Notebook& notebook, StoredMerge const& merge, PersonId back, PairTable const& one)
{
    auto const aside = [&](std::string_view side, int owner) {
        return fmt::format("FROM (SELECT {} FROM merge_row WHERE merge = ?3 AND place = '{} {}') g WHERE g.first + g.second - ?{} IN (SELECT id FROM person)",
            row_from_json(notebook, one.table), one.table, side, owner);
    };
    Query{notebook, fmt::format("INSERT OR IGNORE INTO {} SELECT {} {}", one.table, pair_with(notebook, one), aside("gone", 2))}
        .bind(back.value, merge.gone.value, merge.id.value)
        .run();
    // What the kept one had only from the other goes with them; what it gave way to comes back.
    Query{notebook, fmt::format("DELETE FROM {0} AS k WHERE ?1 IN (k.first, k.second) AND EXISTS (SELECT 1 {1}"
                                " AND g.first + g.second - ?2 = k.first + k.second - ?1 AND g.{2} = k.{2})", one.table, aside("gone", 2), one.when)}
        .bind(merge.kept.value, merge.gone.value, merge.id.value)
        .run();
    Query{notebook, fmt::format("INSERT OR IGNORE INTO {} SELECT * {}", one.table, aside("kept", 1))}
        .bind(merge.kept.value, merge.gone.value, merge.id.value)
        .run();
}

std::string notice_of(PersonId person)
{
    return fmt::format("notice:{}", person.value);
}

/// Whoever was told that data are kept, was told.
void move_notice(Notebook& notebook, MergeId merge, PersonId kept, PersonId gone)
{
    auto const told = setting(notebook, notice_of(gone));
    if (told.empty()) {
        return;
    }
    bool const kept_knew = !setting(notebook, notice_of(kept)).empty();
    Query{notebook, "INSERT INTO merge_row (merge, place, key, row) VALUES (?, 'notice', ?, ?)"}.bind(merge.value, kept_knew, told).run();
    save_setting(notebook, notice_of(gone), {});
    if (!kept_knew) {
        save_setting(notebook, notice_of(kept), told);
    }
}

void give_notice_back(Notebook& notebook, StoredMerge const& merge, PersonId back)
{
    auto query = Query{notebook, "SELECT key, row FROM merge_row WHERE merge = ? AND place = 'notice'"};
    query.bind(merge.id.value);
    if (!query.next()) {
        return;
    }
    auto const told = query.text("row");
    if (query.integer("key") == 0 && setting(notebook, notice_of(merge.kept)) == told) {
        save_setting(notebook, notice_of(merge.kept), {});
    }
    save_setting(notebook, notice_of(back), told);
}

KnownPerson known_as(Query& row, std::string const& side, PersonId kept)
{
    return {kept, stored_name(row.text((side + "_name").c_str())), row.text((side + "_organisation").c_str()),
        row.text((side + "_email").c_str()), row.text((side + "_place").c_str()), {}, true};
}

std::vector<StoredMerge> read_merges(Query& row)
{
    auto all = std::vector<StoredMerge>{};
    while (row.next()) {
        auto const kept = PersonId{row.integer("kept")};
        all.push_back({{row.integer("id")}, kept, {row.integer("gone")}, row.text("reason"), stored_instant(row.integer("merged_at")),
            known_as(row, "kept", kept), known_as(row, "gone", kept)});
    }
    return all;
}

KnownPerson identity_of(Notebook const& notebook, PersonId person)
{
    auto const one = find_acquaintance(notebook, person).value_or(Acquaintance{});
    return {person, one.name, one.organisation, one.email, one.place, {}, true};
}

StoredMerge add_merge(Notebook& notebook, PersonId kept, PersonId gone, std::string_view reason, Instant now)
{
    auto merge = StoredMerge{{}, kept, gone, std::string{reason}, now, identity_of(notebook, kept), identity_of(notebook, gone)};
    Query{notebook, "INSERT INTO merge (kept, gone, reason, merged_at, kept_name, kept_organisation, kept_email, kept_place,"
                    " gone_name, gone_organisation, gone_email, gone_place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
        .bind(kept.value, gone.value, reason, stored(now), stored(merge.kept_as.name), merge.kept_as.organisation, merge.kept_as.email,
            merge.kept_as.place, stored(merge.gone_as.name), merge.gone_as.organisation, merge.gone_as.email, merge.gone_as.place)
        .run();
    merge.id = {last_key(notebook)};
    return merge;
}

PersonId bring_back(Notebook& notebook, StoredMerge const& merge)
{
    auto taken = Query{notebook, "SELECT 1 FROM person WHERE id = ?"};
    taken.bind(merge.gone.value);
    bool const is_taken = taken.next();
    Query{notebook, fmt::format("INSERT INTO person SELECT {} FROM merge_row WHERE merge = ?2 AND place = 'person gone'",
                        row_from_json(notebook, "person", "id", "nullif(?1, 0)"))}
        .bind(is_taken ? std::int64_t{0} : merge.gone.value, merge.id.value)
        .run();
    return {last_key(notebook)};
}

std::optional<Contact> contact_aside(Notebook const& notebook, MergeId merge, std::string_view side)
{
    auto query = Query{notebook, fmt::format("SELECT {} FROM merge_row WHERE merge = ? AND place = ?", row_from_json(notebook, "contact"))};
    query.bind(merge.value, fmt::format("contact {}", side));
    return query.next() ? std::optional{read_contact(query)} : std::nullopt;
}

} // namespace

StoredMerge merge_rows(Notebook& notebook, PersonId kept, PersonId gone, std::string_view reason, Instant now)
{
    assert(kept != gone);
    auto const was_whole = questions_are_whole(notebook);
    auto const merge = add_merge(notebook, kept, gone, reason, now);
    put_aside(notebook, merge.id, "person", "gone", gone);
    put_aside(notebook, merge.id, "contact", "gone", gone);
    put_aside(notebook, merge.id, "contact", "kept", kept);
    move_columns(notebook, merge.id, kept, gone);
    for (auto const& table : keyed_tables) {
        move_keyed(notebook, merge.id, kept, gone, table);
    }
    for (auto const& table : pair_tables) {
        move_pairs(notebook, merge.id, kept, gone, table);
    }
    move_notice(notebook, merge.id, kept, gone);
    move_questions(notebook, kept, gone, was_whole);
    Query{notebook, "DELETE FROM person WHERE id = ?"}.bind(gone.value).run();
    return merge;
}

PersonId unmerge_rows(Notebook& notebook, StoredMerge const& merge)
{
    auto const back = bring_back(notebook, merge);
    give_columns_back(notebook, merge.id, merge.kept, back);
    for (auto const& table : keyed_tables) {
        give_keyed_back(notebook, merge.id, merge.kept, back, table);
    }
    for (auto const& table : pair_tables) {
        give_pairs_back(notebook, merge, back, table);
    }
    give_notice_back(notebook, merge, back);
    Query{notebook, fmt::format("INSERT INTO contact SELECT {} FROM merge_row WHERE merge = ?2 AND place = 'contact gone'",
                        row_from_json(notebook, "contact", "person", "?1"))}
        .bind(back.value, merge.id.value)
        .run();
    Query{notebook, "DELETE FROM merge WHERE id = ?"}.bind(merge.id.value).run();
    return back;
}

ContactsBefore contacts_before(Notebook const& notebook, MergeId merge)
{
    return {contact_aside(notebook, merge, "kept"), contact_aside(notebook, merge, "gone")};
}

std::optional<Remark> remark_before(Notebook const& notebook, MergeId merge)
{
    auto query = Query{notebook, fmt::format("SELECT {} FROM merge_row WHERE merge = ? AND place = 'remark kept'", row_from_json(notebook, "remark"))};
    query.bind(merge.value);
    return query.next() ? std::optional{read_remark(query)} : std::nullopt;
}

std::vector<StoredMerge> merges(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM merge ORDER BY id DESC"};
    return read_merges(query);
}

std::vector<StoredMerge> merges(Notebook const& notebook, PersonId kept)
{
    auto query = Query{notebook, "SELECT * FROM merge WHERE kept = ? ORDER BY id DESC"};
    query.bind(kept.value);
    return read_merges(query);
}

std::vector<std::pair<std::string, PersonId>> merged_card_uids(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT json_extract(r.row, '$.uid') AS uid, m.kept FROM merge_row r JOIN merge m ON m.id = r.merge"
                                 " WHERE r.place IN ('contact gone', 'contact kept') ORDER BY m.id, uid"};
    auto all = std::vector<std::pair<std::string, PersonId>>{};
    while (query.next()) {
        if (auto uid = query.text("uid"); !uid.empty()) {
            all.emplace_back(std::move(uid), PersonId{query.integer("kept")});
        }
    }
    return all;
}

void save_different(Notebook& notebook, PersonId one, PersonId other, Instant now)
{
    assert(one != other);
    auto const [first, second] = std::minmax(one, other);
    Query{notebook, "INSERT INTO different_people (first, second, said_at) VALUES (?, ?, ?) ON CONFLICT (first, second) DO NOTHING"}
        .bind(first.value, second.value, stored(now))
        .run();
}

void delete_different(Notebook& notebook, PersonId one, PersonId other)
{
    auto const [first, second] = std::minmax(one, other);
    Query{notebook, "DELETE FROM different_people WHERE first = ? AND second = ?"}.bind(first.value, second.value).run();
}

std::vector<std::pair<PersonId, PersonId>> different_people(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT first, second FROM different_people ORDER BY first, second"};
    auto all = std::vector<std::pair<PersonId, PersonId>>{};
    while (query.next()) {
        all.emplace_back(PersonId{query.integer(0)}, PersonId{query.integer(1)});
    }
    return all;
}

PersonId give_attendances(Notebook& notebook, PersonId from, PersonName const& name, std::vector<AttendanceId> const& rows)
{
    auto const person = add_person(notebook, name);
    for (auto const row : rows) {
        Query{notebook, "UPDATE attendance SET person = ? WHERE id = ? AND person = ?"}.bind(person.value, row.value, from.value).run();
        delete_recognitions(notebook, row);
    }
    return person;
}

bool give_encounters(Notebook& notebook, PersonId from, PersonId to, EventId event)
{
    auto any = Query{notebook, "SELECT 1 FROM encounter WHERE person = ? AND event = ?"};
    any.bind(from.value, event.value);
    if (!any.next()) {
        return false;
    }
    for (auto const sql : {"UPDATE follow_up SET person = ?1 WHERE person = ?2 AND encounter IN (SELECT id FROM encounter WHERE person = ?2 AND event = ?3)",
             "UPDATE promise SET person = ?1 WHERE person = ?2 AND encounter IN (SELECT id FROM encounter WHERE person = ?2 AND event = ?3)",
             "UPDATE encounter SET person = ?1 WHERE person = ?2 AND event = ?3"}) {
        Query{notebook, sql}.bind(to.value, from.value, event.value).run();
    }
    return true;
}

} // namespace knowwho
