// SPDX-License-Identifier: MIT
#include "identity/merging.hpp"

#include "model/error.hpp"
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/introductions.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace knowwho {
namespace {

constexpr std::string Contact::* single_words[] = {&Contact::organisation, &Contact::role, &Contact::email, &Contact::phone, &Contact::website,
    &Contact::place, &Contact::birthday, &Contact::does, &Contact::why, &Contact::wants, &Contact::offers, &Contact::source, &Contact::uid,
    &Contact::card, &Contact::vdir};
constexpr std::string Contact::* piles[] = {&Contact::interests, &Contact::note};

void pile_up(std::string& words, std::string const& more)
{
    if (!more.empty() && words.find(more) == std::string::npos) {
        words += words.empty() ? more : "; " + more;
    }
}

bool introduced(Notebook const& notebook, PersonId met, PersonId by)
{
    auto const talks = encounters(notebook, met);
    return std::ranges::any_of(talks, [&](Encounter const& one) { return one.introduced_by == by; });
}

bool brought_together(Notebook const& notebook, PersonId a, PersonId b)
{
    auto const all = introductions(notebook);
    return std::ranges::any_of(all, [&](StoredIntroduction const& one) { return one.first == std::min(a, b) && one.second == std::max(a, b); });
}

/// The words about both; the revision is the kept one's.
Remark joined_remarks(Remark kept, Remark const& gone)
{
    pile_up(kept.note, gone.note);
    for (auto const list : {&Remark::tags, &Remark::do_not_mention}) {
        for (auto const& line : gone.*list) {
            if (std::ranges::find(kept.*list, line) == (kept.*list).end()) {
                (kept.*list).push_back(line);
            }
        }
    }
    return kept;
}

void check_mergeable(Notebook const& notebook, PersonId kept, PersonId gone)
{
    if (kept == gone) {
        throw Error{ExitCode::usage, "these are one person already", "knowwho people --merged shows who was merged"};
    }
    if (introduced(notebook, kept, gone) || introduced(notebook, gone, kept)) {
        throw Error{ExitCode::usage, "one of them introduced the other to you, so they are two people", "knowwho privacy report PERSON shows the encounter"};
    }
    if (brought_together(notebook, kept, gone)) {
        throw Error{ExitCode::usage, "you introduced them to each other, so they are two people", "knowwho introduce --decided shows when"};
    }
}

std::optional<Contact> joined(std::optional<Contact> const& kept, std::optional<Contact> const& gone, PersonId person)
{
    if (!kept && !gone) {
        return std::nullopt;
    }
    auto contact = !kept ? *gone : !gone ? *kept : joined_contacts(*kept, *gone);
    contact.person = person;
    return contact;
}

/// What the merge brought into the contact goes again; what was changed since stays.
Contact without_the_other(Contact now, Contact const& before, Contact const& merged)
{
    auto const take_back = [&](auto field) { now.*field = now.*field == merged.*field ? before.*field : now.*field; };
    for (auto const field : single_words) {
        take_back(field);
    }
    for (auto const field : piles) {
        take_back(field);
    }
    take_back(&Contact::rhythm_days);
    take_back(&Contact::asleep);
    take_back(&Contact::asleep_reason);
    take_back(&Contact::kept);
    take_back(&Contact::added_at);
    return now;
}

/// The kept person's contact after a split; empty if there is none any more.
std::optional<Contact> contact_left(Contact const& now, ContactsBefore const& before, PersonId person)
{
    auto const merged = joined(before.kept, before.gone, person);
    if (!merged) {
        return now;
    }
    if (!before.kept && now == *merged) {
        return std::nullopt;
    }
    auto const blank = Contact{};
    auto left = without_the_other(now, before.kept.value_or(blank), *merged);
    left.added_at = before.kept ? left.added_at : now.added_at;
    left.source = left.source.empty() ? "met" : left.source;
    return left;
}

void restore_contact(Notebook& notebook, StoredMerge const& merge, ContactsBefore const& before, bool is_latest)
{
    auto const now = find_contact(notebook, merge.kept);
    // Under later merges nobody can tell what came from whom: then the kept one keeps it all.
    if (!now || !before.gone || !is_latest) {
        return;
    }
    auto left = contact_left(*now, before, merge.kept);
    if (!left && !encounters(notebook, merge.kept).empty()) {
        left = Contact{};
        left->person = merge.kept;
        left->source = "met";
        left->added_at = now->added_at;
    }
    if (left) {
        save_contact(notebook, *left);
    } else {
        delete_contact(notebook, merge.kept);
    }
}

bool same_words(Remark const& one, Remark const& other)
{
    return one.note == other.note && one.tags == other.tags && one.do_not_mention == other.do_not_mention;
}

/// The words of the kept one are those of before, unless something was said since.
void restore_words(Notebook& notebook, StoredMerge const& merge, PersonId back, std::optional<Remark> const& before, Remark const& at_split)
{
    if (before && same_words(at_split, joined_remarks(*before, remark(notebook, back)))) {
        save_remark(notebook, merge.kept, *before);
    }
    count_revision(notebook, merge.kept, at_split.revision);
}

} // namespace

Contact joined_contacts(Contact one, Contact const& other)
{
    for (auto const field : single_words) {
        one.*field = (one.*field).empty() ? other.*field : one.*field;
    }
    for (auto const field : piles) {
        pile_up(one.*field, other.*field);
    }
    one.rhythm_days = one.rhythm_days == 0 ? other.rhythm_days : one.rhythm_days;
    one.asleep = one.asleep && other.asleep;
    one.asleep_reason = one.asleep ? one.asleep_reason : std::string{};
    one.kept = one.kept || other.kept;
    one.source = one.source == "kept" ? other.source : one.source;
    one.added_at = std::min(one.added_at, other.added_at);
    return one;
}

StoredMerge merge_people(Notebook& notebook, PersonId kept, PersonId gone, std::string_view reason, Instant now)
{
    auto transaction = Transaction{notebook};
    check_mergeable(notebook, kept, gone);
    auto const contact = joined(find_contact(notebook, kept), find_contact(notebook, gone), kept);
    auto const words = joined_remarks(remark(notebook, kept), remark(notebook, gone));
    auto merge = merge_rows(notebook, kept, gone, reason, now);
    if (!same_words(words, remark(notebook, kept))) {
        save_remark(notebook, kept, words);
    }
    if (contact) {
        save_contact(notebook, *contact);
    }
    transaction.commit();
    return merge;
}

PersonId split_merge(Notebook& notebook, StoredMerge const& merge, Instant now)
{
    auto transaction = Transaction{notebook};
    auto const before = contacts_before(notebook, merge.id);
    bool const is_latest = merges(notebook, merge.kept).front().id == merge.id;
    auto const words = remark(notebook, merge.kept);
    auto const words_before = remark_before(notebook, merge.id);
    auto const back = unmerge_rows(notebook, merge);
    restore_words(notebook, merge, back, words_before, words);
    restore_contact(notebook, merge, before, is_latest);
    save_different(notebook, merge.kept, back, now);
    transaction.commit();
    return back;
}

PersonId split_rows(Notebook& notebook, PersonId person, std::vector<AttendanceId> const& rows, Instant now)
{
    auto transaction = Transaction{notebook};
    auto const all = attendances(notebook, person);
    auto staying = std::set<EventId>{};
    auto going = std::set<EventId>{};
    auto name = PersonName{};
    for (auto const& one : all) {
        bool const goes = std::ranges::find(rows, one.id) != rows.end();
        (goes ? going : staying).insert(one.event);
        name = goes ? one.row.name : name;
    }
    if (going.empty() || staying.empty()) {
        throw Error{ExitCode::usage, "some of the rows must go and some must stay", "knowwho split PERSON shows their numbers"};
    }
    auto const other = give_attendances(notebook, person, name, rows);
    bool moved = false;
    for (auto const event : going) {
        moved |= !staying.contains(event) && give_encounters(notebook, person, other, event);
    }
    if (moved) {
        auto contact = Contact{};
        contact.person = other;
        contact.source = "met";
        contact.added_at = now;
        save_contact(notebook, contact);
    }
    save_different(notebook, person, other, now);
    transaction.commit();
    return other;
}

} // namespace knowwho
