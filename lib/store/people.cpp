// SPDX-License-Identifier: MIT
#include "store/people.hpp"

#include "store/merges.hpp"
#include "store/query.hpp"
#include "store/stored_values.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>

namespace knowwho {

PersonId add_person(Notebook& notebook, PersonName const& name)
{
    Query{notebook, "INSERT INTO person (written, salutation, title, given, middle, family, suffix, nickname, maiden, confidence)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
        .bind_in_place(name.written, stored(name.salutation), name.title, name.given, name.middle, name.family, name.suffix,
            name.nickname, name.maiden, name.confidence)
        .run();
    return {last_key(notebook)};
}

void rename_person(Notebook& notebook, PersonId person, PersonName const& name)
{
    Query{notebook, "UPDATE person SET written = ?, salutation = ?, title = ?, given = ?, middle = ?, family = ?,"
                    " suffix = ?, nickname = ?, maiden = ?, confidence = ? WHERE id = ?"}
        .bind_in_place(name.written, stored(name.salutation), name.title, name.given, name.middle, name.family, name.suffix,
            name.nickname, name.maiden, name.confidence, person.value)
        .run();
}

namespace {

/// With max(), SQLite takes the bare columns from the row of the maximum: the latest attendance.
void add_latest(Notebook const& notebook, std::vector<KnownPerson>& people)
{
    auto query = Query{notebook,
        "SELECT p.*, coalesce(nullif(a.organisation, ''), c.organisation, '') AS organisation,"
        " coalesce(nullif(a.email, ''), c.email, '') AS email, coalesce(nullif(a.place, ''), c.place, '') AS place, max(a.id), ifnull(a.list, 0) AS list"
        " FROM person p LEFT JOIN attendance a ON a.person = p.id LEFT JOIN contact c ON c.person = p.id"
        " GROUP BY p.id ORDER BY p.id"};
    while (query.next()) {
        auto person = KnownPerson{};
        person.id = {query.integer("id")};
        person.name = {query.text("written"), stored_salutation(query.text("salutation")), query.text("title"),
            query.text("given"), query.text("middle"), query.text("family"), query.text("suffix"),
            query.text("nickname"), query.text("maiden"), query.real("confidence")};
        person.organisation = query.text("organisation");
        person.email = query.text("email");
        person.place = query.text("place");
        person.list = {query.integer("list")};
        people.push_back(std::move(person));
    }
}

/// A list that says the same of somebody twice has said it once.
void add_earlier_rows(Notebook const& notebook, std::vector<KnownPerson>& people)
{
    auto query = Query{notebook, "SELECT a.person, a.name, a.organisation, a.email, a.place, a.list FROM attendance a"
                                 " WHERE a.id < (SELECT max(b.id) FROM attendance b WHERE b.person = a.person)"
                                 " AND NOT EXISTS (SELECT 1 FROM attendance b WHERE b.person = a.person AND b.id > a.id AND b.list = a.list AND b.name = a.name"
                                 " AND b.organisation = a.organisation AND b.email = a.email AND b.place = a.place) ORDER BY a.id"};
    while (query.next()) {
        people.push_back({{query.integer("person")}, stored_name(query.text("name")), query.text("organisation"), query.text("email"),
            query.text("place"), {query.integer("list")}, false});
    }
}

/// The user's own contacts know another mailbox or house than the latest list.
void add_contacts(Notebook const& notebook, std::vector<KnownPerson>& people)
{
    auto by_person = std::unordered_map<std::int64_t, std::size_t>{};
    for (auto i = std::size_t{0}; i < people.size(); ++i) {
        by_person.try_emplace(people[i].id.value, i);
    }
    auto query = Query{notebook, "SELECT person, organisation, email, place FROM contact WHERE organisation <> '' OR email <> '' ORDER BY person"};
    while (query.next()) {
        auto const& latest = people[by_person.at(query.integer("person"))];
        auto known = KnownPerson{latest.id, latest.name, query.text("organisation"), query.text("email"), query.text("place"), {}, false};
        auto const says_more = [](std::string const& mine, std::string const& of_latest) { return !mine.empty() && mine != of_latest; };
        if (says_more(known.organisation, latest.organisation) || says_more(known.email, latest.email)) {
            people.push_back(std::move(known));
        }
    }
}

} // namespace

std::vector<KnownPerson> known_people(Notebook const& notebook)
{
    auto people = std::vector<KnownPerson>{};
    add_latest(notebook, people);
    add_contacts(notebook, people);
    add_earlier_rows(notebook, people);
    for (auto& merge : merges(notebook)) {
        for (auto* const before : {&merge.kept_as, &merge.gone_as}) {
            before->merged = true;
            people.push_back(std::move(*before));
        }
    }
    return people;
}

} // namespace knowwho
