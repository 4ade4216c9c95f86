// SPDX-License-Identifier: MIT
#include "store/pages.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

/// Snippets with page and link. Names that two of the tables share carry the page's prefix p_.
#define KNOWWHO_SELECT_EVIDENCE                                                                                          \
    "SELECT k.snippet, k.person, k.probability, k.state, k.by_user, k.signals, s.position, s.quote, s.language,"         \
    " p.id AS p_id, p.file, p.address, p.site, p.title, p.authors, p.published, p.modified,"                             \
    " p.language AS p_language, p.kind, p.content_hash, p.read_at"                                                       \
    " FROM link k JOIN snippet s ON s.id = k.snippet JOIN page p ON p.id = s.page"

namespace knowwho {
namespace {

Page read_page_row(Query& row)
{
    auto page = Page{};
    page.id = {row.integer("p_id")};
    page.file = row.text("file");
    page.address = row.text("address");
    page.site = row.text("site");
    page.title = row.text("title");
    page.authors = stored_texts(row.text("authors"));
    page.published = parse_iso_date(row.text("published"));
    page.modified = parse_iso_date(row.text("modified"));
    page.language = stored_language(row.text("p_language"));
    page.kind = stored_page_kind(row.text("kind"));
    page.content_hash = row.text("content_hash");
    page.read_at = stored_instant(row.integer("read_at"));
    return page;
}

Evidence read_evidence(Query& row)
{
    auto evidence = Evidence{};
    evidence.page = read_page_row(row);
    evidence.snippet = {{row.integer("snippet")}, evidence.page.id, row.text("quote"),
        static_cast<int>(row.integer("position")), stored_language(row.text("language"))};
    evidence.link = {evidence.snippet.id, {row.integer("person")}, row.real("probability"),
        stored_link_state(row.text("state")), row.integer("by_user") != 0, stored_signals(row.text("signals"))};
    return evidence;
}

std::optional<PageId> same_page(Notebook const& notebook, Page const& page)
{
    auto query = Query{notebook, "SELECT id FROM page WHERE (file <> '' AND file = ?1)"
                                 " OR (file = '' AND ?1 = '' AND address = ?2)"};
    query.bind(page.file, page.address);
    return query.next() ? std::optional{PageId{query.integer("id")}} : std::nullopt;
}

void drop_undecided_snippets(Notebook& notebook, PageId page)
{
    Query{notebook, "DELETE FROM snippet WHERE page = ? AND id NOT IN (SELECT snippet FROM link WHERE by_user = 1)"}
        .bind(page.value)
        .run();
}

} // namespace

PageId save_page(Notebook& notebook, Page const& page)
{
    if (auto const known = same_page(notebook, page)) {
        drop_undecided_snippets(notebook, *known);
        Query{notebook, "UPDATE page SET address = ?, site = ?, title = ?, authors = ?, published = ?, modified = ?,"
                        " language = ?, kind = ?, text = ?, content_hash = ?, read_at = ? WHERE id = ?"}
            .bind(page.address, page.site, page.title, stored(page.authors), stored(page.published), stored(page.modified),
                stored(page.language), stored(page.kind), page.text, page.content_hash, stored(page.read_at), known->value)
            .run();
        return *known;
    }
    Query{notebook, "INSERT INTO page (file, address, site, title, authors, published, modified, language, kind, text,"
                    " content_hash, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
        .bind(page.file, page.address, page.site, page.title, stored(page.authors), stored(page.published),
            stored(page.modified), stored(page.language), stored(page.kind), page.text, page.content_hash,
            stored(page.read_at))
        .run();
    return {last_key(notebook)};
}

std::optional<Page> find_page(Notebook const& notebook, std::string_view content_hash)
{
    auto query = Query{notebook, "SELECT id AS p_id, file, address, site, title, authors, published, modified,"
                                 " language AS p_language, kind, content_hash, read_at FROM page"
                                 " WHERE content_hash = ? ORDER BY id LIMIT 1"};
    query.bind(content_hash);
    return query.next() ? std::optional{read_page_row(query)} : std::nullopt;
}

std::optional<Page> find_page_by_address(Notebook const& notebook, std::string_view address)
{
    auto query = Query{notebook, "SELECT id AS p_id, file, address, site, title, authors, published, modified,"
                                 " language AS p_language, kind, content_hash, read_at, text FROM page"
                                 " WHERE address = ? AND address <> '' ORDER BY read_at DESC, id DESC LIMIT 1"};
    query.bind(address);
    if (!query.next()) {
        return std::nullopt;
    }
    auto page = read_page_row(query);
    page.text = query.text("text");
    return page;
}

SnippetId save_snippet(Notebook& notebook, Snippet const& snippet)
{
    auto query = Query{notebook, "INSERT INTO snippet (page, position, quote, language) VALUES (?, ?, ?, ?)"
                                 " ON CONFLICT (page, position) DO UPDATE SET quote = excluded.quote,"
                                 " language = excluded.language RETURNING id"};
    query.bind(snippet.page.value, snippet.position, snippet.quote, stored(snippet.language));
    query.next();
    return {query.integer("id")};
}

void save_link(Notebook& notebook, Link const& link)
{
    Query{notebook, "INSERT INTO link (snippet, person, probability, state, by_user, signals) VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (snippet, person) DO UPDATE SET probability = excluded.probability,"
                    " state = excluded.state, by_user = excluded.by_user, signals = excluded.signals"
                    " WHERE by_user = 0 OR excluded.by_user = 1"}
        .bind(link.snippet.value, link.person.value, link.probability, stored(link.state), link.by_user,
            stored(link.signals))
        .run();
}

std::vector<Link> links_of_page(Notebook const& notebook, PersonId person, PageId page)
{
    auto query = Query{notebook, "SELECT k.snippet, k.probability, k.state, k.by_user FROM link k JOIN snippet s ON s.id = k.snippet"
                                 " WHERE k.person = ? AND s.page = ? ORDER BY k.snippet"};
    query.bind(person.value, page.value);
    auto links = std::vector<Link>{};
    while (query.next()) {
        links.push_back({{query.integer("snippet")}, person, query.real("probability"), stored_link_state(query.text("state")),
            query.integer("by_user") != 0, {}});
    }
    return links;
}

void put_link_state(Notebook& notebook, Link const& link)
{
    Query{notebook, "UPDATE link SET probability = ?, state = ?, by_user = ? WHERE snippet = ? AND person = ?"}
        .bind(link.probability, stored(link.state), link.by_user, link.snippet.value, link.person.value)
        .run();
}

std::unordered_map<PersonId, std::vector<Evidence>> quotable_evidence(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, KNOWWHO_SELECT_EVIDENCE
        " WHERE k.state = 'quotable' AND k.person IN (SELECT person FROM attendance WHERE event = ?)"
        " ORDER BY p.published DESC, p.file, p.id, s.position"};
    query.bind(event.value);
    auto evidence = std::unordered_map<PersonId, std::vector<Evidence>>{};
    while (query.next()) {
        auto one = read_evidence(query);
        evidence[one.link.person].push_back(std::move(one));
    }
    return evidence;
}

std::vector<Evidence> all_evidence(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, KNOWWHO_SELECT_EVIDENCE
        " WHERE k.person = ? ORDER BY p.published DESC, p.file, p.id, s.position"};
    query.bind(person.value);
    auto all = std::vector<Evidence>{};
    while (query.next()) {
        all.push_back(read_evidence(query));
    }
    return all;
}

std::vector<Evidence> open_questions(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, KNOWWHO_SELECT_EVIDENCE
        " WHERE k.state = 'question' AND k.person IN (SELECT person FROM attendance WHERE event = ?)"
        " ORDER BY k.probability DESC, p.file, p.id, s.position, k.person"};
    query.bind(event.value);
    auto all = std::vector<Evidence>{};
    while (query.next()) {
        all.push_back(read_evidence(query));
    }
    return all;
}

bool has_dated_evidence(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT 1 FROM link k JOIN snippet s ON s.id = k.snippet JOIN page p ON p.id = s.page"
                                 " WHERE k.state = 'quotable' AND p.published <> ''"
                                 " AND EXISTS (SELECT 1 FROM attendance a WHERE a.person = k.person AND a.event = ?) LIMIT 1"};
    query.bind(event.value);
    return query.next();
}

} // namespace knowwho
