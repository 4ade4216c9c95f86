// SPDX-License-Identifier: MIT
// Who wrote a page: linked data, meta elements, elements named for authors, bylines in the text.
#include "enrich/page_facts.hpp"

#include "enrich/bylines.hpp"
#include "enrich/clean_text.hpp"
#include "enrich/written_dates.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

using Names = std::vector<std::string>;

constexpr std::size_t longest_byline = 160;

void append(Names& names, Names const& more)
{
    for (auto const& name : more) {
        auto const same = [&](std::string const& known) { return fold(known) == fold(name); };
        if (std::none_of(names.begin(), names.end(), same)) {
            names.push_back(name);
        }
    }
}

/// Names of the site, its owner or its host are no authors.
Names without_site(Names names, PageFacts const& facts)
{
    std::string const site = fold(site_of(facts));
    std::string const publisher = fold(facts.data.publisher);
    std::erase_if(names, [&](std::string const& name) {
        std::string const key = fold(name);
        bool const house = key.ends_with(" gmbh") || key.ends_with(" ag") || key.ends_with(" e v") || key.ends_with(" verlag");
        return house || (!site.empty() && (key == site || site.find(key) == 0)) || (!publisher.empty() && key == publisher);
    });
    return names;
}

std::string text_below(PageTree const& tree, std::uint32_t box)
{
    std::string text;
    for (std::uint32_t at = box; at < tree.nodes[box].end && text.size() < 2 * longest_byline; ++at) {
        PageNode const& node = tree.nodes[at];
        if (node.tag == Tag::text && !node.hidden) {
            append_clean(text, 0, node.node.value());
        } else if (!is_inline(node.tag)) {
            append_clean(text, 0, " ");
        }
    }
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

/// How plainly an element says that it holds the author: 3 by rel or itemprop, 2 by the classes of
/// microformats, 1 by a name such as "byline"; 0 not at all.
int plainness(PageNode const& node)
{
    std::string_view const rel = node.node.attribute("rel").value();
    std::string_view const item = node.node.attribute("itemprop").value();
    if ((rel == "author" && node.tag == Tag::a) || item == "author" || item == "creator") {
        return 3;
    }
    std::string_view const address = node.tag == Tag::a ? node.node.attribute("href").value() : "";
    if (address.find("/author/") != std::string_view::npos || address.find("/autor/") != std::string_view::npos
        || address.find("/autoren/") != std::string_view::npos || address.find("/authors/") != std::string_view::npos) {
        return 2;
    }
    std::string_view const classes = node.node.attribute("class").value();
    if (classes.find("vcard") != std::string_view::npos || classes.find("p-author") != std::string_view::npos
        || classes.find("author-name") != std::string_view::npos || classes.find("author__name") != std::string_view::npos
        || classes.find("authorname") != std::string_view::npos || classes == "username" || classes.find("byline__name") != std::string_view::npos) {
        return 2;
    }
    return has(node.hints, Hint::author) ? 1 : 0;
}

/// Where readers write, others than the author are named.
bool among_comments(PageTree const& tree, std::uint32_t at)
{
    for (; at != 0; at = tree.nodes[at].parent) {
        PageNode const& node = tree.nodes[at];
        if (node.tag == Tag::form || node.tag == Tag::label || has(node.hints, Hint::comments) || has(node.hints, Hint::related)) {
            return true;
        }
    }
    return false;
}

/// The names in the elements of one plainness; the first element with some speaks for all beside it.
Names from_elements(PageFacts const& facts, int wanted)
{
    Names names;
    std::uint32_t parent = 0;
    auto const& nodes = facts.tree.nodes;
    for (std::uint32_t at = 1; at < nodes.size(); ++at) {
        PageNode const& node = nodes[at];
        if (node.hidden || node.tag == Tag::text || node.text == 0 || node.text > longest_byline || plainness(node) != wanted || among_comments(facts.tree, at)) {
            continue;
        }
        if (!names.empty() && node.parent != parent && nodes[node.parent].parent != nodes[parent].parent) {
            break;
        }
        auto const found = without_site(names_in_byline(text_below(facts.tree, at), wanted > 1 ? NameForm::any : NameForm::full), facts);
        parent = names.empty() ? node.parent : parent;
        append(names, found);
        at = found.empty() ? at : node.end - 1;
    }
    return names;
}

/// Behind "von" or "by" inside a short line: "Gespeichert von Anna Weber am 24. Juli".
Names after_preposition(std::string_view line)
{
    for (std::string_view const word : {" von ", " by "}) {
        auto const at = line.find(word);
        if (line.size() <= 80 && at != std::string_view::npos && at < 24) {
            return names_in_byline(line.substr(at + word.size()), NameForm::full);
        }
    }
    return {};
}

/// A line that opens as bylines do, above the body, at its beginning or at its very end.
Names from_lines(PageFacts const& facts)
{
    auto const& blocks = facts.page.blocks;
    std::size_t long_ones = 0;
    for (std::size_t at = 0; at < blocks.size() && long_ones < 3; ++at) {
        auto const line = facts.page.of(blocks[at]);
        long_ones += facts.body[at] && line.size() > 200 ? 1 : 0;
        if (line.size() <= longest_byline && opens_byline(line)) {
            if (auto names = without_site(names_in_byline(line, NameForm::full), facts); !names.empty()) {
                return names;
            }
        }
    }
    for (std::size_t at = 0; at < blocks.size() && long_ones > 0; ++at) {
        auto const line = facts.page.of(blocks[at]);
        long_ones -= facts.body[at] && line.size() > 200 ? 1 : 0;
        bool const dated = line.size() <= 80 && find_date(line).has_value();
        if (auto names = dated ? without_site(after_preposition(line), facts) : Names{}; !names.empty()) {
            return names;
        }
    }
    auto const last = std::find(facts.body.rbegin(), facts.body.rend(), true);
    auto const end = static_cast<std::size_t>(facts.body.rend() - last);
    for (std::size_t at = end > 2 ? end - 2 : 0; at < std::min(end + 3, blocks.size()); ++at) {
        auto const line = facts.page.of(blocks[at]);
        if (line.size() <= 80 && opens_byline(line)) {
            if (auto names = without_site(names_in_byline(line, NameForm::full), facts); !names.empty()) {
                return names;
            }
        }
    }
    return {};
}

Names from_linked_data(PageFacts const& facts)
{
    Names names;
    for (auto const& author : facts.data.authors) {
        append(names, names_in_byline(author, NameForm::any));
    }
    return without_site(std::move(names), facts);
}

/// Scholarly pages name each author as "Family, Given".
Names from_citation(PageFacts const& facts)
{
    Names names;
    for (auto const author : facts.head.all_of("citation_author")) {
        auto const comma = author.find(", ");
        std::string const name = comma == std::string_view::npos ? std::string{author}
                                                                  : std::string{author.substr(comma + 2)}.append(" ").append(author.substr(0, comma));
        append(names, names_in_byline(name, NameForm::full));
    }
    return names;
}

Names from_head(PageFacts const& facts)
{
    if (auto names = from_citation(facts); !names.empty()) {
        return names;
    }
    for (auto const* const key : {"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "authors"}) {
        Names names;
        for (auto const author : facts.head.all_of(key)) {
            bool const address = author.find("://") != std::string_view::npos;
            append(names, address ? Names{} : names_in_byline(author, NameForm::full));
        }
        if (names = without_site(std::move(names), facts); !names.empty()) {
            return names;
        }
    }
    return {};
}

/// "Verfasst von" as the label of the first detail that previews show, its value beside it.
Names from_preview(PageFacts const& facts)
{
    auto const label = facts.head.first_of({"twitter:label1"});
    return label.empty() || !opens_byline(label) ? Names{} : names_in_byline(facts.head.first_of({"twitter:data1"}), NameForm::any);
}

} // namespace

std::vector<std::string> authors_of(PageFacts const& facts)
{
    Names names = from_linked_data(facts);
    if (names.empty()) {
        names = from_head(facts);
    }
    if (names.empty()) {
        names = without_site(from_preview(facts), facts);
    }
    for (int plain = 3; plain > 0 && names.empty(); --plain) {
        names = from_elements(facts, plain);
    }
    return names.empty() ? from_lines(facts) : names;
}

} // namespace knowwho
