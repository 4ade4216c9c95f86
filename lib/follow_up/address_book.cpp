// SPDX-License-Identifier: MIT
#include "follow_up/address_book.hpp"

#include "identity/recognition_keys.hpp"
#include "identity/resolve.hpp"
#include "store/contacts.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/tombstones.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <unordered_map>

namespace knowwho {
namespace {

RosterRow row_of(BookEntry const& entry)
{
    auto row = RosterRow{};
    row.name = entry.person.name;
    row.organisation = entry.person.contact.organisation;
    row.email = entry.person.contact.email;
    row.place = entry.person.contact.place;
    return row;
}

std::vector<KnownPerson> everybody(Notebook const& notebook)
{
    auto known = std::vector<KnownPerson>{};
    for (auto const& one : acquaintances(notebook, Who::everybody)) {
        known.push_back({one.person, one.name, one.organisation, one.email, one.place, {}, false});
    }
    for (auto const& merge : merges(notebook)) {
        known.push_back(merge.kept_as);
        known.push_back(merge.gone_as);
    }
    return known;
}

bool may_be_there_twice(std::string_view property)
{
    static constexpr std::string_view several[] = {"EMAIL", "TEL", "ADR", "URL", "IMPP"};
    return std::ranges::find(several, property) != std::end(several);
}

/// Further mailboxes and numbers, and whatever the card does not speak of yet.
void add_what_is_missing(VCard& card, VCard const& news, bool only_further)
{
    for (auto const& one : news.properties) {
        auto const same_name = [&](CardProperty const& other) { return other.name == one.name; };
        bool const has_name = std::ranges::any_of(card.properties, same_name);
        bool const has_value = std::ranges::any_of(card.properties, [&](CardProperty const& other) { return same_name(other) && other.value == one.value; });
        bool const is_of_the_card = one.name == "UID" || one.name == "REV" || one.name == "PRODID";
        if (!has_value && !is_of_the_card && (may_be_there_twice(one.name) ? has_name || !only_further : !has_name && !only_further)) {
            card.properties.push_back(one);
        }
    }
}

/// The card that was kept, with what another one knows besides. Of a contact that is kept in step with a
/// folder the card is also what both sides had last: of its single values none may change here.
std::string joined_card(Notebook const& notebook, Contact const& contact, std::string const& news)
{
    if (news.empty() || news == contact.card) {
        return contact.card;
    }
    auto const book = kept_card(news);
    auto card = contact.card.empty() ? book : kept_card(contact.card);
    if (contact.vdir.empty()) {
        auto const uid = std::string{card.raw("UID")};
        card = card_of(find_acquaintance(notebook, contact.person)->name, contact, std::move(card));
        card.set("UID", uid);
    }
    add_what_is_missing(card, book, !contact.vdir.empty());
    return write_vcard(card);
}

class BookImport {
public:
    BookImport(Notebook& notebook, std::string const& source, Prefer prefer, Instant now, std::vector<Problem>& problems)
        : m_notebook(notebook), m_source(source), m_prefer(prefer), m_now(now), m_problems(problems), m_tombstones(notebook)
    {
        for (auto const& contact : contacts(notebook)) {
            if (!contact.uid.empty()) {
                m_by_uid.emplace(contact.uid, contact.person);
            }
        }
        for (auto const& [uid, person] : merged_card_uids(notebook)) {
            m_by_uid.emplace(uid, person);
        }
    }

    BookResult run(std::span<BookEntry const> entries)
    {
        auto rows = std::vector<RosterRow>{};
        for (auto const& entry : entries) {
            rows.push_back(row_of(entry));
        }
        auto const known_people = everybody(m_notebook);
        for (auto const& one : known_people) {
            learn_house(one);
        }
        auto const resolutions = resolve_people(rows, {known_people});
        auto person_of_row = std::vector<PersonId>(entries.size());
        for (std::size_t index = 0; index < entries.size(); ++index) {
            auto const& resolution = resolutions[index];
            auto const same = resolution.same_as_row ? person_of_row[*resolution.same_as_row] : PersonId{};
            auto const known = same ? same : resolution.known.value_or(PersonId{});
            person_of_row[index] = take(entries[index], known ? known : only_one_of_the_house(rows[index]));
        }
        return m_result;
    }

private:
    /// People have several mailboxes: in an address book, the only bearer of the name in the house is meant.
    PersonId only_one_of_the_house(RosterRow const& row) const
    {
        auto const keys = recognition_keys(row.name, row.organisation, {}, {});
        auto const found = keys.empty() || row.organisation.empty() ? m_by_house.end() : m_by_house.find(keys.front());
        return found == m_by_house.end() ? PersonId{} : found->second;
    }

