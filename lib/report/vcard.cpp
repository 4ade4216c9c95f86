// SPDX-License-Identifier: MIT
// The targets as vCards 4.0 (RFC 6350), from what the list says and nothing else.
#include "report/vcard.hpp"

#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "text/content_line.hpp"

#include <algorithm>

namespace knowwho {

namespace {

std::string value(std::string const& text)
{
    return escaped_text(clean_line(text, 300));
}

void add(std::string& card, std::string_view name, std::string const& text)
{
    if (!clean_line(text).empty()) {
        card += folded_line(std::string{name} + value(text));
    }
}

std::string card_of(RosterRow const& row, Briefing const& sheet)
{
    PersonName const& name = row.name;
    std::string card = "BEGIN:VCARD\r\nVERSION:4.0\r\n";
    add(card, "FN:", full_name(name));
    card += folded_line("N:" + value(name.family) + ";" + value(name.given) + ";" + value(name.middle) + ";"
        + value(name.title) + ";" + value(name.suffix));
    add(card, "ORG:", row.organisation);
    add(card, "TITLE:", row.role);
    bool const mail = row.email.find('@') != std::string::npos && row.email.find_first_of(" <>\"\r\n") == std::string::npos;
    add(card, "EMAIL:", mail ? row.email : std::string{});
    card += is_web_link(row.website) ? folded_line("URL:" + row.website) : std::string{}; // an address is no text: nothing in it is escaped
    bool const place = !clean_line(row.place).empty();
    card += place ? folded_line("ADR:;;;" + value(row.place) + ";;;" + value(row.country)) : std::string{};
    add(card, "NOTE:", sheet.event + (sheet.dates.empty() ? "" : ", " + sheet.dates));
    return card + "END:VCARD\r\n";
}

} // namespace

std::string to_vcards(Briefing const& briefing, BriefingInput const& input)
{
    std::string cards;
    for (auto const& target : briefing.cards) {
        auto const found = std::find_if(input.candidates.begin(), input.candidates.end(),
            [&](Candidate const& candidate) { return candidate.attendance.person == target.person; });
        cards += found == input.candidates.end() ? std::string{} : card_of(found->attendance.row, briefing);
    }
    return cards;
}

} // namespace knowwho
