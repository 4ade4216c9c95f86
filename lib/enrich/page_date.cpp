// SPDX-License-Identifier: MIT
// When a page was published and changed: markup, address, text.
#include "enrich/page_facts.hpp"

#include "enrich/dated_lines.hpp"
#include "enrich/written_dates.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace knowwho {

namespace {

using Found = std::optional<PartialDate>;

/// Meta elements that say when the article was published.
constexpr std::array<std::string_view, 25> plain_keys = {
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dc.date.created", "dcterms.created", "dcterms.issued", "pubdate", "publish-date", "publish_date", "publishdate", "publication_date",
    "publicationdate", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_online_date", "rnews:datepublished",
    "datecreated", "article.published", "article.created", "displaydate", "cxenseparse:recs:publishtime"};

/// Meta elements with some date; where a template shows many articles it is the template's.
constexpr std::array<std::string_view, 4> loose_keys = {"date", "dc.date", "dcterms.date", "created"};

class Dates {
public:
    Dates(PageFacts const& facts, PartialDate const& latest) : m_facts(facts), m_latest(latest), m_lines(facts, latest)
    {
        auto const last = std::find(facts.body.rbegin(), facts.body.rend(), true);
        m_last = last == facts.body.rend() ? 0 : facts.page.blocks[static_cast<std::size_t>(facts.body.rend() - last) - 1].last;
    }

    Found published() const
    {
        Found const address = checked(date_in_address(m_facts.address));
        std::string_view const value = markup_value();
        Found found = day(value);
        // Times of other zones may fall on the neighbouring day; the address and what is shown have the site's own.
        if (found) {
            return neighbour(*found, address) ? address : is_late_in_utc(value) ? shown_after(*found) : *found;
        }
        found = address;
        found = found ? found : from_elements(true);
        found = found ? found : m_lines.beside_headline(true);
        found = found ? found : day(head_value(loose_keys));
        found = found ? found : m_lines.labelled();
        found = found ? found : m_lines.beside_headline(false);
        found = found ? found : m_lines.behind_body();
        found = found ? found : from_elements(false);
        found = found ? found : m_lines.anywhere();
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

    /// When the article was published, as its markup writes it.
    std::string_view markup_value() const
    {
        if (day(m_facts.data.published)) {
            return m_facts.data.published;
        }
        auto const value = head_value(plain_keys);
        return value.empty() ? property_value("datePublished") : value;
    }

    template <typename Keys>
    std::string_view head_value(Keys const& keys) const
    {
        for (std::string_view const key : keys) {
            if (auto const value = m_facts.head.first_of({key}); day(value)) {
                return value;
            }
        }
        return {};
    }

    std::string_view property_value(std::string_view property) const
    {
        for (auto const& node : m_facts.tree.nodes) {
            if (node.tag == Tag::text || std::string_view{node.node.attribute("itemprop").value()} != property) {
                continue;
            }
            for (auto const* const attribute : {"datetime", "content", "title"}) {
                if (std::string_view const value = node.node.attribute(attribute).value(); day(value)) {
                    return value;
                }
            }
        }
        return {};
    }

    static bool neighbour(PartialDate const& one, Found const& other) { return other && std::abs(days_between(one, *other)) <= 1; }

    /// "2026-03-04T22:30:00Z": already the next day east of Greenwich.
    static bool is_late_in_utc(std::string_view value)
    {
        auto const time = value.find('T');
        bool const utc = value.ends_with('Z') || value.ends_with("+00:00") || value.ends_with("+0000");
        return utc && time != std::string_view::npos && value.substr(time + 1, 2) >= "22";
    }

    /// The next day if it is the one that a person sees by the headline.
    PartialDate shown_after(PartialDate const& found) const
    {
        Found shown = m_lines.beside_headline(true);
        shown = shown ? shown : m_lines.beside_headline(false);
        return neighbour(found, shown) && *shown > found ? *shown : found;
    }

    /// `time`, `abbr` and elements with a class of microformats: those near the body's beginning first, else any.
    Found from_elements(bool near) const
    {
        auto const& nodes = m_facts.tree.nodes;
        for (std::uint32_t at = 0; at < nodes.size(); ++at) {
            if (!is_marked(nodes[at]) || is_among_comments(m_facts.tree, at) || (near && (at > m_last || is_of_other_things(m_facts.tree, at)))) {
                continue;
            }
            pugi::xml_node const node = nodes[at].node;
            for (auto const* const attribute : {"datetime", "title", "data-time", "data-timestamp"}) {
                if (auto const found = day(node.attribute(attribute).value())) {
                    return found;
                }
            }
            auto const written = nodes[at].tag == Tag::time ? find_date(node.child_value()) : std::nullopt;
            if (written && checked(written->date)) {
                return written->date;
            }
        }
        return std::nullopt;
    }

    static bool is_marked(PageNode const& node)
    {
        if (node.tag == Tag::text) {
            return false;
        }
        std::string_view const classes = node.node.attribute("class").value();
        return node.tag == Tag::time || (node.tag == Tag::other_inline && std::string_view{node.node.name()} == "abbr") || classes == "published"
            || classes == "updated" || classes == "dt-published";
    }

    PageFacts const& m_facts;
    PartialDate m_latest;
    DatedLines m_lines;
    std::uint32_t m_last = 0; ///< the last node of the body
};

} // namespace

PageDates dates_of(PageFacts const& facts, PartialDate const& latest)
{
    Dates const dates{facts, latest};
    return {dates.published(), dates.modified()};
}

} // namespace knowwho
