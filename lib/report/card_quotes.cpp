// SPDX-License-Identifier: MIT
#include "report/card_quotes.hpp"

#include "report/clean_text.hpp"
#include "report/sensitive.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr std::size_t most_quotes = 2;

/// How much a quote helps to begin: articles before pages, goals before others; in the order of
/// the evidence (newest first) where equal.
int worth_of(CardWork const& work, Evidence const& evidence)
{
    bool const article = evidence.page.kind == PageKind::article;
    bool const page = evidence.page.kind == PageKind::company || evidence.page.kind == PageKind::profile;
    bool const spoken = evidence.snippet.quote.find("“") != std::string::npos;
    return (cites(work.match, evidence.snippet.id) ? 3 : 0) + (article ? 3 : page ? 1 : 0) + (spoken ? 2 : 0);
}

/// A sentence out of the middle of somebody's speech has a closing mark without its opening one.
bool marks_are_paired(std::string_view quote)
{
    std::size_t marks = 0;
    for (std::string_view const mark : {"\"", "„", "“", "”", "«", "»"}) {
        for (auto at = quote.find(mark); at != std::string_view::npos; at = quote.find(mark, at + mark.size())) {
            ++marks;
        }
    }
    return marks % 2 == 0;
}

} // namespace

bool is_worth_quoting(CardWork const& work, Evidence const& evidence)
{
    bool const own_note = evidence.page.kind == PageKind::note || evidence.page.kind == PageKind::programme;
    std::string const quote = clean_line(evidence.snippet.quote);
    bool const sentence = quote.ends_with('.') || quote.ends_with('!') || quote.ends_with('?') || quote.ends_with("“")
        || quote.ends_with("”") || quote.ends_with('"');
    return !own_note && sentence && marks_are_paired(quote) && quote.size() >= 50 && !quote.ends_with("...")
        && !sensitive_topic(evidence.page.title + "\n" + evidence.snippet.quote, work.phrases().language());
}

std::vector<Statement> quotes_of(CardWork const& work)
{
    std::vector<Evidence const*> best;
    for (auto const& evidence : work.candidate.evidence) {
        if (is_worth_quoting(work, evidence)) {
            best.push_back(&evidence);
        }
    }
    std::stable_sort(best.begin(), best.end(),
        [&](Evidence const* a, Evidence const* b) { return worth_of(work, *a) > worth_of(work, *b); });
    std::vector<Statement> quotes;
    std::string last_page;
    for (Evidence const* const evidence : best) {
        std::string const page = evidence->page.address + "\n" + evidence->page.file;
        if (quotes.size() == most_quotes || page == last_page) {
            continue;
        }
        last_page = page;
        quotes.push_back({clean_line(evidence->snippet.quote, 200), work.maker.sources.cite(evidence->snippet.id)});
    }
    return quotes;
}

} // namespace knowwho
