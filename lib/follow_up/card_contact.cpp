// SPDX-License-Identifier: MIT
#include "follow_up/card_contact.hpp"

#include "identity/name_parser.hpp"
#include "store/content_hash.hpp"
#include "text/content_line.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace knowwho {
namespace {

/// Properties that hold one text each. INTEREST is RFC 6715's, the rest with X- ours.
struct TextProperty {
    std::string_view property;
    std::string Contact::*field;
};

constexpr TextProperty text_properties[] = {
    {"TITLE", &Contact::role},
    {"EMAIL", &Contact::email},
    {"TEL", &Contact::phone},
    {"URL", &Contact::website},
    {"BDAY", &Contact::birthday},
    {"NOTE", &Contact::note},
    {"INTEREST", &Contact::interests},
    {"X-KNOWWHO-DOES", &Contact::does},
    {"X-KNOWWHO-WHY", &Contact::why},
    {"X-KNOWWHO-WANTS", &Contact::wants},
    {"X-KNOWWHO-OFFERS", &Contact::offers},
};

std::string part(std::vector<std::string> const& parts, std::size_t index)
{
    return index < parts.size() ? parts[index] : std::string{};
}

std::string joined(std::vector<std::string> const& texts)
{
    return fmt::format("{}", fmt::join(texts, "; "));
}

/// "19800517" and "1980-05-17T00:00:00Z" as 1980-05-17; "--0517" as --05-17; anything else as written.
std::string birthday_of(std::string_view written)
{
    auto digits = std::string{};
    std::ranges::copy_if(written.substr(0, written.find('T')), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    if (written.starts_with("--") && digits.size() == 4) {
        return fmt::format("--{}-{}", digits.substr(0, 2), digits.substr(2));
    }
    if (digits.size() == 8) {
        return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
    }
    return std::string{written};
}

/// RFC 6350 writes dates without hyphens.
std::string card_birthday(std::string_view birthday)
{
    auto text = std::string{birthday};
    if (text.starts_with("--")) {
        return "--" + text.substr(2, 2) + (text.size() > 5 ? text.substr(5) : "");
    }
    std::erase(text, '-');
    return text.size() == 8 ? text : std::string{birthday};
}

PersonName name_of(VCard const& card)
{
    auto const parts = card_parts(card.raw("N"));
    auto name = PersonName{};
    name.written = unescaped(card.raw("FN"));
    if (part(parts, 0).empty() && part(parts, 1).empty()) {
        return parse_name(name.written);
    }
    name.family = part(parts, 0);
    name.given = part(parts, 1);
    name.middle = part(parts, 2);
    name.title = part(parts, 3);
    name.suffix = part(parts, 4);
    name.nickname = unescaped(card.raw("NICKNAME"));
    name.confidence = 1;
    if (name.written.empty()) {
        name.written = name.given + (name.given.empty() || name.family.empty() ? "" : " ") + name.family;
    }
    return name;
}

/// Keeps a value that says the same in other words (several parts, another case) as it was.
void set_text(VCard& card, TextProperty const& property, std::string const& text)
{
    auto const values = card.all(property.property);
    bool const pile = property.property == "INTEREST" || property.property == "NOTE";
    auto const before = pile ? joined(values) : values.empty() ? std::string{} : values.front();
    if (before == text || (property.property == "BDAY" && birthday_of(before) == text)) {
        return;
    }
    if (pile) {
        std::erase_if(card.properties, [&](CardProperty const& one) { return one.name == property.property; });
    }
    card.set(property.property, property.property == "BDAY" ? card_birthday(text) : property.property == "URL" ? text : escaped_text(text));
}

/// One part of a structured value; the others stay.
void set_part(VCard& card, std::string_view property, std::size_t index, std::string const& text)
{
    auto parts = card_parts(card.raw(property));
    if (part(parts, index) == text) {
        return;
    }
    std::size_t const whole = property == "ADR" ? 7 : 1; // RFC 6350: an address has all of its parts
    parts.resize(std::max({parts.size(), index + 1, whole}));
    parts[index] = text;
    bool const empty = std::ranges::all_of(parts, &std::string::empty);
    std::ranges::transform(parts, parts.begin(), [](std::string const& one) { return escaped_text(one); });
    card.set(property, empty ? std::string{} : fmt::format("{}", fmt::join(parts, ";")));
}

void set_name(VCard& card, PersonName const& name)
{
    auto const shown = name.given.empty() || name.family.empty()
        ? name.written
        : fmt::format("{}{}{}", name.title, name.title.empty() ? "" : " ", said_name(name));
    auto const before = name_of(card);
    bool const same = before.family == name.family && before.given == name.given;
    if (card.raw("FN").empty()) {
        card.properties.insert(card.properties.begin(), {{}, "FN", {}, escaped_text(shown)});
    } else if (!same) {
        card.set("FN", escaped_text(shown));
    }
    if (!same || card.raw("N").empty()) {
        auto const& family = name.family.empty() ? name.written : name.family;
        card.set("N", fmt::format("{};{};{};{};{}", escaped_text(family), escaped_text(name.given), escaped_text(name.middle), escaped_text(name.title), escaped_text(name.suffix)));
    }
}

} // namespace

std::span<CardField const> card_fields()
{
    static constexpr std::array<CardField, 13> fields{{{"organisation", &Contact::organisation}, {"role", &Contact::role}, {"email", &Contact::email},
        {"phone", &Contact::phone}, {"website", &Contact::website}, {"place", &Contact::place}, {"birthday", &Contact::birthday},
        {"note", &Contact::note}, {"interests", &Contact::interests}, {"does", &Contact::does}, {"why", &Contact::why}, {"wants", &Contact::wants},
        {"offers", &Contact::offers}}};
    return fields;
}

CardPerson person_of(VCard const& card)
{
    auto person = CardPerson{name_of(card), {}};
    auto& contact = person.contact;
    for (auto const& [property, field] : text_properties) {
        auto const values = card.all(property);
        contact.*field = values.empty() ? std::string{} : property == "NOTE" || property == "INTEREST" ? joined(values) : values.front();
    }
    contact.birthday = birthday_of(contact.birthday);
    contact.organisation = part(card_parts(card.raw("ORG")), 0);
    contact.place = part(card_parts(card.raw("ADR")), 3);
    contact.phone = contact.phone.starts_with("tel:") ? contact.phone.substr(4) : contact.phone;
    contact.email = contact.email.starts_with("mailto:") ? contact.email.substr(7) : contact.email;
    contact.uid = unescaped(card.raw("UID"));
    return person;
}

std::string card_uid(PersonName const& name, Contact const& contact)
{
    return contact.uid.empty() ? content_hash(fmt::format("{}|{}|{}", name.written, contact.person.value, contact.added_at.time_since_epoch().count())) : contact.uid;
}

VCard card_of(PersonName const& name, Contact const& contact, VCard base)
{
    set_name(base, name);
    set_part(base, "ORG", 0, contact.organisation);
    set_part(base, "ADR", 3, contact.place);
    for (auto const& property : text_properties) {
        auto const before = person_of(base).contact.*property.field;
        if (before != contact.*property.field) {
            set_text(base, property, contact.*property.field);
        }
    }
    if (base.raw("UID").empty()) {
        base.set("UID", escaped_text(card_uid(name, contact)));
    }
    return base;
}

} // namespace knowwho
