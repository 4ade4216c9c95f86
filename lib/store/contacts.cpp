// SPDX-License-Identifier: MIT
#include "store/contacts.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

/// Of a column, what the latest attendance says that says anything: keys of one length in front tell which it is.
#define KNOWWHO_LATEST(column) "substr(max(iif(a." #column " <> '', printf('%019d', a.id) || a." #column ", '')), 20)"

/// The user's own word before that.
#define KNOWWHO_BEST(column) " coalesce(nullif(c." #column ", ''), " KNOWWHO_LATEST(column) ") AS " #column

#define KNOWWHO_SELECT_ACQUAINTANCE                                                                           \
    "SELECT p.*, c.person IS NOT NULL AS is_contact, " KNOWWHO_LATEST(about) " AS about,"                     \
    KNOWWHO_BEST(organisation) "," KNOWWHO_BEST(role) "," KNOWWHO_BEST(email) "," KNOWWHO_BEST(website) "," KNOWWHO_BEST(place)

namespace knowwho {
namespace {

std::vector<Acquaintance> read_acquaintances(Query& row)
{
    auto all = std::vector<Acquaintance>{};
    while (row.next()) {
        auto one = Acquaintance{};
        one.person = {row.integer("id")};
        one.name = {row.text("written"), stored_salutation(row.text("salutation")), row.text("title"), row.text("given"),
            row.text("middle"), row.text("family"), row.text("suffix"), row.text("nickname"), row.text("maiden"),
            row.real("confidence")};
        one.organisation = row.text("organisation");
        one.role = row.text("role");
        one.email = row.text("email");
        one.website = row.text("website");
        one.place = row.text("place");
        one.about = row.text("about");
        one.is_contact = row.integer("is_contact") != 0;
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

Contact read_contact(Query& row)
{
    auto one = Contact{};
    one.person = {row.integer("person")};
    one.organisation = row.text("organisation");
    one.role = row.text("role");
    one.email = row.text("email");
    one.phone = row.text("phone");
    one.website = row.text("website");
    one.place = row.text("place");
    one.birthday = row.text("birthday");
    one.does = row.text("does");
    one.why = row.text("why");
    one.wants = row.text("wants");
    one.offers = row.text("offers");
    one.interests = row.text("interests");
    one.note = row.text("note");
    one.rhythm_days = static_cast<int>(row.integer("rhythm_days"));
    one.asleep = row.integer("asleep") != 0;
    one.asleep_reason = row.text("asleep_reason");
    one.kept = row.integer("kept") != 0;
    one.source = row.text("source");
    one.uid = row.text("uid");
    one.card = row.text("card");
    one.vdir = row.text("vdir");
    one.added_at = stored_instant(row.integer("added_at"));
    return one;
}

void save_contact(Notebook& notebook, Contact const& contact)
{
    // An upsert, not a replacement: that would delete the row, and with it nothing must go.
    Query{notebook, "INSERT INTO contact (person, organisation, role, email, phone, website, place, birthday, does, why, wants,"
                    " offers, interests, note, rhythm_days, asleep, asleep_reason, kept, source, uid, card, vdir, added_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (person) DO UPDATE SET organisation = excluded.organisation, role = excluded.role,"
                    " email = excluded.email, phone = excluded.phone, website = excluded.website, place = excluded.place,"
                    " birthday = excluded.birthday, does = excluded.does, why = excluded.why, wants = excluded.wants,"
                    " offers = excluded.offers, interests = excluded.interests, note = excluded.note,"
                    " rhythm_days = excluded.rhythm_days, asleep = excluded.asleep, asleep_reason = excluded.asleep_reason,"
                    " kept = excluded.kept, source = excluded.source, uid = excluded.uid, card = excluded.card, vdir = excluded.vdir"}
        .bind(contact.person.value, contact.organisation, contact.role, contact.email, contact.phone, contact.website,
            contact.place, contact.birthday, contact.does, contact.why, contact.wants, contact.offers, contact.interests,
            contact.note, contact.rhythm_days, contact.asleep, contact.asleep_reason, contact.kept, contact.source,
            contact.uid, contact.card, contact.vdir, stored(contact.added_at))
        .run();
}

void delete_contact(Notebook& notebook, PersonId person)
{
    Query{notebook, "DELETE FROM contact WHERE person = ?"}.bind(person.value).run();
}

std::optional<Contact> find_contact(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT * FROM contact WHERE person = ?"};
    query.bind(person.value);
    return query.next() ? std::optional{read_contact(query)} : std::nullopt;
}

std::vector<Contact> contacts(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM contact ORDER BY person"};
    auto all = std::vector<Contact>{};
    while (query.next()) {
        all.push_back(read_contact(query));
    }
    return all;
}

std::optional<Acquaintance> find_acquaintance(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, KNOWWHO_SELECT_ACQUAINTANCE
        " FROM person p LEFT JOIN contact c ON c.person = p.id LEFT JOIN attendance a ON a.person = p.id"
        " WHERE p.id = ? GROUP BY p.id"};
    query.bind(person.value);
    auto found = read_acquaintances(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Acquaintance> acquaintances(Notebook const& notebook, Who who)
{
    if (who == Who::contacts) {
        auto query = Query{notebook, KNOWWHO_SELECT_ACQUAINTANCE
            " FROM contact c JOIN person p ON p.id = c.person LEFT JOIN attendance a ON a.person = p.id"
            " GROUP BY p.id ORDER BY p.id"};
        return read_acquaintances(query);
    }
    auto query = Query{notebook, KNOWWHO_SELECT_ACQUAINTANCE
        " FROM person p LEFT JOIN contact c ON c.person = p.id LEFT JOIN attendance a ON a.person = p.id"
        " GROUP BY p.id ORDER BY p.id"};
    return read_acquaintances(query);
}

HeadCount head_count(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM contact) AS contacts"};
    query.next();
    return {query.integer("people"), query.integer("contacts")};
}

} // namespace knowwho
