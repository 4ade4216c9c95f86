// SPDX-License-Identifier: MIT
#include "enrich/company_web_links.hpp"

#include "data/resources.hpp"
#include "enrich/source_tree.hpp"
#include "enrich/source_xpath.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/host_name.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace knowwho {
namespace {

constexpr std::size_t most_links = 2000;

struct Word {
    std::string kind;
    std::string text;
};

std::vector<Word> const& words()
{
    static auto const all = [] {
        auto read = std::vector<Word>{};
        for (auto const& row : read_rows(resource("sources/site_words.tsv"))) {
            if (row.size() >= 2) {
                read.push_back({std::string{row[0]}, std::string{row[1]}});
            }
        }
        return read;
    }();
    return all;
}

/// Whether a word of the text begins with the phrase.
bool has_phrase(std::string const& text, std::string const& phrase)
{
    for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

bool is_file(std::string_view target)
{
    constexpr auto endings = std::array<std::string_view, 14>{".pdf", ".jpg", ".jpeg", ".png", ".gif", ".svg", ".zip", ".doc", ".docx",
        ".xls", ".xlsx", ".mp4", ".css", ".js"};
    auto const path = ascii_lower(target.substr(0, target.find('?')));
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

WebAddress base_of(pugi::xml_document const& document, XPathEvaluator& xpath, WebAddress const& page)
{
    auto const written = xpath.text("string(//base/@href)", document.root());
    auto const base = written.empty() ? std::nullopt : resolve_address(page, written);
    return base.value_or(page);
}

void read_feeds(pugi::xml_document const& document, XPathEvaluator& xpath, WebAddress const& base, SiteLinks& links)
{
    for (auto const& node : xpath.nodes("//link[contains(@type, 'rss') or contains(@type, 'atom')][contains(@rel, 'alternate')]", document.root())) {
        auto const about = fold(std::string{node.attribute("title").value()} + ' ' + node.attribute("href").value());
        auto const feed = resolve_address(base, node.attribute("href").value());
        auto const of_comments = has_phrase(about, "kommentar") || has_phrase(about, "comment");
        if (feed && !of_comments && same_site(feed->host, base.host)) {
            links.feeds.push_back(feed->text());
        }
    }
}

} // namespace

bool is_kind_of_link(std::string const& folded, std::string_view kind)
{
    return std::any_of(words().begin(), words().end(), [&](Word const& word) { return word.kind == kind && has_phrase(folded, word.text); });
}

std::optional<SiteLink> link_to(WebAddress const& page, std::string const& reference, std::string const& text)
{
    auto const address = resolve_address(page, reference);
    if (!address || !address->is_web() || is_file(address->target)) {
        return std::nullopt;
    }
    return SiteLink{address->text(), fold(text) + ' ' + fold(percent_decode(address->target))};
}

bool same_site(std::string_view host, std::string_view other)
{
    auto const one = without_www(host);
    auto const two = without_www(other);
    return is_in_domain(one, two) || is_in_domain(two, one);
}

SiteLinks read_site_links(std::string_view html, WebAddress const& page)
{
    auto links = SiteLinks{};
    auto const tree = read_answer_tree(html, {}, AnswerFormat::html);
    auto xpath = XPathEvaluator{200};
    auto const base = base_of(tree.document, xpath, page);
    read_feeds(tree.document, xpath, base, links);
    auto seen = std::set<std::string>{page.text()};
    for (auto const& node : xpath.nodes("//a[@href]", tree.document.root())) {
        auto const text = xpath.text("string()", node) + ' ' + node.attribute("title").value();
        auto link = link_to(base, node.attribute("href").value(), text.substr(0, 500));
        auto const address = link ? parse_address(link->address) : std::nullopt;
        if (!address || !same_site(address->host, page.host) || !seen.insert(link->address).second) {
            continue;
        }
        auto& kind = is_kind_of_link(link->text, "imprint") ? links.imprint
            : is_kind_of_link(link->text, "people")         ? links.people
            : is_kind_of_link(link->text, "news")           ? links.news
                                                    : links.others;
        kind.push_back(std::move(*link));
        if (seen.size() > most_links) {
            break;
        }
    }
    return links;
}

std::vector<SiteLink> read_feed_links(std::string_view xml, WebAddress const& feed)
{
    auto const tree = read_answer_tree(xml, {}, AnswerFormat::xml);
    auto xpath = XPathEvaluator{200};
    auto const root = tree.document.root();
    auto links = std::vector<SiteLink>{};
    for (auto const& node : xpath.nodes("//item | //entry", root)) {
        auto reference = xpath.text("string(link[@rel = 'alternate']/@href | link[not(@rel)][not(@href)] | link[not(@rel)]/@href)", node);
        if (reference.empty()) {
            reference = xpath.text("string(guid[not(@isPermaLink = 'false')] | link/@href)", node);
        }
        auto const text = xpath.text("concat(title, ' ', description, ' ', summary)", node);
        if (auto link = reference.empty() ? std::nullopt : link_to(feed, reference, text.substr(0, 2000))) {
            links.push_back(std::move(*link));
        }
        if (links.size() >= most_links) {
            break;
        }
    }
    return links;
}

bool is_soft_404(std::string_view title, std::string_view text)
{
    auto const head = fold(title);
    auto const body = fold(text.substr(0, 400));
    constexpr auto phrases = std::array<std::string_view, 6>{"nicht gefunden", "not found", "404", "existiert nicht", "does not exist", "nicht verfugbar"};
    auto const in = [](std::string const& where, std::string_view phrase) { return where.find(phrase) != std::string::npos; };
    auto const short_page = text.size() < 1500;
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return in(head, phrase) || (short_page && in(body, phrase)); });
}

bool forbids_quotes(std::string_view html, std::string_view robots_header)
{
    auto const forbids = [](std::string const& rules) {
        constexpr auto words_of_no = std::array<std::string_view, 3>{"noindex", "nosnippet", "none"};
        return std::any_of(words_of_no.begin(), words_of_no.end(), [&](std::string_view word) { return has_phrase(rules, std::string{word}); });
    };
    if (forbids(fold(robots_header))) {
        return true;
    }
    auto const tree = read_answer_tree(html, {}, AnswerFormat::html);
    auto xpath = XPathEvaluator{200};
    for (auto const& node : xpath.nodes("//meta[@name][@content]", tree.document.root())) {
        auto const name = fold(node.attribute("name").value());
        if ((name == "robots" || name == "knowwho") && forbids(fold(node.attribute("content").value()))) {
            return true;
        }
    }
    return false;
}

} // namespace knowwho
