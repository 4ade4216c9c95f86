// SPDX-License-Identifier: MIT
// A page's title and site: agreement between the headline, the head and the linked data.
#include "enrich/page_facts.hpp"

#include "enrich/clean_text.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

constexpr std::array<std::string_view, 8> separators = {" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " \u00bb ", " :: ", " \u2022 "};

/// The text of the page's first visible h1 that is not in its frame and says more than the site's name.
std::string first_headline(PageFacts const& facts, std::string const& site)
{
    std::string const site_key = fold(site);
    for (auto const& block : facts.page.blocks) {
        if (block.kind != BlockKind::heading || block.level != 1) {
            continue;
        }
        std::string text{facts.page.of(block)};
        if (fold(text) != site_key && text.size() < 300) {
            return text;
        }
    }
    return {};
}

/// The title element cut at the separators; the part that is no site name, mostly the longest.
std::string without_site(std::string const& title, std::string const& site)
{
    std::string const site_key = fold(site);
    std::string best = title;
    for (auto const separator : separators) {
        auto const at = best.rfind(separator);
        if (at == std::string::npos) {
            continue;
        }
        auto const head = best.substr(0, at);
        auto const tail = best.substr(at + separator.size());
        bool const tail_is_site = !site_key.empty() && fold(tail).find(site_key) != std::string::npos;
        bool const head_is_site = !site_key.empty() && fold(head) == site_key;
        if (head_is_site) {
            best = tail;
        } else if (tail_is_site || head.size() >= tail.size()) {
            best = head;
        }
    }
    return best;
}

} // namespace

std::string site_of(PageFacts const& facts)
{
    if (auto const site = facts.head.first_of({"og:site_name", "application-name"}); !site.empty()) {
        return std::string{site};
    }
    return !facts.data.publisher.empty() ? facts.data.publisher : facts.data.site;
}

std::string title_of(PageFacts const& facts)
{
    std::string const site = site_of(facts);
    if (!facts.data.headline.empty()) {
        return facts.data.headline;
    }
    if (auto const title = facts.head.first_of({"og:title", "twitter:title", "dc.title", "dcterms.title", "headline"}); !title.empty()) {
        return without_site(std::string{title}, site);
    }
    if (auto headline = first_headline(facts, site); !headline.empty()) {
        return headline;
    }
    return without_site(facts.head.title, site);
}

} // namespace knowwho
