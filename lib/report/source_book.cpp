// SPDX-License-Identifier: MIT
// Gives every source its number in the order of first use, and writes its entry for the last page.
#include "report/source_book.hpp"

#include "report/clean_text.hpp"
#include "report/date_forms.hpp"

namespace knowwho {

SourceBook::SourceBook(Phrases const& phrases, std::span<Candidate const> candidates, PartialDate today)
    : m_phrases(phrases)
    , m_today(today)
{
    for (auto const& candidate : candidates) {
        for (auto const& evidence : candidate.evidence) {
            m_evidence.emplace(evidence.snippet.id, &evidence);
        }
    }
}

std::vector<int> SourceBook::cite(std::span<Source const> sources)
{
    std::set<int> numbers;
    for (auto const& source : sources) {
        auto const* const snippet = std::get_if<SnippetId>(&source);
        if (snippet == nullptr || find(*snippet) != nullptr) {
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
