// SPDX-License-Identifier: MIT
#include "enrich/source_items.hpp"

#include "enrich/clean_text.hpp"
#include "enrich/source_dates.hpp"
#include "text/ascii.hpp"
#include "text/html_tree.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t longest_paragraph = 20'000;

/// Visible text of a fragment of HTML.
std::string text_of_html(std::string const& html)
{
    if (html.find_first_of("<&") == std::string::npos) {
        return html;
    }
    auto const tree = parse_html(html);
    auto text = std::string{};
    for (auto node = tree.document.first_child(); node;) {
        if (node.type() == pugi::node_pcdata) {
            text += node.value();
        } else if (std::string_view{node.name()} == "br" || std::string_view{node.name()} == "p") {
            text += ' ';
        }
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
        }
        node = node ? node.next_sibling() : node;
    }
    return text;
}

/// The value of a parameter in the query of an address; empty if there is none, or no `name`.
std::string query_parameter(std::string const& text, std::string const& name)
{
    if (name.empty()) {
        return {};
    }
    auto const query = text.find('?');
    auto at = query == std::string::npos ? text.size() : query + 1;
    while (at < text.size()) {
        auto const end = std::min(text.find('&', at), text.size());
        auto const pair = std::string_view{text}.substr(at, end - at);
        if (pair.starts_with(name + "=")) {
            return percent_decode(pair.substr(name.size() + 1));
        }
        at = end + 1;
    }
    return {};
}

std::vector<std::string> clean_all(std::vector<std::string> texts)
{
    for (auto& text : texts) {
        text = clean_text(text);
    }
    std::erase(texts, "");
    return texts;
}

/// "Thomas Müller 0001": the number is the source's way of telling namesakes apart.
std::string without_number(std::string const& name)
{
    auto const blank = name.rfind(' ');
    auto const digits = blank == std::string::npos ? std::string{} : name.substr(blank + 1);
    auto const numbered = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return numbered ? name.substr(0, blank) : name;
}

void append_names(std::vector<std::string>& names, std::vector<std::string> written)
{
    for (auto& one : clean_all(std::move(written))) {
        auto name = without_number(clean_text(text_of_html(one)));
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
}

std::string without_empty_brackets(std::string text)
{
    if (auto const at = text.find(" ()"); at != std::string::npos) {
        text.erase(at, 3);
    }
    return text;
}

} // namespace

ItemReader::ItemReader(SourceRecipe const& recipe, SourceStep const& step, XPathEvaluator& xpath, std::string_view address)
    : m_recipe(recipe), m_step(step), m_xpath(xpath), m_base(parse_address(address))
{
}

SourceItem ItemReader::read(pugi::xml_node node)
{
    auto item = SourceItem{};
    for (auto const& path : m_step.names) {
        append_names(item.names, m_xpath.texts(path, node));
    }
    for (auto const& [name, path] : m_step.signals) {
        for (auto& value : clean_all(m_xpath.texts(path, node))) {
            if (auto plain = clean_text(text_of_html(value)); !plain.empty()) {
                item.signals.emplace_back(name, std::move(plain));
            }
        }
    }
    for (auto const& [name, path] : m_step.take) {
        auto const values = m_xpath.texts(path, node);
        if (!values.empty()) {
            item.taken[name] = values.front();
        }
    }
    if (!m_step.site.empty()) {
        item.site = m_xpath.text(m_step.site, node);
    }
    if (m_step.has_piece) {
        item.piece = piece(node);
    }
    return item;
}

/// The values of a rule's path: its nodes, or what `each` makes of every node.
std::vector<std::string> ItemReader::values(FieldRule const& rule, std::string const& path, pugi::xml_node node)
{
    if (rule.each.empty()) {
        return m_xpath.texts(path, node);
    }
    auto made = std::vector<std::string>{};
    for (auto const& one : m_xpath.nodes(path, node)) {
        for (auto& text : m_xpath.texts(rule.each, one)) {
            made.push_back(without_empty_brackets(std::move(text)));
        }
    }
    return made;
}

std::string ItemReader::value(FieldRule const& rule, pugi::xml_node node)
{
    for (auto const& path : rule.paths) {
        auto texts = values(rule, path, node);
        if (!rule.each.empty()) {
            texts = {fmt::format("{}", fmt::join(texts, "; "))};
        }
        for (auto& text : texts) {
            if (auto target = query_parameter(text, rule.parameter); !target.empty()) {
                text = std::move(target);
            }
            text.resize(utf8_prefix(text, longest_paragraph).size());
            text = clean_text(rule.markup ? text_of_html(text) : text);
            if (!text.empty()) {
                return text;
            }
        }
    }
    return {};
}

std::string ItemReader::link(pugi::xml_node node)
{
    auto const written = value(m_step.piece.link, node);
    auto address = m_base && !written.empty() ? resolve_address(*m_base, written) : parse_address(written);
    return address && address->is_web() ? address->text() : "";
}

std::optional<SourcePiece> ItemReader::piece(pugi::xml_node node)
{
    auto const& rule = m_step.piece;
    auto one = SourcePiece{};
    one.title = value(rule.title, node);
    for (auto const& field : rule.text) {
        if (auto paragraph = value(field, node); !paragraph.empty() && paragraph != one.title) {
            one.paragraphs.push_back(std::move(paragraph));
        }
    }
    if (one.title.empty() && one.paragraphs.empty()) {
        return std::nullopt;
    }
    one.link = link(node);
    one.site = value(rule.site, node);
    one.date = parse_source_date(value(rule.date, node));
    one.language = language(node);
    one.kind = rule.kind;
    for (auto const& path : rule.people.paths) {
        append_names(one.people, values(rule.people, path, node));
    }
    return one;
}

/// By a code or a name: "de-DE", "ger", "German", "en", "eng".
Language ItemReader::language(pugi::xml_node node)
{
    auto const code = ascii_lower(value(m_step.piece.language, node));
    if (code.starts_with("de") || code.starts_with("ger")) {
        return Language::german;
    }
    return code.starts_with("en") ? Language::english : m_recipe.language;
}

} // namespace knowwho
