// SPDX-License-Identifier: MIT
// The sources that a statement cites, opened: whose they are and what stands in them.
#include "report/cited_sources.hpp"

#include "report/source_book.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {

namespace {

std::string text_of_row(RosterRow const& row)
{
    std::string text;
    for (auto const& cell : row.raw) {
        text.append(cell.value) += '\n';
    }
    for (std::string const* const field : {&row.name.written, &row.organisation, &row.unit, &row.role, &row.place,
             &row.country, &row.about, &row.website, &row.email}) {
        text += *field + "\n";
    }
    for (auto const& talk : row.talks) {
        text += talk.title + "\n" + talk.abstract + "\n" + talk.room + "\n" + talk.starts + "\n" + talk.ends + "\n";
    }
    for (auto const& cell : row.others) {
        text += cell.value + "\n";
    }
    return text;
}

std::string text_of_evidence(Evidence const& evidence)
{
    return evidence.snippet.quote + "\n" + evidence.page.title + "\n" + evidence.page.site + "\n";
}

/// Why evidence may not be quoted about the person; empty if it may.
std::string fault_of_link(Evidence const& evidence, Candidate const& person)
{
    Link const& link = evidence.link;
    if (link.person && person.attendance.person && link.person != person.attendance.person) {
        return "the source is about somebody else";
    }
    bool const sure = link.by_user || (link.state == LinkState::quotable && link.probability >= least_probability);
    return sure ? "" : fmt::format("the source is about this person with a probability of {:.2f} only", link.probability);
}

void open_number(CitedSources& cited, Briefing const& briefing, BriefingInput const& input, int number)
{
    if (number < 1 || static_cast<std::size_t>(number) > briefing.sources.size()) {
        cited.fault = fmt::format("there is no source {}", number);
        return;
    }
    Source const& origin = briefing.sources[static_cast<std::size_t>(number) - 1].origin;
    if (std::holds_alternative<RosterSource>(origin)) {
        cited.row = true;
        cited.fault = origin == row_source(*cited.person) ? cited.fault : "the row of the list is somebody else's";
        return;
    }
    if (auto const* const encounter = std::get_if<EncounterId>(&origin)) {
        cited.met = met_before(input.met, cited.person->attendance.person);
        bool const theirs = cited.met != nullptr && cited.met->encounter == *encounter;
        cited.fault = theirs ? cited.fault : "the note is about a conversation with somebody else";
        return;
    }
    auto const& evidence = cited.person->evidence;
    auto const found = std::find_if(evidence.begin(), evidence.end(),
        [&](Evidence const& one) { return one.snippet.id == std::get<SnippetId>(origin); });
    if (found == evidence.end()) {
        cited.fault = "the source is about somebody else";
        return;
    }
    std::string const fault = fault_of_link(*found, *cited.person);
    cited.fault = fault.empty() ? cited.fault : fault;
    cited.texts.push_back(&*found);
}

} // namespace

std::string CitedSources::all_text() const
{
    std::string text = row ? text_of_row(person->attendance.row) : std::string{};
    for (Evidence const* const evidence : texts) {
        text += text_of_evidence(*evidence);
    }
    return text;
}

CitedSources open_sources(
    Briefing const& briefing, BriefingInput const& input, Candidate const& person, std::vector<int> const& numbers)
{
    CitedSources cited;
    cited.person = &person;
    for (int const number : numbers) {
        open_number(cited, briefing, input, number);
    }
    return cited;
}

CitedSources sources_about(Candidate const& person, std::span<Source const> sources)
{
    CitedSources cited;
    cited.person = &person;
    for (auto const& source : sources) {
        cited.row = cited.row || std::holds_alternative<RosterSource>(source);
        for (auto const& evidence : person.evidence) {
            if (Source{evidence.snippet.id} == source) {
                cited.texts.push_back(&evidence);
            }
        }
    }
    return cited;
}

} // namespace knowwho
