// SPDX-License-Identifier: MIT
// When a page was published and changed: markup, address, text.
#include "enrich/page_facts.hpp"

#include "enrich/written_dates.hpp"

namespace knowwho {

namespace {

std::optional<PartialDate> not_after(std::optional<PartialDate> date, PartialDate const& latest)
{
    return date && *date > latest ? std::nullopt : date;
}

std::optional<PartialDate> from_time_elements(PageFacts const& facts)
{
    for (auto const& node : facts.tree.nodes) {
        if (node.tag == Tag::time && !node.hidden) {
            if (auto const date = read_date(node.node.attribute("datetime").value())) {
                return date;
            }
        }
    }
    return std::nullopt;
}

/// The first date in a short block above the body or around its beginning.
std::optional<PartialDate> from_text(PageFacts const& facts)
{
    std::size_t body_blocks = 0;
    for (std::size_t at = 0; at < facts.page.blocks.size() && body_blocks < 2; ++at) {
        auto const text = facts.page.of(facts.page.blocks[at]);
        body_blocks += facts.body[at] && text.size() > 200 ? 1 : 0;
        if (text.size() < 120) {
            if (auto const found = find_date(text); found && found->date.day != 0) {
                return found->date;
            }
        }
    }
    return std::nullopt;
}

} // namespace

PageDates dates_of(PageFacts const& facts, PartialDate const& latest)
{
    PageDates dates;
    auto const first = [&](std::string_view value) {
        return value.empty() ? std::nullopt : not_after(read_date(value), latest);
    };
    dates.published = first(facts.data.published);
    if (!dates.published) {
        dates.published = first(facts.head.first_of({"article:published_time", "article:published", "og:published_time", "datepublished",
                                                     "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publish-date",
                                                     "parsely-pub-date", "sailthru.date"}));
    }
    if (!dates.published) {
        dates.published = not_after(from_time_elements(facts), latest);
    }
    if (!dates.published) {
        dates.published = not_after(date_in_address(facts.address), latest);
    }
    if (!dates.published) {
        dates.published = not_after(from_text(facts), latest);
    }
    dates.modified = first(facts.data.modified);
    if (!dates.modified) {
        dates.modified = first(facts.head.first_of({"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"}));
    }
    return dates;
}

} // namespace knowwho
