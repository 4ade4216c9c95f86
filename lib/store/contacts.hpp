// SPDX-License-Identifier: MIT
// Table `contact`: whom the user keeps in touch with; and everybody's name with the best address known.
#pragma once

#include "model/encounter.hpp"
#include "model/name.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;
class Query;

/// Stores all columns, in place of what was there.
void save_contact(Notebook& notebook, Contact const& contact);

/// Nothing but the row of the contact: the person stays.
void delete_contact(Notebook& notebook, PersonId person);

std::optional<Contact> find_contact(Notebook const& notebook, PersonId person);

/// From a row with the columns of the table. For `store/` only.
Contact read_contact(Query& row);

/// All contacts, by person.
std::vector<Contact> contacts(Notebook const& notebook);

/// Somebody of the notebook, with what the contact says or, where that is blank, the latest list.
struct Acquaintance {
    PersonId person;
    PersonName name;
    std::string organisation;
    std::string role;
    std::string email;
    std::string website;
    std::string place;
    std::string about; ///< from the latest list
    bool is_contact = false;
};

std::optional<Acquaintance> find_acquaintance(Notebook const& notebook, PersonId person);

/// Everybody, or the contacts only; by id.
enum class Who { everybody, contacts };
std::vector<Acquaintance> acquaintances(Notebook const& notebook, Who who);

/// How many people there are, and how many of them are contacts.
struct HeadCount {
    std::int64_t people = 0;
    std::int64_t contacts = 0;
};
HeadCount head_count(Notebook const& notebook);

} // namespace knowwho
