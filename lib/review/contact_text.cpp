// SPDX-License-Identifier: MIT
#include "review/contact_text.hpp"

#include "text/json_text.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace knowwho {
namespace {

using nlohmann::json;

constexpr std::pair<char const*, std::string Contact::*> contact_texts[] = {{"organisation", &Contact::organisation}, {"role", &Contact::role},
    {"email", &Contact::email}, {"phone", &Contact::phone}, {"website", &Contact::website}, {"place", &Contact::place}, {"birthday", &Contact::birthday},
    {"does", &Contact::does}, {"why", &Contact::why}, {"wants", &Contact::wants}, {"offers", &Contact::offers}, {"interests", &Contact::interests},
    {"note", &Contact::note}, {"asleep_reason", &Contact::asleep_reason}, {"source", &Contact::source}, {"uid", &Contact::uid}, {"card", &Contact::card},
    {"vdir", &Contact::vdir}};

} // namespace

std::string contact_as_text(std::optional<Contact> const& contact)
{
    if (!contact) {
        return {};
    }
    auto all = json{{"person", contact->person.value}, {"rhythm_days", contact->rhythm_days}, {"asleep", contact->asleep}, {"kept", contact->kept},
        {"added_at", contact->added_at.time_since_epoch().count()}};
    for (auto const& [name, field] : contact_texts) {
        if (!((*contact).*field).empty()) {
            all[name] = (*contact).*field;
        }
    }
    return json_line(all);
}

std::optional<Contact> contact_from_text(std::string_view text)
{
    auto const all = json::parse(text, nullptr, false);
    if (!all.is_object()) {
        return std::nullopt;
    }
    auto contact = Contact{};
    contact.person = {all.value("person", std::int64_t{0})};
    contact.rhythm_days = all.value("rhythm_days", 0);
    contact.asleep = all.value("asleep", false);
    contact.kept = all.value("kept", false);
    contact.added_at = Instant{Instant::duration{all.value("added_at", std::int64_t{0})}};
    for (auto const& [name, field] : contact_texts) {
        contact.*field = all.value(name, std::string{});
    }
    return contact;
}

} // namespace knowwho
