// SPDX-License-Identifier: MIT
#include "app/draft_step.hpp"

#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/lint.hpp"
#include "report/name_forms.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace knowwho {

namespace {

/// What the user noted for themselves and need not be in the text.
constexpr std::string_view optional_slots[] = {"topic", "occasion"};

std::vector<LintFinding> findings_in(Draft const& draft, Language language)
{
    return lint(draft.subject + "\n\n" + draft.text, language);
}

/// A note may say what a letter should not (a divorce, an illness, flattery): then the text does without it.
std::optional<Draft> without_faults(std::string_view kind, Channel channel, Voice const& voice, DraftSlots slots)
{
    auto draft = make_draft(kind, channel, voice.language, voice.address, slots);
    auto findings = draft ? findings_in(*draft, voice.language) : std::vector<LintFinding>{};
    for (auto const slot : optional_slots) {
        auto poorer = slots;
        poorer.erase(std::string{slot});
        auto other = findings.empty() ? std::nullopt : make_draft(kind, channel, voice.language, voice.address, poorer);
        auto left = other ? findings_in(*other, voice.language) : std::vector<LintFinding>{};
        if (other && left.size() < findings.size()) {
            draft = std::move(other);
            findings = std::move(left);
            slots = std::move(poorer);
        }
    }
    for (auto const& finding : findings) {
        auto remark = fmt::format("{}: '{}'; {}", name_of(finding.kind), clean_line(finding.words, 60), finding.reason);
        if (std::ranges::find(draft->remarks, remark) == draft->remarks.end()) {
            draft->remarks.push_back(std::move(remark));
        }
    }
    return draft;
}

} // namespace

std::string spoken_day(PartialDate day, PartialDate today, Language language)
{
    constexpr int year_goes_without_saying = 300; // days
    auto text = long_date(day, language);
    auto const year = fmt::format(" {}", day.year);
    bool const recent = std::abs(days_between(day, today)) < year_goes_without_saying;
    text.resize(text.size() - (recent && text.ends_with(year) ? year.size() : 0));
    return text;
}

std::optional<Draft> draft_to(Acquaintance const& person, std::string_view kind, Channel channel, Voice const& voice, DraftSlots slots)
{
    slots["address"] = form_of_address(person.name, voice.language, voice.address);
    slots["me"] = voice.me;
    // The law says what stands in a notice.
    return kind == "notice" ? make_draft(kind, channel, voice.language, voice.address, slots) : without_faults(kind, channel, voice, std::move(slots));
}

std::optional<Draft> draft_for(AgendaItem const& item, Channel channel, Voice const& voice)
{
    auto slots = draft_slots(item);
    slots["day"] = spoken_day(day_of(item.encounter.happened_at), day_of(item.follow_up.due), voice.language);
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
    for (auto const& remark : draft.remarks) {
        text += fmt::format("  (look at {})\n", remark);
    }
    return text;
}

} // namespace knowwho
