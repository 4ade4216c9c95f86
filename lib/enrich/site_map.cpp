// SPDX-License-Identifier: MIT
#include "enrich/site_map.hpp"

#include "enrich/source_tree.hpp"
#include "fetch/compression.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t most_entries = 50'000;
constexpr std::size_t longest_title = 2000;

/// "title" of "news:title": prefixes are the author's choice.
std::string_view local_name(pugi::xml_node node)
{
    auto const name = std::string_view{node.name()};
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Titles, keywords and captions that stand directly below `node`.
void add_titles(pugi::xml_node node, std::string& text)
{
    for (auto const part : node.children()) {
        auto const name = local_name(part);
        if (name == "title" || name == "keywords" || name == "caption") {
            text += std::string{text.empty() ? "" : " "} + part.text().get();
        }
    }
}

/// Of an entry and of its news, images and videos. They nest no deeper: what a hostile map does there is not followed.
std::string titles_of(pugi::xml_node entry)
{
    auto text = std::string{};
    add_titles(entry, text);
    for (auto const part : entry.children()) {
        auto const name = local_name(part);
        if (name == "news" || name == "image" || name == "video") {
            add_titles(part, text);
        }
    }
    return text;
}

std::string location_of(pugi::xml_node entry)
{
    for (auto const part : entry.children()) {
        if (local_name(part) == "loc") {
            return std::string{trimmed(part.text().get())};
        }
    }
    return {};
}

void read_entry(pugi::xml_node entry, WebAddress const& from, SiteMap& map)
{
    auto const location = location_of(entry);
    if (location.empty()) {
        return;
    }
    if (local_name(entry) == "sitemap") {
        map.maps.push_back(location);
    } else if (local_name(entry) == "url") {
        if (auto link = link_to(from, location, titles_of(entry).substr(0, longest_title))) {
            map.pages.push_back(std::move(*link));
        }
    }
}

/// An address in every line.
void read_plain_map(std::string_view text, WebAddress const& from, SiteMap& map)
{
    while (!text.empty() && map.pages.size() < most_entries) {
        auto const end = std::min(text.find_first_of("\r\n"), text.size());
        auto const line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.starts_with("http")) {
            continue;
        }
        if (auto link = link_to(from, std::string{line}, {})) {
            map.pages.push_back(std::move(*link));
        }
    }
}

} // namespace

SiteMap read_site_map(std::string_view bytes, WebAddress const& from, std::size_t limit)
{
    auto map = SiteMap{};
    auto const text = unpacked_file(bytes, limit);
    if (!text) {
        return map;
    }
    auto const tree = read_answer_tree(*text, {}, AnswerFormat::xml);
    if (!tree.as_promised) {
        read_plain_map(text->starts_with("\xEF\xBB\xBF") ? std::string_view{*text}.substr(3) : *text, from, map);
        return map;
    }
    auto const root = tree.document.document_element();
    if (local_name(root) != "urlset" && local_name(root) != "sitemapindex") {
        map.pages = read_feed_links(*text, from);
        return map;
    }
    auto entries = std::size_t{0};
    for (auto const entry : root.children()) {
        if (++entries > most_entries) {
            break;
        }
        read_entry(entry, from, map);
    }
    return map;
}

int promise_of_map(std::string const& address)
{
    auto const known = parse_address(address);
    auto const words = fold(percent_decode(known ? known->target : address));
    if (is_kind_of_link(words, "side map")) {
        return 0;
    }
    if (is_kind_of_link(words, "news")) {
        return 3;
    }
    return is_kind_of_link(words, "map") || is_kind_of_link(words, "people") ? 2 : 1;
}

std::vector<std::string> best_maps(std::vector<std::string> const& addresses, WebAddress const& from, std::string_view domain)
{
    auto rated = std::vector<std::pair<int, std::string>>{};
    for (auto const& address : addresses) {
        auto const map = resolve_address(from, address);
        if (map && map->is_web() && same_site(map->host, domain)) {
            rated.emplace_back(promise_of_map(map->text()), map->text());
        }
    }
    std::stable_sort(rated.begin(), rated.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    auto best = std::vector<std::string>{};
    for (auto& [promise, address] : rated) {
        best.push_back(std::move(address));
    }
    return best;
}

} // namespace knowwho
