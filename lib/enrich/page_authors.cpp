// SPDX-License-Identifier: MIT
// Who wrote a page: linked data, meta elements, elements named for authors, bylines in the text.
#include "enrich/page_facts.hpp"

#include "enrich/author_lines.hpp"
#include "enrich/bylines.hpp"
#include "enrich/clean_text.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <array>

namespace knowwho {

namespace {

using Names = std::vector<std::string>;

constexpr std::size_t longest_byline = 160;

/// Each name once, and no more of them than any work of good will has.
void append(Names& names, Names const& more)
{
    constexpr std::size_t most_names = 500;
    for (auto const& name : more) {
        auto const key = fold(name);
        auto const same = [&](std::string const& known) { return fold(known) == key; };
        if (names.size() < most_names && std::none_of(names.begin(), names.end(), same)) {
            names.push_back(name);
        }
    }
}

/// Whose names count: on the first search people, on the last one the site itself and its desks, too.
struct Search {
    PageFacts const& facts;
    NameForm loosest = NameForm::any;

    /// Drops companies, and the names of the site and its publisher unless they are asked for.
    Names kept(Names names) const
    {
        std::erase_if(names, [&](std::string const& name) { return is_company_name(name) || (loosest != NameForm::house && is_of_site(name, facts)); });
        return names;
    }
};

/// The text of a box, a newline where a new line begins.
std::string text_below(PageTree const& tree, std::uint32_t box)
{
    std::string text;
    std::size_t line = 0;
    for (std::uint32_t at = box; at < tree.nodes[box].end && text.size() < 2 * longest_byline; ++at) {
        PageNode const& node = tree.nodes[at];
        if (node.tag == Tag::text && !node.hidden) {
            append_clean(text, line, node.node.value());
        } else if ((!is_inline(node.tag) || node.tag == Tag::br) && !text.empty()) {
            text += '\n';
            line = text.size();
        }
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
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
    if ((node.tag == Tag::a && has_word(rel, "author")) || item == "author" || item == "creator") {
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
        || classes.find("authorname") != std::string_view::npos || has_word(classes, "username") || classes.find("byline__name") != std::string_view::npos) {
        return 2;
    }
    return has(node.hints, Hint::author) ? 1 : 0;
}

/// The whole post; its classes name what it is about: "category-kommentar" makes it no comment.
bool is_post(PageNode const& node)
{
    std::string_view const classes = node.node.attribute("class").value();
    return has_word(classes, "hentry") || has_word(classes, "type-post");
}

/// Where readers write, others than the author are named.
bool among_comments(PageTree const& tree, std::uint32_t at)
{
    for (; at != 0 && tree.nodes[at].tag != Tag::body && !is_post(tree.nodes[at]); at = tree.nodes[at].parent) {
        PageNode const& node = tree.nodes[at];
        bool const small = node.text * 2 < tree.nodes[0].text;
        if (node.tag == Tag::form || node.tag == Tag::label || has(node.hints, Hint::comments) || (small && has(node.hints, Hint::related))) {
            return true;
        }
    }
    return false;
}

/// What names an element may hold: pseudonyms only where it is plainly one author's, or says "by" itself.
NameForm form_in(PageFacts const& facts, std::uint32_t at, int plain, std::string_view text, NameForm loosest)
{
    constexpr std::size_t short_text = 40;
    auto const& nodes = facts.tree.nodes;
    bool const is_link = nodes[at].linked * 2 > nodes[at].text;
    return plain > 1 || (text.size() <= short_text && (is_link || opens_byline(text))) ? loosest : NameForm::full;
}

/// The names in the elements of one plainness; the first element with some speaks for all beside it.
Names from_elements(Search const& search, int wanted)
{
    Names names;
    std::uint32_t parent = 0;
    PageFacts const& facts = search.facts;
    auto const& nodes = facts.tree.nodes;
    for (std::uint32_t at = 1; at < nodes.size(); ++at) {
        PageNode const& node = nodes[at];
        if (node.hidden || node.tag == Tag::text || node.text == 0 || node.text > longest_byline || plainness(node) != wanted || among_comments(facts.tree, at)) {
            continue;
        }
        if (!names.empty() && node.parent != parent && nodes[node.parent].parent != nodes[parent].parent) {
            break;
        }
        auto const text = text_below(facts.tree, at);
        auto const found = search.kept(names_in_byline(text, form_in(facts, at, wanted, text, search.loosest)));
        parent = names.empty() ? node.parent : parent;
        append(names, found);
        at = found.empty() ? at : node.end - 1;
    }
    return names;
}

Names from_linked_data(Search const& search)
{
    Names names;
    for (auto const& author : search.facts.data.authors) {
        append(names, names_in_byline(author, search.loosest));
    }
    return search.kept(std::move(names));
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

Names from_head(Search const& search)
{
    if (auto names = from_citation(search.facts); !names.empty()) {
        return names;
    }
    NameForm const form = search.loosest == NameForm::house ? NameForm::house : NameForm::full;
    for (auto const* const key : {"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "authors"}) {
        Names names;
        for (auto const author : search.facts.head.all_of(key)) {
            bool const address = author.find("://") != std::string_view::npos;
            append(names, address ? Names{} : names_in_byline(author, form));
        }
        if (names = search.kept(std::move(names)); !names.empty()) {
            return names;
        }
    }
    return {};
}

/// "Verfasst von" as the label of the first detail that previews show, its value beside it.
Names from_preview(Search const& search)
{
    auto const label = search.facts.head.first_of({"twitter:label1"});
    return label.empty() || !opens_byline(label) ? Names{}
                                                 : search.kept(names_in_byline(search.facts.head.first_of({"twitter:data1"}), search.loosest));
}

Names from_markup(Search const& search)
{
    Names names = from_linked_data(search);
    names = names.empty() ? from_head(search) : std::move(names);
    names = names.empty() ? from_preview(search) : std::move(names);
    for (int plain = 3; plain > 0 && names.empty(); --plain) {
        names = from_elements(search, plain);
    }
    return names;
}

/// A first name or user name in the markup, the full name in a line: "Nils" and "Eine Kolumne von Nils Pickert".
Names with_full_name(Names names, PageFacts const& facts)
{
    if (names.size() != 1 || names[0].find(' ') != std::string::npos) {
        return names;
    }
    Names const lines = authors_in_lines(facts);
    auto const longer = std::find_if(lines.begin(), lines.end(), [&](std::string const& line) { return line.starts_with(names[0] + " "); });
    return longer == lines.end() ? names : Names{*longer};
}

} // namespace

bool is_company_name(std::string_view name)
{
    std::string const key = fold(name);
    return key.ends_with(" gmbh") || key.ends_with(" ag") || key.ends_with(" e v") || key.ends_with(" verlag");
}

bool is_of_site(std::string_view name, PageFacts const& facts)
{
    std::string const key = fold(name);
    std::string const site = fold(facts.site);
    std::string const publisher = fold(facts.data.publisher);
    return (!site.empty() && site.starts_with(key)) || (!publisher.empty() && key == publisher);
}

std::vector<std::string> authors_of(PageFacts const& facts)
{
    Names names = with_full_name(from_markup({facts}), facts);
    names = names.empty() ? authors_in_lines(facts) : std::move(names);
    return names.empty() ? from_markup({facts, NameForm::house}) : names;
}

} // namespace knowwho