    void learn_house(KnownPerson const& one)
    {
        auto const keys = recognition_keys(one.name, one.organisation, {}, {});
        if (!keys.empty() && !one.organisation.empty() && m_by_house.emplace(keys.front(), one.id).first->second != one.id) {
            m_by_house[keys.front()] = {}; // two of that name: neither is meant for sure
        }
    }

    PersonId take(BookEntry const& entry, PersonId known)
    {
        auto const& contact = entry.person.contact;
        if (auto const found = contact.uid.empty() ? m_by_uid.end() : m_by_uid.find(contact.uid); found != m_by_uid.end()) {
            known = found->second;
        }
        if (!known && m_tombstones.covers(recognition_keys(entry.person.name, contact.organisation, contact.email, contact.place))) {
            ++m_result.forgotten;
            return {};
        }
        auto const person = known ? known : add_person(m_notebook, entry.person.name);
        save(entry, person);
        if (!contact.uid.empty()) {
            m_by_uid.emplace(contact.uid, person);
        }
        return person;
    }

    void save(BookEntry const& entry, PersonId person)
    {
        auto const before = find_contact(m_notebook, person);
        auto contact = before.value_or(Contact{});
        if (!before) {
            contact.person = person;
            contact.added_at = m_now;
            contact.source = m_source;
        }
        for (auto const& [name, field] : card_fields()) {
            lay(entry, name, contact.*field, entry.person.contact.*field);
        }
        contact.uid = contact.uid.empty() ? entry.person.contact.uid : contact.uid;
        contact.card = joined_card(m_notebook, contact, entry.person.contact.card);
        if (!before) {
            ++m_result.added;
        } else if (*before == contact) {
            ++m_result.unchanged;
            return;
        } else {
            ++m_result.updated;
        }
        save_contact(m_notebook, contact);
    }

    void lay(BookEntry const& entry, std::string_view name, std::string& known, std::string const& news)
    {
        if (news.empty() || known == news) {
            return;
        }
        if (known.empty()) {
            known = news;
            return;
        }
        bool const taken = m_prefer == Prefer::book;
        m_problems.push_back({Severity::warning, m_source, entry.line, 0, entry.person.name.written,
            fmt::format("{}: the notebook says '{}', the address book '{}'; {} stays", name, known, news, taken ? "the address book's" : "the notebook's"), ""});
        known = taken ? news : known;
    }

    Notebook& m_notebook;
    std::string const& m_source;
    Prefer m_prefer;
    Instant m_now;
    std::vector<Problem>& m_problems;
    Tombstones m_tombstones;
    std::unordered_map<std::string, PersonId> m_by_uid;
    std::unordered_map<std::string, PersonId> m_by_house;
    BookResult m_result;
};

} // namespace

BookResult import_address_book(Notebook& notebook, std::span<BookEntry const> entries, std::string const& source, Prefer prefer,
                               Instant now, std::vector<Problem>& problems)
{
    auto transaction = Transaction{notebook};
    auto const result = BookImport{notebook, source, prefer, now, problems}.run(entries);
    transaction.commit();
    return result;
}

std::vector<BookEntry> entries_of(std::span<VCard const> cards)
{
    auto entries = std::vector<BookEntry>{};
    for (auto const& card : cards) {
        entries.push_back({person_of(card), card.line});
        entries.back().person.contact.card = write_vcard(card);
    }
    return entries;
}

} // namespace knowwho
