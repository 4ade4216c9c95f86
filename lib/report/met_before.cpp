// SPDX-License-Identifier: MIT
// The last conversation with somebody met at an earlier event, as the user noted it.
#include "report/met_before.hpp"

#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/sensitive.hpp"
#include "report/wording.hpp"
#include "text/quotation.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr std::size_t longest_note = 100; ///< letters of a note that go into a sentence

/// A note in the middle of a sentence: on one line, without its own full stop and double marks.
std::string within_a_sentence(std::string const& note, Language language)
{
    std::string out = inner_quotes(clean_line(note, longest_note), language);
    while (out.ends_with('.') || out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

void add_note(Slots& slots, std::string const& name, std::string const& note, Language language)
{
    if (!clean_line(note).empty() && !sensitive_topic(note, language)) {
        slots[name] = within_a_sentence(note, language);
    }
}

} // namespace

MetBefore const* met_before(std::span<MetBefore const> all, PersonId person)
{
    auto const found = std::find_if(all.begin(), all.end(), [&](MetBefore const& one) { return one.person == person; });
    return found == all.end() ? nullptr : &*found;
}

Slots slots_of(MetBefore const& met, Language language)
{
    std::string const month = in_month(met.day, language);
    Slots slots{{"month", month}, {"Month", "I" + month.substr(1)}};
    add_note(slots, "talked", met.talked, language);
    add_note(slots, "promise", met.promised, language);
    return slots;
}

std::string in_month(PartialDate const& date, Language language)
{
    bool const german = language == Language::german;
    if (date.month == 0) {
        return (german ? "im Jahr " : "in ") + long_date(date, language);
    }
    return (german ? "im " : "in ") + long_date({date.year, date.month, 0}, language);
}

} // namespace knowwho
