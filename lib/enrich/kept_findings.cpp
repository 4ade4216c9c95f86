// SPDX-License-Identifier: MIT
#include "enrich/kept_findings.hpp"

#include "store/notebook.hpp"
#include "store/pages.hpp"

namespace knowwho {

int keep_finding(Notebook& notebook, Page const& page, PageId id, PersonFinding const& finding, FindingCounts& counts)
{
    auto const& decision = finding.decision;
    counts.quotable += decision.state == LinkState::quotable ? 1 : 0;
    counts.questions += decision.state == LinkState::question ? 1 : 0;
    counts.rejected += decision.state == LinkState::rejected ? 1 : 0;
    for (auto const& quote : finding.quotes) {
        auto const snippet = save_snippet(notebook, {{}, id, std::string{quote.of(page.text)}, static_cast<int>(quote.begin), page.language});
        save_link(notebook, {snippet, decision.person, decision.probability, decision.state, false, decision.signals});
    }
    auto const stored = static_cast<int>(finding.quotes.size());
    counts.snippets += stored;
    return stored;
}

} // namespace knowwho
