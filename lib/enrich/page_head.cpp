// SPDX-License-Identifier: MIT
// What a page's head says: title, meta elements, canonical link, language.
#include "enrich/page_head.hpp"

#include "enrich/clean_text.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr std::size_t most_metas = 400;

void take_meta(PageHead& head, pugi::xml_node node)
{
    if (head.meta.size() >= most_metas) {
        return;
    }
    auto content = clean_text(node.attribute("content").value());
    if (content.empty()) {
        return;
    }
    for (auto const* const attribute : {"property", "name", "itemprop", "http-equiv"}) {
        if (auto const name = node.attribute(attribute); name && *name.value() != 0) {
            head.meta.emplace_back(ascii_lower(clean_text(name.value())), std::move(content));
            return;
        }
    }
}

void take_link(PageHead& head, pugi::xml_node node)
{
    if (head.canonical.empty() && ascii_lower(node.attribute("rel").value()) == "canonical") {
        head.canonical = clean_text(node.attribute("href").value());
    }
}

} // namespace

std::string_view PageHead::first_of(std::initializer_list<std::string_view> names) const
{
    for (auto const name : names) {
        auto const found = std::find_if(meta.begin(), meta.end(), [&](auto const& entry) { return entry.first == name; });
        if (found != meta.end()) {
            return found->second;
        }
    }
    return {};
}

std::vector<std::string_view> PageHead::all_of(std::string_view name) const
{
    std::vector<std::string_view> contents;
    for (auto const& [key, content] : meta) {
        if (key == name) {
            contents.push_back(content);
        }
    }
    return contents;
}

PageHead read_head(PageTree const& tree)
{
    PageHead head;
    if (tree.nodes.empty()) {
        return head;
    }
    head.language = tree.nodes[0].node.attribute("lang").value();
    if (head.language.empty()) {
        head.language = tree.nodes[0].node.attribute("xml:lang").value();
    }
    head.saved_from = tree.nodes[0].node.attribute("data-saved-from").value();
    for (auto const& node : tree.nodes) {
        if (node.tag != Tag::silent) {
            continue;
        }
        std::string_view const name = node.node.name();
        if (name == "meta") {
            take_meta(head, node.node);
        } else if (name == "link") {
            take_link(head, node.node);
        } else if (name == "title" && head.title.empty() && tree.nodes[node.parent].tag == Tag::head) {
            head.title = clean_text(node.node.text().get());
        }
    }
    return head;
}

} // namespace knowwho
