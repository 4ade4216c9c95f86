// SPDX-License-Identifier: MIT
// When a page was published and changed: markup, address, text.
#include "enrich/page_facts.hpp"

#include "enrich/written_dates.hpp"

#include <algorithm>
#include <cstdlib>

namespace knowwho {

namespace {

using Found = std::optional<PartialDate>;

/// Where readers write or other pages are announced, other dates stand.
bool of_other_things(PageTree const& tree, std::uint32_t at)
{
    for (; at != 0; at = tree.nodes[at].parent) {
        PageNode const& node = tree.nodes[at];
        bool const other = has(node.hints, Hint::comments) || has(node.hints, Hint::related) || has(node.hints, Hint::sidebar)
            || has(node.hints, Hint::footer) || node.tag == Tag::aside || node.tag == Tag::footer || node.tag == Tag::nav;
        if (other && node.text * 2 < tree.nodes[0].text) {
            return true;
        }
    }
    return false;
}

class Dates {
public:
    Dates(PageFacts const& facts, PartialDate const& latest) : m_facts(facts), m_latest(latest) { find_borders(); }

    Found published() const
    {
        Found const address = checked(date_in_address(m_facts.address));
        Found found = day(m_facts.data.published);
        found = found ? found : from_head();
        found = found ? found : from_property("datePublished");
        // Times of other zones may fall on the neighbouring day; the address has the site's own.
        bool const one_day = found && address && std::abs(days_between(*found, *address)) <= 1;
        found = found && !one_day ? found : address;
        found = found ? found : from_elements(true);
        found = found ? found : from_lines();
        found = found ? found : from_elements(false);
        found = found ? found : from_whole_text();
        return found ? found : modified();
    }

    Found modified() const
    {
        if (auto const found = day(m_facts.data.modified)) {
            return found;
        }
        return day(m_facts.head.first_of({"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
                                          "dc.date.modified", "revised"}));
    }

private:
    Found checked(Found date) const
    {
        return date && (*date > m_latest || date->day == 0) ? std::nullopt : date;
    }

    Found day(std::string_view value) const { return value.empty() ? std::nullopt : checked(read_date(value)); }

    Found from_head() const
    {
        for (std::string_view const key :
             {"article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "date",
              "dc.date.issued", "dc.date.created", "dc.date", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publish-date",
              "publish_date", "publishdate", "publication_date", "publicationdate", "parsely-pub-date", "sailthru.date", "citation_publication_date",
              "citation_online_date", "rnews:datepublished", "created", "datecreated", "article.published", "article.created", "displaydate", "cxenseparse:recs:publishtime"}) {
            if (auto const found = day(m_facts.head.first_of({key}))) {
                return found;
            }
        }
        return std::nullopt;
    }

    Found from_property(std::string_view property) const
    {
        for (auto const& node : m_facts.tree.nodes) {
            if (node.tag == Tag::text || std::string_view{node.node.attribute("itemprop").value()} != property) {
                continue;
            }
            for (auto const* const attribute : {"datetime", "content", "title"}) {
                if (auto const found = day(node.node.attribute(attribute).value())) {
                    return found;
                }
            }
        }
        return std::nullopt;
    }

    /// The first and the last node of the body.
    void find_borders()
    {
        for (std::size_t at = 0; at < m_facts.page.blocks.size(); ++at) {
            if (m_facts.body[at]) {
                m_first = m_first == 0 ? m_facts.page.blocks[at].first : m_first;
                m_last = m_facts.page.blocks[at].last;
            }
        }
    }

    /// `time` and `abbr` elements: those near the body's beginning first, else any.
    Found from_elements(bool near) const
    {
        auto const& nodes = m_facts.tree.nodes;
        for (std::uint32_t at = 0; at < nodes.size(); ++at) {
            PageNode const& node = nodes[at];
            bool const marked = node.tag == Tag::time || (node.tag == Tag::other_inline && std::string_view{node.node.name()} == "abbr");
            if (!marked || (near && (at > m_last || of_other_things(m_facts.tree, at)))) {
                continue;
            }
            for (auto const* const attribute : {"datetime", "title", "data-time", "data-timestamp"}) {
                if (auto const found = day(node.node.attribute(attribute).value())) {
                    return found;
                }
            }
        }
        return std::nullopt;
    }

    /// A short line with a date: around the headline first, elements named for dates before others.
    Found from_lines() const
    {
        Found plain;
        std::size_t long_ones = 0;
        for (std::size_t at = 0; at < m_facts.page.blocks.size() && long_ones < 2; ++at) {
            Block const& block = m_facts.page.blocks[at];
            auto const text = m_facts.page.of(block);
            long_ones += m_facts.body[at] && text.size() > 200 ? 1 : 0;
            if (text.size() > 160 || of_other_things(m_facts.tree, block.node)) {
                continue;
            }
            auto const found = find_date(text);
            if (!found || !checked(found->date)) {
                continue;
            }
            if (is_named_for_dates(block)) {
                return found->date;
            }
            plain = plain ? plain : Found{found->date};
        }
        return plain ? plain : behind_body();
    }

    bool is_named_for_dates(Block const& block) const
    {
        std::uint32_t at = block.first;
        for (int step = 0; step < 4 && at != 0; ++step, at = m_facts.tree.nodes[at].parent) {
            if (has(m_facts.tree.nodes[at].hints, Hint::date)) {
                return true;
            }
        }
        return false;
    }

    /// A short line with a date right behind the body: "Veröffentlicht am …", "Stand: …".
    Found behind_body() const
    {
        auto const last = std::find(m_facts.body.rbegin(), m_facts.body.rend(), true);
        auto const end = static_cast<std::size_t>(m_facts.body.rend() - last);
        for (std::size_t at = end > 3 ? end - 3 : 0; at < std::min(end + 6, m_facts.page.blocks.size()); ++at) {
            auto const text = m_facts.page.of(m_facts.page.blocks[at]);
            auto const found = text.size() <= 160 ? find_date(text) : std::nullopt;
            if (found && checked(found->date)) {
                return found->date;
            }
        }
        return std::nullopt;
    }

    /// The first full date that stands anywhere on the page.
    Found from_whole_text() const
    {
        for (auto const& block : m_facts.page.blocks) {
            auto const found = find_date(m_facts.page.of(block));
            if (found && checked(found->date)) {
                return found->date;
            }
        }
        return std::nullopt;
    }

    PageFacts const& m_facts;
    PartialDate m_latest;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 0;
};

} // namespace

PageDates dates_of(PageFacts const& facts, PartialDate const& latest)
{
    Dates const dates{facts, latest};
    return {dates.published(), dates.modified()};
}

} // namespace knowwho
