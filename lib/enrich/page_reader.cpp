// SPDX-License-Identifier: MIT
// One page read as a person would: what it is, who wrote it and when, and its own text.
#include "enrich/page_reader.hpp"

#include "enrich/body.hpp"
#include "enrich/clean_text.hpp"
#include "enrich/page_facts.hpp"
#include "store/content_hash.hpp"
#include "text/ascii.hpp"
#include "text/charset.hpp"
#include "text/html_tree.hpp"
#include "text/language.hpp"
#include "text/markdown.hpp"

#include <algorithm>

namespace knowwho {

namespace {

std::string ending_of(std::string_view file_name)
{
    auto const dot = file_name.rfind('.');
    return ascii_lower(dot == std::string_view::npos ? std::string_view{} : file_name.substr(dot + 1));
}

enum class Form { html, markdown, plain };

/// A piece of a page: the first thing is an element, and its end tag comes, too.
bool begins_with_element(std::string_view text)
{
    text = trimmed(text);
    auto const name_end = text.find_first_of(" \t\r\n>");
    return text.size() > 1 && text[0] == '<' && text[1] >= 'a' && text[1] <= 'z' && name_end != std::string_view::npos
        && text.find("</") != std::string_view::npos;
}

/// By the name's ending; without one that says it, markup shows itself by a tag in the beginning.
Form form_of(std::string_view file_name, std::string_view text)
{
    auto const ending = ending_of(file_name);
    if (ending == "html" || ending == "htm" || ending == "xhtml" || ending == "mhtml" || ending == "gz") {
        return Form::html;
    }
    if (ending == "md" || ending == "markdown") {
        return Form::markdown;
    }
    if (ending == "txt" || ending == "text") {
        return Form::plain;
    }
    auto const beginning = text.substr(0, 1024);
    return beginning.find("<html") != std::string_view::npos || beginning.find("<!DOCTYPE") != std::string_view::npos
            || beginning.find("<!doctype") != std::string_view::npos || beginning.find("<body") != std::string_view::npos
            || begins_with_element(beginning)
        ? Form::html
        : Form::plain;
}

/// The language that the page names if it is one of ours and the text does not clearly say otherwise.
Language language_of(std::string_view text, std::string_view declared)
{
    if (Language const seen = detect_language(text); seen != Language::unknown) {
        return seen;
    }
    auto const code = declared.substr(0, 2);
    return text.size() > 400 ? Language::unknown
        : code == "de"       ? Language::german
        : code == "en"       ? Language::english
                             : Language::unknown;
}

/// The table row around a cell, or 0.
std::uint32_t row_of(PageTree const& tree, Block const& block)
{
    std::uint32_t at = block.kind == BlockKind::cell ? block.node : 0;
    while (at != 0 && tree.nodes[at].tag != Tag::tr) {
        at = tree.nodes[at].parent;
    }
    // A row that holds whole paragraphs is layout, not a table.
    return at != 0 && tree.nodes[at].text <= 400 ? at : 0;
}

void add_line(PageReading& reading, BlockKind kind, std::uint8_t level, std::string_view text)
{
    std::string& all = reading.page.text;
    reading.lines.push_back({kind, level, all.size(), all.size() + text.size()});
    all += text;
    all += '\n';
}

/// Puts a further cell behind the last line.
void extend_line(PageReading& reading, std::string_view text)
{
    std::string& all = reading.page.text;
    all.pop_back();
    all += " \u00b7 ";
    all += text;
    reading.lines.back().end = all.size();
    all += '\n';
}

/// The chosen blocks as the page's text.
void take_body(PageReading& reading, PageTree const& tree, PageBlocks const& page, std::vector<bool> const& chosen)
{
    std::uint32_t last_row = 0;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        if (!chosen[at]) {
            continue;
        }
        Block const& block = page.blocks[at];
        std::uint32_t const row = row_of(tree, block);
        if (row != 0 && row == last_row) {
            extend_line(reading, page.of(block));
        } else {
            add_line(reading, block.kind, block.level, page.of(block));
        }
        last_row = row;
    }
}

/// What a page of little text says in its linked data: scripts put the rest in when a person looks at it.
void take_linked_text(PageReading& reading, LinkedData const& data)
{
    auto const& person = data.person;
    if (data.article) {
        if (!data.body.empty()) {
            add_line(reading, BlockKind::paragraph, 0, data.body);
        }
    } else if (!person.name.empty()) {
        add_line(reading, BlockKind::heading, 1, person.name);
        auto const between = person.role.empty() || person.organisation.empty() ? "" : ", ";
        if (auto const post = person.role + between + person.organisation; !post.empty()) {
            add_line(reading, BlockKind::paragraph, 0, post);
        }
        if (!person.description.empty()) {
            add_line(reading, BlockKind::paragraph, 0, person.description);
        }
    }
}

/// The address that the page gives itself; one without a host is no address.
std::string own_address(PageHead const& head, std::string_view known)
{
    for (std::string_view const candidate : {std::string_view{head.canonical}, head.first_of({"og:url"}), std::string_view{head.saved_from}, known}) {
        if (candidate.starts_with("http://") || candidate.starts_with("https://")) {
            return std::string{candidate};
        }
    }
    return {};
}

void read_html(PageReading& reading, std::string_view html, std::string_view address)
{
    HtmlTree const parsed = parse_html(html);
    if (parsed.truncated) {
        reading.problems.push_back({Severity::loss, reading.page.file, 0, 0, {}, parsed.problem, "Save the page as text."});
    }
    PageTree const tree = flatten(parsed.document.child("html"));
    PageBlocks const blocks = blocks_of(tree);
    if (blocks.truncated) {
        reading.problems.push_back({Severity::loss, reading.page.file, 0, 0, {}, "The page has over 20,000 pieces of text; only the first were read.",
                                    "Save the part that you need as text."});
    }
    PageHead const head = read_head(tree);
    LinkedData const data = read_json_ld(tree);
    std::vector<bool> const chosen = choose_body(tree, blocks, measure_blocks(tree, blocks, head, data));
    PageFacts facts{tree, blocks, chosen, head, data, own_address(head, address)};
    facts.site = site_of(facts);
    facts.title = title_of(facts);
    Page& page = reading.page;
    page.address = facts.address;
    page.title = facts.title;
    page.site = facts.site;
    page.authors = authors_of(facts);
    auto const dates = dates_of(facts, day_of(page.read_at + std::chrono::days{2}));
    page.published = dates.published;
    page.modified = dates.modified;
    page.kind = kind_of(facts);
    if (length_of(blocks, chosen) < little_text) {
        take_linked_text(reading, data);
    }
    take_body(reading, tree, blocks, chosen);
    page.language = language_of(page.text, head.language);
}

/// A note: every line a block; the first one is its title.
void read_plain(PageReading& reading, std::string_view text)
{
    Page& page = reading.page;
    page.kind = PageKind::note;
    while (!text.empty()) {
        auto const line_end = std::min(text.find('\n'), text.size());
        auto const line = clean_text(text.substr(0, line_end));
        text.remove_prefix(std::min(text.size(), line_end + 1));
        if (!line.empty()) {
            page.title = page.title.empty() ? line.substr(0, line.find(". ")) : page.title;
            add_line(reading, BlockKind::paragraph, 0, line);
        }
    }
    page.language = detect_language(page.text);
}

void read_markdown(PageReading& reading, std::string_view text)
{
    HtmlTree const parsed = parse_html(markdown_to_html(text));
    PageTree const tree = flatten(parsed.document.child("html"));
    PageBlocks const blocks = blocks_of(tree);
    Page& page = reading.page;
    page.kind = PageKind::note;
    take_body(reading, tree, blocks, std::vector<bool>(blocks.blocks.size(), true));
    page.title = page.text.substr(0, page.text.find('\n'));
    page.language = detect_language(page.text);
}

} // namespace

std::optional<std::size_t> PageReading::line_at(std::size_t position) const
{
    auto const after = std::upper_bound(lines.begin(), lines.end(), position, [](std::size_t at, PageLine const& line) { return at < line.begin; });
    return after == lines.begin() ? std::nullopt : std::optional{static_cast<std::size_t>(after - lines.begin()) - 1};
}

PageReading read_page(std::string_view bytes, std::string_view file_name, Instant read_at, std::string_view charset, std::string_view address)
{
    PageReading reading;
    reading.page.file = file_name;
    reading.page.read_at = read_at;
    reading.page.content_hash = content_hash(bytes);
    auto const declared = charset.empty() ? declared_charset(bytes) : charset;
    Decoded const decoded = decode(bytes, declared);
    switch (form_of(file_name, decoded.text)) {
    case Form::html: read_html(reading, decoded.text, address); break;
    case Form::markdown: read_markdown(reading, decoded.text); break;
    case Form::plain: read_plain(reading, decoded.text); break;
    }
    return reading;
}

} // namespace knowwho
