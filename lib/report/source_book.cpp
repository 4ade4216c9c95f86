// SPDX-License-Identifier: MIT
// Gives every source its number in the order of first use, and writes its entry for the last page.
#include "report/source_book.hpp"

#include "report/clean_text.hpp"
#include "report/date_forms.hpp"

#include <algorithm>

namespace knowwho {

SourceBook::SourceBook(Phrases const& phrases, BriefingInput const& input)
    : m_phrases(phrases)
    , m_today(input.today)
    , m_met(input.met)
{
    for (auto const& candidate : input.candidates) {
        for (auto const& evidence : candidate.evidence) {
            m_evidence.emplace(evidence.snippet.id, &evidence);
        }
    }
}

std::vector<int> SourceBook::cite(std::span<Source const> sources)
{
    std::set<int> numbers;
    for (auto const& source : sources) {
        if (has(source)) {
            numbers.insert(number_of(source));
        }
    }
    return {numbers.begin(), numbers.end()};
}

std::vector<int> SourceBook::cite(Source const& source)
{
    return cite(std::span{&source, 1});
}

Evidence const* SourceBook::find(SnippetId snippet) const
{
    auto const found = m_evidence.find(snippet);
    return found == m_evidence.end() ? nullptr : found->second;
}

bool SourceBook::has(Source const& source) const
{
    auto const* const snippet = std::get_if<SnippetId>(&source);
    auto const* const encounter = std::get_if<EncounterId>(&source);
    return (snippet == nullptr || find(*snippet) != nullptr) && (encounter == nullptr || note_of(*encounter) != nullptr);
}

MetBefore const* SourceBook::note_of(EncounterId encounter) const
{
    auto const found = std::find_if(m_met.begin(), m_met.end(), [&](MetBefore const& one) { return one.encounter == encounter; });
    return found == m_met.end() ? nullptr : &*found;
}

SourceEntry SourceBook::entry_of(MetBefore const& met) const
{
    SourceEntry entry;
    entry.label = std::string{m_phrases("own_note")};
    entry.site = clean_line(met.occasion, 80);
    entry.date = long_date(met.day, m_phrases.language());
    entry.quote = clean_line(met.talked, 320);
    return entry;
}

int SourceBook::number_of(Source const& source)
{
    auto const [position, fresh] = m_numbers.emplace(source, static_cast<int>(m_entries.size()) + 1);
    if (fresh) {
        m_entries.push_back(entry_of(source));
        m_entries.back().number = position->second;
    }
    return position->second;
}

SourceEntry SourceBook::entry_of(Source const& source) const
{
    SourceEntry entry;
    if (auto const* const encounter = std::get_if<EncounterId>(&source)) {
        entry = entry_of(*note_of(*encounter));
        entry.origin = source;
        return entry;
    }
    entry.origin = source;
    if (auto const* const row = std::get_if<RosterSource>(&source)) {
        std::string const list = m_phrases.fill("list_name", {{"file", clean_line(row->file, 80)}});
        entry.label = m_phrases.fill("list_row", {{"list", list}, {"line", std::to_string(row->line)}});
        return entry;
    }
    Evidence const& evidence = *find(std::get<SnippetId>(source));
    Page const& page = evidence.page;
    entry.label = clean_line(page.title.empty() ? page.file : page.title, 160);
    entry.site = clean_line(page.site, 80);
    entry.link = is_web_link(page.address) ? page.address : std::string{};
    auto const date = date_of(page);
    entry.date = date ? long_date(*date, m_phrases.language()) : std::string{};
    entry.quote = clean_line(evidence.snippet.quote, 320);
    entry.stale = is_stale(page, m_today);
    return entry;
}

Source row_source(Candidate const& candidate)
{
    return RosterSource{candidate.attendance.list_file, candidate.attendance.row.line};
}

bool cites(Reason const& reason, SnippetId snippet)
{
    return std::find(reason.sources.begin(), reason.sources.end(), Source{snippet}) != reason.sources.end();
}

bool cites(Match const& match, SnippetId snippet)
{
    return std::any_of(match.reasons.begin(), match.reasons.end(), [&](Reason const& reason) { return cites(reason, snippet); });
}

std::optional<PartialDate> date_of(Page const& page)
{
    return page.published ? page.published : page.modified;
}

bool is_stale(Page const& page, PartialDate today)
{
    auto const date = date_of(page);
    return !date || days_between(*date, today) > stale_after_days;
}

} // namespace knowwho
