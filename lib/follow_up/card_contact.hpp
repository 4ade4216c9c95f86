// SPDX-License-Identifier: MIT
// What a vCard says of a contact, and a contact as a vCard that keeps what it does not know.
#pragma once

#include "follow_up/vcard.hpp"
#include "model/encounter.hpp"
#include "model/name.hpp"

#include <span>
#include <string>
#include <string_view>

namespace knowwho {

/// A card in our words. `contact.card` and `contact.source` are left to the caller.
struct CardPerson {
    PersonName name;
    Contact contact;
};

CardPerson person_of(VCard const& card);

/// The card with our fields laid over `base`, which may be empty; fields that are empty with us
/// are taken out of it, everything else of it stays as it is. The uid is the contact's, or made from
/// the name and `added_at`.
VCard card_of(PersonName const& name, Contact const& contact, VCard base);

/// The fields that address books hold, by the name that the user knows.
struct CardField {
    std::string_view name;
    std::string Contact::*field;
};
std::span<CardField const> card_fields();

/// A uid that stays the same for a contact.
std::string card_uid(PersonName const& name, Contact const& contact);

} // namespace knowwho
