// SPDX-License-Identifier: MIT
// A page's title and site: agreement between the headline, the head and the linked data.
#include "enrich/page_facts.hpp"

#include "enrich/clean_text.hpp"
#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

constexpr std::size_t longest_headline = 1000;
constexpr std::array<std::string_view, 8> separators = {" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " \u00bb ", " :: ", " \u2022 "};

/// How many words of at least four letters two folded texts share, as a share of the shorter's.
double likeness(std::string const& a, std::string const& b)
{
    int words = 0;
    int shared = 0;
    std::string const& shorter = a.size() < b.size() ? a : b;
    std::string const padded = ' ' + (a.size() < b.size() ? b : a) + ' ';
    for (std::size_t begin = 0; begin < shorter.size();) {
        auto const end = std::min(shorter.find(' ', begin), shorter.size());
        if (end - begin >= 4) {
            ++words;
            shared += padded.find(' ' + shorter.substr(begin, end - begin) + ' ') != std::string::npos ? 1 : 0;
        }
        begin = end + 1;
    }
    return words == 0 ? 0.0 : static_cast<double>(shared) / words;
}

/// The visible h1 that says what the head says in the same or other words; empty if none does. The
/// site's name is set as h1 too on many pages: it is no title.
std::string headline_like(PageFacts const& facts, std::string const& title, std::string const& site)
{
    std::string const key = fold(title);
    std::string const site_key = fold(site);
    std::string best;
    double best_likeness = 0.4;
    for (auto const& block : facts.page.blocks) {
        auto const text = facts.page.of(block);
        if (block.kind != BlockKind::heading || block.level != 1 || text.size() > 300) {
            continue;
        }
        std::string const folded = fold(text);
        double const alike = folded == site_key ? 0.0 : likeness(folded, key);
        if (alike > best_likeness) {
            best = text;
            best_likeness = alike;
        }
    }
    return best;
}

/// The only h1 of the page, if it is not the site's name.
std::string only_headline(PageFacts const& facts, std::string const& site)
{
    std::string found;
    for (auto const& block : facts.page.blocks) {
        if (block.kind == BlockKind::heading && block.level == 1) {
            if (!found.empty()) {
                return {};
            }
            found = facts.page.of(block);
        }
    }
    return found.size() > 300 || fold(found) == fold(site) ? std::string{} : found;
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

/// Whether one of the page's main headlines is the text, but for a title or a word more.
bool is_headline(PageFacts const& facts, std::string const& text)
{
    std::string const key = ' ' + fold(text);
    return std::any_of(facts.page.blocks.begin(), facts.page.blocks.end(), [&](Block const& block) {
        if (block.kind != BlockKind::heading || block.level != 1 || key.size() <= 4) {
            return false;
        }
        std::string const headline = ' ' + fold(facts.page.of(block));
        return headline.ends_with(key) || key.ends_with(headline);
    });
}

/// What stands beside the headline in the title element: "Anna Muster - Institut für Beispiele".
std::string beside_headline(PageFacts const& facts)
{
    for (auto const separator : separators) {
        auto const at = facts.head.title.rfind(separator);
        if (at != std::string::npos && is_headline(facts, facts.head.title.substr(0, at))) {
            return facts.head.title.substr(at + separator.size());
        }
    }
    return {};
}

} // namespace

std::string site_of(PageFacts const& facts)
{
    if (auto const site = facts.head.first_of({"og:site_name", "application-name"}); !site.empty()) {
        return std::string{site};
    }
    auto const& stated = !facts.data.publisher.empty() ? facts.data.publisher : facts.data.site;
    return stated.empty() ? beside_headline(facts) : stated;
}

std::string title_of(PageFacts const& facts)
{
    std::string const& site = facts.site;
    std::string title = facts.data.headline;
    if (title.empty()) {
        title = without_site(std::string{facts.head.first_of({"og:title", "twitter:title", "dc.title", "dcterms.title", "headline"})}, site);
    }
    if (title.empty()) {
        title = without_site(facts.head.title, site);
    }
    title.resize(utf8_prefix(title, longest_headline).size()); // every headline of the page is laid beside it
    if (auto headline = headline_like(facts, title, site); !headline.empty()) {
        // A kicker in front of the headline in the head belongs to it: "Ticket: Pendler zahlen weniger".
        bool const longer = fold(title).ends_with(fold(headline));
        return longer ? title : headline;
    }
    auto headline = title.empty() ? only_headline(facts, site) : std::string{};
    return headline.empty() ? title : headline;
}

} // namespace knowwho
