// SPDX-License-Identifier: MIT
// Dates that a page shows in its lines of text, and whether they can be the page's own.
#pragma once

#include "enrich/page_facts.hpp"

#include "model/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace knowwho {

/// Where readers write or other pages are announced, other dates stand.
bool is_of_other_things(PageTree const& tree, std::uint32_t at);

/// Readers' times are never the page's.
bool is_among_comments(PageTree const& tree, std::uint32_t at);

/// Looks for full dates up to `latest`; the facts must outlive it.
class DatedLines {
public:
    DatedLines(PageFacts const& facts, PartialDate const& latest);

    /// A short line with a date: behind the headline first, then before it. `named`: only in an element
    /// named for dates or behind a word that says so.
    std::optional<PartialDate> beside_headline(bool named) const;

    /// "Datum: 04.03.2026" in a list of facts anywhere.
    std::optional<PartialDate> labelled() const;

    /// A short line with a date right behind the body: "Veröffentlicht am …", "Stand: …".
    std::optional<PartialDate> behind_body() const;

    /// The first date that stands anywhere on the page.
    std::optional<PartialDate> anywhere() const;

private:
    std::optional<PartialDate> in_line(std::size_t block, bool named) const;
    std::optional<PartialDate> in_text(std::string_view text) const;
    bool is_named_for_dates(Block const& block) const;

    PageFacts const& m_facts;
    PartialDate m_latest;
    std::size_t m_headline = 0; ///< a block
};

} // namespace knowwho
