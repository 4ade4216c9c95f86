// SPDX-License-Identifier: MIT
#include "store/erasing.hpp"

#include "store/connection.hpp"
#include "store/embeddings.hpp"
#include "store/fetch_cache.hpp"
#include "store/query.hpp"
#include "store/search_index.hpp"
#include "store/settings.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unicode/uchar.h>

/// Puts ?2 for ?1 in one column.
#define KNOWWHO_MASK(table, column) \
    "UPDATE " #table " SET " #column " = replace(" #column ", ?1, ?2) WHERE instr(" #column ", ?1) > 0"

/// Puts stars for the word ?1 in one column.
#define KNOWWHO_MASK_WORD(table, column) \
    "UPDATE " #table " SET " #column " = mask_word(" #column ", ?1) WHERE instr(" #column ", ?1) > 0"

namespace knowwho {
namespace {

/// Stands from the deletion until the file is rewritten, however often the program is stopped between.
constexpr std::string_view rewrite_due = "rewrite_due";

/// Every column that can hold what somebody wrote about somebody else.
constexpr std::string_view masks[] = {
    KNOWWHO_MASK(attendance, name),
    KNOWWHO_MASK(attendance, organisation),
    KNOWWHO_MASK(attendance, unit),
    KNOWWHO_MASK(attendance, role),
    KNOWWHO_MASK(attendance, email),
    KNOWWHO_MASK(attendance, website),
    KNOWWHO_MASK(attendance, about),
    KNOWWHO_MASK(attendance, others),
    KNOWWHO_MASK(attendance, talks),
    KNOWWHO_MASK(attendance, raw),
    KNOWWHO_MASK(raw_header, headers),
    KNOWWHO_MASK(page, file),
    KNOWWHO_MASK(page, address),
    KNOWWHO_MASK(page, site),
    KNOWWHO_MASK(page, title),
    KNOWWHO_MASK(page, authors),
    KNOWWHO_MASK(page, text),
    KNOWWHO_MASK(link, signals),
    KNOWWHO_MASK(encounter, place),
    KNOWWHO_MASK(encounter, occasion),
    KNOWWHO_MASK(encounter, introduced_by_name),
    KNOWWHO_MASK(encounter, talked),
    KNOWWHO_MASK(encounter, interests),
    KNOWWHO_MASK(encounter, next_step),
    KNOWWHO_MASK(promise, what),
    KNOWWHO_MASK(follow_up, reason),
    KNOWWHO_MASK(contact, does),
    KNOWWHO_MASK(contact, why),
    KNOWWHO_MASK(contact, wants),
    KNOWWHO_MASK(contact, offers),
    KNOWWHO_MASK(contact, interests),
    KNOWWHO_MASK(contact, note),
    KNOWWHO_MASK(contact, asleep_reason),
    KNOWWHO_MASK(contact, card),
    KNOWWHO_MASK(introduction, reason),
    KNOWWHO_MASK(source_state, detail),
    KNOWWHO_MASK(event, goals),
    KNOWWHO_MASK(merge, kept_name),
    KNOWWHO_MASK(merge, kept_organisation),
    KNOWWHO_MASK(merge, kept_email),
    KNOWWHO_MASK(merge, gone_name),
    KNOWWHO_MASK(merge, gone_organisation),
    KNOWWHO_MASK(merge, gone_email),
    KNOWWHO_MASK(merge_row, row),
    KNOWWHO_MASK(judgement, read_title),
    KNOWWHO_MASK(judgement, because),
    KNOWWHO_MASK(judgement, openers),
    KNOWWHO_MASK(remark, note),
    KNOWWHO_MASK(remark, tags),
    KNOWWHO_MASK(remark, do_not_mention),
    KNOWWHO_MASK(change, before),
    KNOWWHO_MASK(change, after),
    KNOWWHO_MASK(same_question, signals),
};

/// The user's own words about people.
constexpr std::string_view notes[] = {
    KNOWWHO_MASK_WORD(encounter, occasion),
    KNOWWHO_MASK_WORD(encounter, introduced_by_name),
    KNOWWHO_MASK_WORD(encounter, talked),
    KNOWWHO_MASK_WORD(encounter, interests),
    KNOWWHO_MASK_WORD(encounter, next_step),
    KNOWWHO_MASK_WORD(promise, what),
    KNOWWHO_MASK_WORD(follow_up, reason),
    KNOWWHO_MASK_WORD(contact, does),
    KNOWWHO_MASK_WORD(contact, why),
    KNOWWHO_MASK_WORD(contact, wants),
    KNOWWHO_MASK_WORD(contact, offers),
    KNOWWHO_MASK_WORD(contact, interests),
    KNOWWHO_MASK_WORD(contact, note),
    KNOWWHO_MASK_WORD(contact, asleep_reason),
    KNOWWHO_MASK_WORD(introduction, reason),
    KNOWWHO_MASK_WORD(judgement, because),
    KNOWWHO_MASK_WORD(remark, note),
    KNOWWHO_MASK_WORD(remark, do_not_mention),
};

bool is_of_word(char32_t c)
{
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool ends_word(std::string_view text, std::size_t at)
{
    return at >= text.size() || !is_of_word(next_code_point(text, at));
}

/// `text` with stars for `word` where it stands alone; behind a hyphen it is the end of another name.
std::string without_word(std::string text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        auto const end = at + word.size();
        char32_t const before = at == 0 ? U' ' : utf8_before(text, at);
        bool const genitive = end < text.size() && text[end] == 's' && ends_word(text, end + 1);
        if (!is_of_word(before) && before != U'-' && (genitive || ends_word(text, end))) {
            text.replace(at, word.size(), word.size(), '*');
        }
    }
    return text;
}

std::string_view text_of(sqlite3_value* value)
{
    auto const* const bytes = static_cast<char const*>(sqlite3_value_blob(value));
    return bytes == nullptr ? std::string_view{} : std::string_view{bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// mask_word(text, word) in SQL.
void mask_word(sqlite3_context* context, int, sqlite3_value** values)
{
    auto const masked = without_word(std::string{text_of(values[0])}, text_of(values[1]));
    sqlite3_result_text(context, masked.data(), static_cast<int>(masked.size()), SQLITE_TRANSIENT);
}

/// Pages that are linked to the person and to nobody else: a page about namesakes only says nothing more.
void delete_pages_of(Notebook& notebook, PersonId person)
{
    Query{notebook, "DELETE FROM page WHERE id IN (SELECT s.page FROM link k JOIN snippet s ON s.id = k.snippet WHERE k.person = ?1)"
                    " AND id NOT IN (SELECT s.page FROM snippet s JOIN link k ON k.snippet = s.id"
                    " WHERE k.person <> ?1 AND k.state <> 'rejected' AND s.page IN"
                    " (SELECT s.page FROM link k JOIN snippet s ON s.id = k.snippet WHERE k.person = ?1))"}
        .bind(person.value)
        .run();
}

/// A snippet that nobody is linked to any more has no reader.
void delete_snippets_of(Notebook& notebook, PersonId person)
{
    Query{notebook, "DELETE FROM snippet WHERE id IN (SELECT snippet FROM link WHERE person = ?1)"
                    " AND id NOT IN (SELECT snippet FROM link WHERE person <> ?1)"}
        .bind(person.value)
        .run();
}

} // namespace

void delete_people(Notebook& notebook, std::span<PersonId const> people)
{
    auto transaction = Transaction{notebook};
    for (auto const person : people) {
        delete_pages_of(notebook, person);
        delete_snippets_of(notebook, person);
        Query{notebook, "DELETE FROM person WHERE id = ?"}.bind(person.value).run();
        save_setting(notebook, fmt::format("notice:{}", person.value), {});
    }
    save_setting(notebook, rewrite_due, "1");
    transaction.commit();
}

void mask_family_name(Notebook& notebook, std::span<std::string const> names, std::span<std::string const> spellings)
{
    auto& connection = notebook.connection();
    guarded(connection.file, [&] { connection.database.createFunction("mask_word", 2, true, nullptr, mask_word); });
    auto transaction = Transaction{notebook};
    for (auto const& word : spellings) {
        for (auto const& name : names) {
            Query{notebook, "DELETE FROM snippet WHERE mask_word(quote, ?1) <> quote AND page IN"
                            " (SELECT id FROM page WHERE instr(text, ?2) > 0 OR instr(title, ?2) > 0)"}
                .bind(word, name)
                .run();
            Query{notebook, "UPDATE page SET text = mask_word(text, ?1), title = mask_word(title, ?1) WHERE instr(text, ?2) > 0 OR instr(title, ?2) > 0"}
                .bind(word, name)
                .run();
        }
        for (auto const sql : notes) {
            Query{notebook, sql}.bind(word).run();
        }
    }
    transaction.commit();
}

void mask_everywhere(Notebook& notebook, std::span<std::string const> texts)
{
    auto transaction = Transaction{notebook};
    for (auto const& text : texts) {
        auto const stars = std::string(text.size(), '*');
        Query{notebook, "DELETE FROM snippet WHERE instr(quote, ?) > 0"}.bind(text).run();
        for (auto const sql : masks) {
            Query{notebook, sql}.bind(text, stars).run();
        }
    }
    evict_cached_answers(notebook, 0);
    drop_embeddings(notebook);
    transaction.commit();
}

std::vector<std::string> files_naming(Notebook const& notebook, std::span<std::string const> texts)
{
    auto files = std::vector<std::string>{};
    for (auto const& text : texts) {
        auto query = Query{notebook, "SELECT file FROM page WHERE file <> '' AND (instr(text, ?1) > 0 OR instr(title, ?1) > 0 OR instr(file, ?1) > 0)"};
        query.bind(text);
        while (query.next()) {
            files.push_back(query.text(0));
        }
    }
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

bool is_rewrite_due(Notebook const& notebook)
{
    return !setting(notebook, rewrite_due).empty();
}

bool rewrite_file(Notebook& notebook)
{
    refresh_search(notebook);
    compact_search(notebook);
    auto& connection = notebook.connection();
    guarded(connection.file, [&] { connection.database.exec("VACUUM"); });
    auto const checkpoint = [&] {
        return guarded(connection.file, [&] { return connection.database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0; });
    };
    if (!checkpoint()) {
        return false;
    }
    save_setting(notebook, rewrite_due, {});
    return checkpoint();
}

} // namespace knowwho
