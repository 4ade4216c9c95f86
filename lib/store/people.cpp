// SPDX-License-Identifier: MIT
#include "store/people.hpp"

#include "store/merges.hpp"
#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {

PersonId add_person(Notebook& notebook, PersonName const& name)
{
    Query{notebook, "INSERT INTO person (written, salutation, title, given, middle, family, suffix, nickname, maiden, confidence)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}
        .bind(name.written, stored(name.salutation), name.title, name.given, name.middle, name.family, name.suffix,
            name.nickname, name.maiden, name.confidence)
        .run();
    return {last_key(notebook)};
}

void rename_person(Notebook& notebook, PersonId person, PersonName const& name)
{
    Query{notebook, "UPDATE person SET written = ?, salutation = ?, title = ?, given = ?, middle = ?, family = ?,"
                    " suffix = ?, nickname = ?, maiden = ?, confidence = ? WHERE id = ?"}
        .bind(name.written, stored(name.salutation), name.title, name.given, name.middle, name.family, name.suffix,
            name.nickname, name.maiden, name.confidence, person.value)
        .run();
}

std::vector<KnownPerson> known_people(Notebook const& notebook)
{
    // With max(), SQLite takes the bare columns from the row of the maximum: the latest attendance.
    auto query = Query{notebook,
        "SELECT p.*, coalesce(nullif(a.organisation, ''), c.organisation, '') AS organisation,"
        " coalesce(nullif(a.email, ''), c.email, '') AS email, coalesce(nullif(a.place, ''), c.place, '') AS place, max(a.id)"
        " FROM person p LEFT JOIN attendance a ON a.person = p.id LEFT JOIN contact c ON c.person = p.id"
        " GROUP BY p.id ORDER BY p.id"};
    auto people = std::vector<KnownPerson>{};
    while (query.next()) {
        auto person = KnownPerson{};
        person.id = {query.integer("id")};
        person.name = {query.text("written"), stored_salutation(query.text("salutation")), query.text("title"),
            query.text("given"), query.text("middle"), query.text("family"), query.text("suffix"),
            query.text("nickname"), query.text("maiden"), query.real("confidence")};
        person.organisation = query.text("organisation");
        person.email = query.text("email");
        person.place = query.text("place");
        people.push_back(std::move(person));
    }
    for (auto& merge : merges(notebook)) {
        people.push_back(std::move(merge.kept_as));
        people.push_back(std::move(merge.gone_as));
    }
    return people;
}

} // namespace knowwho
