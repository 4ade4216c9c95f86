// SPDX-License-Identifier: MIT
#include "follow_up/vdir.hpp"

#include "follow_up/address_book.hpp"
#include "follow_up/card_contact.hpp"
#include "store/contacts.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "text/content_line.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace knowwho {
namespace {

std::optional<VCard> only_card(std::string const& bytes, std::string const& file, std::vector<Problem>& problems)
{
    auto cards = read_vcards(bytes, file, problems);
    if (cards.size() != 1) {
        problems.push_back({Severity::loss, file, 0, 0, {}, fmt::format("{} cards in one file of the folder", cards.size()), "a vdir has one card a file; import it with knowwho contacts --import"});
        return std::nullopt;
    }
    return std::move(cards.front());
}

/// A file name without anything that a file system minds; `number` tells further uids apart that come to the same.
std::string file_name_for(std::string const& uid, int number = 1)
{
    auto name = std::string{};
    for (char const c : uid) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '@';
        name += plain ? c : '_';
    }
    return name.substr(0, 120) + (number > 1 ? fmt::format("-{}", number) : "") + ".vcf";
}

class Sync {
public:
    Sync(Notebook& notebook, Vdir const& folder, std::string const& folder_name, Instant now, std::vector<Problem>& problems)
        : m_notebook(notebook), m_folder(folder), m_folder_name(folder_name), m_now(now), m_problems(problems)
    {
    }

    VdirResult run()
    {
        read_folder();
        import_newcomers();
        for (auto const& contact : contacts(m_notebook)) {
            sync(contact);
        }
        return std::move(m_result);
    }

private:
    struct File {
        std::string name;
        std::string bytes;
        VCard card;
    };

    void read_folder()
    {
        for (auto const& [name, bytes] : m_folder) {
            if (auto card = only_card(bytes, name, m_problems)) {
                auto uid = unescaped(card->raw("UID"));
                if (uid.empty()) {
                    uid = name.substr(0, name.rfind('.'));
                    card->set("UID", escaped_text(uid));
                }
                if (!m_files.try_emplace(uid, File{name, bytes, *std::move(card)}).second) {
                    m_problems.push_back({Severity::warning, name, 0, 0, uid, "another file of the folder has the same UID", "keep one of them"});
                }
            }
        }
    }

    /// Cards that no contact bears the uid of.
    void import_newcomers()
    {
        auto known = std::set<std::string>{};
        for (auto const& contact : contacts(m_notebook)) {
            known.insert(contact.uid);
        }
        for (auto const& [uid, person] : merged_card_uids(m_notebook)) {
            // The card of somebody who was merged into another is left alone.
            known.insert(uid);
        }
        auto newcomers = std::vector<VCard>{};
        for (auto const& [uid, file] : m_files) {
            if (!known.contains(uid)) {
                newcomers.push_back(file.card);
            }
        }
        m_result.added = import_address_book(m_notebook, entries_of(newcomers), m_folder_name, Prefer::notebook, m_now, m_problems).added;
    }

    void sync(Contact contact)
    {
        auto const person = find_acquaintance(m_notebook, contact.person);
        auto const before = contact;
        contact.uid = card_uid(person->name, contact);
        auto const file = m_files.find(contact.uid);
        if (file == m_files.end()) {
            if (before.vdir == m_folder_name) {
                ++m_result.gone;
                m_problems.push_back({Severity::warning, file_name_for(contact.uid), 0, 0, person->name.written, "the file was deleted in the folder; the contact is kept",
                    fmt::format("knowwho privacy forget {0} erases it, knowwho contacts {0} --sleep lets it rest", contact.person.value)});
                return;
            }
            write_new(*person, contact);
        } else {
            merge(*person, contact, file->second);
        }
        if (!(contact == before)) {
            save_contact(m_notebook, contact);
        }
    }

    void write_new(Acquaintance const& person, Contact& contact)
    {
        auto shown = contact;
        // What only a list says is of use in an address book too.
        shown.organisation = person.organisation;
        shown.role = person.role;
        shown.email = person.email;
        shown.website = person.website;
        shown.place = person.place;
        auto const text = write_vcard(card_of(person.name, shown, kept_card(contact.card)));
        m_result.to_write[free_name_for(contact.uid)] = text;
        take_from(shown, contact);
        contact.card = text;
        contact.vdir = m_folder_name;
    }

    /// A name that neither the folder has nor another new card: what a uid is cut down to may be there already.
    std::string free_name_for(std::string const& uid) const
    {
        int number = 1;
        while (m_folder.contains(file_name_for(uid, number)) || m_result.to_write.contains(file_name_for(uid, number))) {
            ++number;
        }
        return file_name_for(uid, number);
    }

    static void take_from(Contact const& from, Contact& to)
    {
        for (auto const& [name, field] : card_fields()) {
            to.*field = from.*field;
        }
    }

    void merge(Acquaintance const& person, Contact& contact, File const& file)
    {
        auto const theirs = person_of(file.card).contact;
        auto const base = person_of(kept_card(contact.card)).contact;
        auto in_file = theirs;
        auto next_base = theirs;
        bool taken = false;
        for (auto const& [name, field] : card_fields()) {
            auto& mine = contact.*field;
            if (mine == theirs.*field) {
                continue;
            }
            if (theirs.*field == base.*field) {
                in_file.*field = mine;
                next_base.*field = mine;
            } else if (mine == base.*field) {
                mine = theirs.*field;
                taken = true;
            } else {
                next_base.*field = base.*field;
                tell_conflict(file, person, name, mine, theirs.*field);
            }
        }
        m_result.from_folder += taken ? 1 : 0;
        auto const name = person_of(file.card).name;
        auto const card = card_of(name, in_file, file.card);
        if (!(card == file.card)) {
            m_result.to_write[file.name] = write_vcard(card);
        }
        contact.card = write_vcard(card_of(name, next_base, card));
        contact.vdir = m_folder_name;
    }

    void tell_conflict(File const& file, Acquaintance const& person, std::string_view field, std::string const& mine, std::string const& theirs)
    {
        ++m_result.conflicts;
        m_problems.push_back({Severity::warning, file.name, 0, 0, person.name.written,
            fmt::format("{}: both sides changed it; the notebook says '{}', the folder '{}'", field, mine, theirs), "make them the same on one side"});
    }

    Notebook& m_notebook;
    Vdir const& m_folder;
    std::string const& m_folder_name;
    Instant m_now;
    std::vector<Problem>& m_problems;
    std::map<std::string, File> m_files; ///< by uid
    VdirResult m_result;
};

} // namespace

VdirResult sync_vdir(Notebook& notebook, Vdir const& folder, std::string const& folder_name, Instant now, std::vector<Problem>& problems)
{
    auto transaction = Transaction{notebook};
    auto result = Sync{notebook, folder, folder_name, now, problems}.run();
    transaction.commit();
    return result;
}

} // namespace knowwho
