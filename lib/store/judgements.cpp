// SPDX-License-Identifier: MIT
#include "store/judgements.hpp"

#include "store/notebook.hpp"
#include "store/query.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace knowwho {
namespace {

Judgement read_judgement(Query& row)
{
    return {mark_of(row.text("mark")), row.text("read_title"), row.text("because"), lines_of(row.text("openers"))};
}

} // namespace

Remark read_remark(Query& row)
{
    return {row.text("note"), lines_of(row.text("tags")), lines_of(row.text("do_not_mention")), row.integer("revision")};
}

std::unordered_map<PersonId, Judgement> judgements(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT * FROM judgement WHERE event = ?"};
    query.bind(event.value);
    auto all = std::unordered_map<PersonId, Judgement>{};
    while (query.next()) {
        all.emplace(PersonId{query.integer("person")}, read_judgement(query));
    }
    return all;
}

Judgement judgement(Notebook const& notebook, EventId event, PersonId person)
{
    auto query = Query{notebook, "SELECT * FROM judgement WHERE event = ? AND person = ?"};
    query.bind(event.value, person.value);
    return query.next() ? read_judgement(query) : Judgement{};
}

void save_judgement(Notebook& notebook, EventId event, PersonId person, Judgement const& judgement)
{
    if (judgement == Judgement{}) {
        Query{notebook, "DELETE FROM judgement WHERE event = ? AND person = ?"}.bind(event.value, person.value).run();
        return;
    }
    Query{notebook, "INSERT INTO judgement (event, person, mark, read_title, because, openers) VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (event, person) DO UPDATE SET mark = excluded.mark, read_title = excluded.read_title,"
                    " because = excluded.because, openers = excluded.openers"}
        .bind(event.value, person.value, to_text(judgement.mark), judgement.read_title, judgement.because, in_lines(judgement.openers))
        .run();
}

std::unordered_map<PersonId, Remark> remarks(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT * FROM remark r WHERE EXISTS (SELECT 1 FROM attendance a WHERE a.person = r.person AND a.event = ?)"};
    query.bind(event.value);
    auto all = std::unordered_map<PersonId, Remark>{};
    while (query.next()) {
        all.emplace(PersonId{query.integer("person")}, read_remark(query));
    }
    return all;
}

Remark remark(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT * FROM remark WHERE person = ?"};
    query.bind(person.value);
    return query.next() ? read_remark(query) : Remark{};
}

void save_remark(Notebook& notebook, PersonId person, Remark const& remark)
{
    Query{notebook, "INSERT INTO remark (person, note, tags, do_not_mention, revision) VALUES (?, ?, ?, ?, 1)"
                    " ON CONFLICT (person) DO UPDATE SET note = excluded.note, tags = excluded.tags,"
                    " do_not_mention = excluded.do_not_mention, revision = revision + 1"}
        .bind(person.value, remark.note, in_lines(remark.tags), in_lines(remark.do_not_mention))
        .run();
}

void count_revision(Notebook& notebook, PersonId person, std::int64_t seen)
{
    Query{notebook, "INSERT INTO remark (person, revision) VALUES (?1, ?2 + 1) ON CONFLICT (person) DO UPDATE SET revision = max(revision, ?2) + 1"}
        .bind(person.value, seen)
        .run();
}

ChosenWeights chosen_weights(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT name, written, chosen FROM chosen_weight WHERE event = ?"};
    query.bind(event.value);
    auto all = ChosenWeights{};
    while (query.next()) {
        all.emplace(query.text("name"), ChosenWeight{query.real("written"), query.real("chosen")});
    }
    return all;
}

void save_chosen_weights(Notebook& notebook, EventId event, ChosenWeights const& weights)
{
    auto transaction = Transaction{notebook};
    Query{notebook, "DELETE FROM chosen_weight WHERE event = ?"}.bind(event.value).run();
    for (auto const& [name, weight] : weights) {
        Query{notebook, "INSERT INTO chosen_weight (event, name, written, chosen) VALUES (?, ?, ?, ?)"}
            .bind(event.value, name, weight.written, weight.chosen)
            .run();
    }
    transaction.commit();
}

std::string_view to_text(Mark mark) noexcept
{
    return mark == Mark::pinned ? "pinned" : mark == Mark::vetoed ? "vetoed" : "";
}

Mark mark_of(std::string_view text) noexcept
{
    return text == "pinned" ? Mark::pinned : text == "vetoed" ? Mark::vetoed : Mark::none;
}

std::string in_lines(std::vector<std::string> const& texts)
{
    auto lines = std::string{};
    for (auto const& text : texts) {
        auto const one = trimmed(text);
        lines += one.empty() ? std::string{} : lines.empty() ? std::string{one} : "\n" + std::string{one};
    }
    return lines;
}

std::vector<std::string> lines_of(std::string_view text)
{
    auto lines = std::vector<std::string>{};
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        if (auto const line = trimmed(text.substr(0, end)); !line.empty()) {
            lines.emplace_back(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace knowwho
