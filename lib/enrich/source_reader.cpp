// SPDX-License-Identifier: MIT
#include "enrich/source_reader.hpp"

#include "enrich/clean_text.hpp"
#include "enrich/source_dates.hpp"
#include "enrich/source_tree.hpp"
#include "enrich/source_xpath.hpp"
#include "fetch/address.hpp"
#include "text/html_tree.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace knowwho {
namespace {

constexpr std::size_t longest_paragraph = 20'000;
constexpr std::size_t longest_message = 200;

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

std::string query_parameter(std::string const& text, std::string const& name)
{
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

class ItemReader {
public:
    ItemReader(SourceRecipe const& recipe, SourceStep const& step, XPathEvaluator& xpath, std::string_view address)
        : m_recipe(recipe), m_step(step), m_xpath(xpath), m_base(parse_address(address))
    {
    }

    SourceItem read(pugi::xml_node node)
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

private:
    /// "Thomas Müller 0001": the number is the source's way of telling namesakes apart.
    static std::string without_number(std::string const& name)
    {
        auto const blank = name.rfind(' ');
        auto const digits = blank == std::string::npos ? std::string{} : name.substr(blank + 1);
        auto const numbered = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        return numbered ? name.substr(0, blank) : name;
    }

    static void append_names(std::vector<std::string>& names, std::vector<std::string> written)
    {
        for (auto& one : clean_all(std::move(written))) {
            auto name = without_number(clean_text(text_of_html(one)));
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }

    /// The values of a rule's path: its nodes, or what `each` makes of every node.
    std::vector<std::string> values(FieldRule const& rule, std::string const& path, pugi::xml_node node)
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

    static std::string without_empty_brackets(std::string text)
    {
        if (auto const at = text.find(" ()"); at != std::string::npos) {
            text.erase(at, 3);
        }
        return text;
    }

    static std::vector<std::string> clean_all(std::vector<std::string> texts)
    {
        for (auto& text : texts) {
            text = clean_text(text);
        }
        std::erase(texts, "");
        return texts;
    }

    std::string value(FieldRule const& rule, pugi::xml_node node)
    {
        for (auto const& path : rule.paths) {
            auto texts = values(rule, path, node);
            if (!rule.each.empty()) {
                texts = {fmt::format("{}", fmt::join(texts, "; "))};
            }
            for (auto text : texts) {
                if (auto target = query_parameter(text, rule.parameter); !rule.parameter.empty() && !target.empty()) {
                    text = std::move(target);
                }
                text = clean_text(rule.markup ? text_of_html(text.substr(0, longest_paragraph)) : text.substr(0, longest_paragraph));
                if (!text.empty()) {
                    return text;
                }
            }
        }
        return {};
    }

    std::string link(pugi::xml_node node)
    {
        auto const written = value(m_step.piece.link, node);
        auto address = m_base && !written.empty() ? resolve_address(*m_base, written) : parse_address(written);
        return address && address->is_web() ? address->text() : "";
    }

    std::optional<SourcePiece> piece(pugi::xml_node node)
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

    Language language(pugi::xml_node node)
    {
        auto const code = value(m_step.piece.language, node).substr(0, 3);
        if (code.starts_with("de") || code.starts_with("De") || code.starts_with("Ger") || code.starts_with("ger")) {
            return Language::german;
        }
        return code.starts_with("en") || code.starts_with("En") || code.starts_with("eng") ? Language::english : m_recipe.language;
    }

    SourceRecipe const& m_recipe;
    SourceStep const& m_step;
    XPathEvaluator& m_xpath;
    std::optional<WebAddress> m_base;
};

bool any_of(std::vector<std::string> const& conditions, XPathEvaluator& xpath, pugi::xml_node root)
{
    return std::any_of(conditions.begin(), conditions.end(), [&](std::string const& one) { return xpath.truth(one, root); });
}

std::string message_of(SourceRecipe const& recipe, XPathEvaluator& xpath, pugi::xml_node root, std::string const& otherwise)
{
    auto own = std::string{};
    if (!recipe.message.empty()) {
        own = clean_text(xpath.text(recipe.message, root).substr(0, longest_message));
    }
    return own.empty() ? otherwise : fmt::format("{}: {}", otherwise, own);
}

/// The seconds that the answer asks for; a day at most.
std::chrono::seconds pause_in(SourceRecipe const& recipe, XPathEvaluator& xpath, pugi::xml_node root)
{
    auto const written = recipe.pause.empty() ? std::string{} : xpath.text(recipe.pause, root);
    auto seconds = 0;
    std::from_chars(written.data(), written.data() + written.size(), seconds);
    return std::chrono::seconds{std::clamp(seconds, 0, 86'400)};
}

/// What the answer is before its items are looked at; nothing if it may hold some.
std::optional<SourceReading> verdict(SourceRecipe const& recipe, SourceStep const& step, int status, AnswerTree const& tree,
    XPathEvaluator& xpath)
{
    auto const root = tree.document.root();
    auto const say = [&](ReadState state, std::string const& what) {
        return SourceReading{state, message_of(recipe, xpath, root, what), {}, false, {}};
    };
    if (status == 429 || status == 503 || any_of(recipe.ask_later, xpath, root)) {
        return say(ReadState::ask_later, fmt::format("{} asks for patience (status {})", recipe.title, status));
    }
    if (any_of(recipe.nothing, xpath, root) || status == 404 || status == 410) {
        return SourceReading{ReadState::nothing, "", {}, false, {}};
    }
    if (any_of(recipe.failed, xpath, root) || status >= 400) {
        return say(ReadState::failed, fmt::format("{} reports an error (status {})", recipe.title, status));
    }
    if (!tree.as_promised) {
        static constexpr std::string_view names[] = {"JSON", "XML", "HTML", "JSON or XML"};
        return say(ReadState::failed, fmt::format("{} promised {} and sent something else", recipe.title,
            names[static_cast<std::size_t>(step.format)]));
    }
    return std::nullopt;
}

} // namespace

SourceReading read_answer(SourceRecipe const& recipe, SourceStep const& step, int status, std::string_view body,
    std::string_view content_type, std::string_view address)
{
    auto const tree = read_answer_tree(body, content_type, step.format);
    auto xpath = XPathEvaluator{status};
    auto const pause = pause_in(recipe, xpath, tree.document.root());
    if (auto early = verdict(recipe, step, status, tree, xpath)) {
        early->pause = pause;
        return *early;
    }
    auto reading = SourceReading{};
    reading.pause = pause;
    auto items = ItemReader{recipe, step, xpath, address};
    auto const nodes = xpath.nodes(step.items, tree.document.root());
    for (auto const& node : nodes) {
        if (static_cast<int>(reading.items.size()) == step.limit) {
            break;
        }
        if (step.keep.empty() || xpath.truth(step.keep, node)) {
            reading.items.push_back(items.read(node));
        }
    }
    reading.state = reading.items.empty() ? ReadState::nothing : ReadState::found;
    reading.more = step.more.empty() ? static_cast<int>(nodes.size()) >= step.page_size : xpath.truth(step.more, tree.document.root());
    return reading;
}

} // namespace knowwho
