// SPDX-License-Identifier: MIT
#include "review/contact_text.hpp"

#include "follow_up/card_contact.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

namespace knowwho {
namespace {

using nlohmann::json;

/// What address books have no field for.
constexpr CardField further_texts[] = {{"asleep_reason", &Contact::asleep_reason}, {"source", &Contact::source}, {"uid", &Contact::uid}, {"card", &Contact::card},
    {"vdir", &Contact::vdir}};

template <typename Do>
void each_text(Do what)
{
    for (auto const& texts : {card_fields(), std::span<CardField const>{further_texts}}) {
        std::ranges::for_each(texts, what);
    }
}

Contact contact_in(json const& all)
{
    auto contact = Contact{};
    contact.person = {all.value("person", std::int64_t{0})};
    contact.rhythm_days = all.value("rhythm_days", 0);
    contact.asleep = all.value("asleep", false);
    contact.kept = all.value("kept", false);
    contact.added_at = Instant{Instant::duration{all.value("added_at", std::int64_t{0})}};
    each_text([&](CardField const& text) { contact.*text.field = all.value(std::string{text.name}, std::string{}); });
    return contact;
}

} // namespace

std::string contact_as_text(std::optional<Contact> const& contact)
{
    if (!contact) {
        return {};
    }
    auto all = json{{"person", contact->person.value}, {"rhythm_days", contact->rhythm_days}, {"asleep", contact->asleep}, {"kept", contact->kept},
        {"added_at", contact->added_at.time_since_epoch().count()}};
    each_text([&](CardField const& text) {
        if (auto const& value = (*contact).*text.field; !value.empty()) {
            all[std::string{text.name}] = value;
        }
    });
    return json_line(all);
}

std::optional<Contact> contact_from_text(std::string_view text)
{
    try {
        auto const all = json::parse(text, nullptr, false);
        return all.is_object() ? std::optional{contact_in(all)} : std::nullopt;
    } catch (json::type_error const&) {
        return std::nullopt;
    }
}

} // namespace knowwho
