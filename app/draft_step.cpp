// SPDX-License-Identifier: MIT
#include "app/draft_step.hpp"

#include "report/date_forms.hpp"
#include "report/name_forms.hpp"

#include <fmt/format.h>

namespace knowwho {

std::optional<Draft> draft_to(Acquaintance const& person, std::string_view kind, Channel channel, Voice const& voice, DraftSlots slots)
{
    slots["address"] = form_of_address(person.name, voice.language, voice.address);
    slots["me"] = voice.me;
    return make_draft(kind, channel, voice.language, voice.address, slots);
}

std::optional<Draft> draft_for(AgendaItem const& item, Channel channel, Voice const& voice)
{
    auto slots = draft_slots(item);
    slots["day"] = long_date(day_of(item.encounter.happened_at), voice.language);
    slots["person"] = full_name(item.met.name);
    return draft_to(item.whom, draft_kind(item.follow_up.kind), channel, voice, std::move(slots));
}

std::string shown(Draft const& draft)
{
    auto text = draft.subject.empty() ? std::string{} : fmt::format("  Subject: {}\n\n", draft.subject);
    auto rest = std::string_view{draft.text};
    while (!rest.empty()) {
        auto const end = std::min(rest.find('\n'), rest.size());
        text += end == 0 ? "\n" : fmt::format("  {}\n", rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

} // namespace knowwho
